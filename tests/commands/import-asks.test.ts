import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { document, duban } from '../support/command-line.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-import-asks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, 'data');
const file = (name: string, month: string) => {
	const path = join(root, name);
	writeFileSync(path, `工单编号,登记时间,承办单位\nGD${month}01,0${month}/04/2026 08:00,城管局\n`);
	return path;
};
type Answered = { asked?: { name: string; message: string; flags: string[] }; rows?: { accepted: number } };

test('a question that only a person can answer is printed with the flag that answers it, and remembered', async () => {
	const march = file('march.csv', '3');
	const said = await duban(data, ['import', march, '--json']);
	expect(said.status).toBe(3);
	const [asked] = JSON.parse(said.stdout) as Answered[];
	expect(asked!.asked!.name).toBe('date-order');
	expect(asked!.asked!.message).toContain('03/04/2026 08:00');
	expect(asked!.asked!.flags).toContain('--answer "date-order=dmy"');
	expect(said.stderr).toMatch(/--answer "date-order=dmy" {2}# (日在前|Day first).*(4月3日|April 3)/);
	expect(await document(data, ['ask', 'volumes']).catch((error: Error) => error.message)).toContain('exit 2');

	const [taken] = await document<Answered[]>(data, ['import', march, '--answer', 'date-order=dmy']);
	expect(taken!.rows!.accepted).toBe(1);
	expect(await document(data, ['ask', 'volumes', '--by', 'month'])).toMatchObject([{ month: '2026-04', received: 1 }]);

	const [next] = await document<Answered[]>(data, ['import', file('may.csv', '5')]);
	expect(next!.rows!.accepted).toBe(1);
	expect((await document(data, ['ask', 'volumes']))[0]).toMatchObject({ received: 2 });

	const wrong = await duban(data, ['import', march, '--answer', 'dmy']);
	expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('NAME=VALUE')]);
}, 60_000);
