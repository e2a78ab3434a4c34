import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder } from '#lib/server/data-folder.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { document, duban } from '../support/command-line.ts';
import { csv } from '../support/warehouse.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-ask-order-'));
const [clock, flags] = [join(root, 'clock'), join(root, 'flags')];
afterAll(async () => {
	await closeLedger(dataFolder(clock));
	rmSync(root, { recursive: true, force: true });
});

/** New York's clocks went back in the night to 1 November 2026; 1 to 8 October were days off in China. */
const env = { DUBAN_ZONE: 'America/New_York' };
const day = { 受理时间: '2026-10-31 12:00:00', 办理截止时间: '2026-11-01 12:30:00' };

async function imported(data: string, rows: Record<string, string>[]): Promise<void> {
	const path = join(root, `${data.split('/').at(-1)}.csv`);
	writeFileSync(path, csv(rows));
	await document(data, ['import', path, '--data-cut', '2026-11-02 12:00:00'], { env });
}
beforeAll(async () => {
	await imported(clock, [
		{ 工单编号: 'A/1', ...day, 派单时间: '2026-10-31 13:00:00', 办结时间: '2026-11-01 12:00:00' },
		{ 工单编号: 'A2', ...day, 签收时间: '2026-10-31 14:00:00' },
		{ 工单编号: 'A3', 受理时间: '2026-09-30 12:00:00', 办结时间: '2026-10-12 12:00:00' },
		{ 工单编号: 'A4', 受理时间: '2006-09-30 12:00:00', 办结时间: '2006-10-12 12:00:00' }
	]);
	await imported(flags, [{ 工单编号: 'B1', 受理时间: '2026-10-01 12:00:00', 按期结办: '1', 工单状态: '已办结' }]);
});

const ask = async (data: string, id: string) => (await document(data, ['ask', 'order', '--id', id], { env }))[0];

test('one order: its times, its state and the row it stands in', async () => {
	expect(await ask(clock, 'A/1')).toMatchObject({
		orderNumber: 'A/1',
		receivedAt: '2026-10-31 12:00:00',
		dueAt: '2026-11-01 12:30:00',
		dueSource: 'export',
		state: 'closed_on_time',
		citizenSeconds: 25 * 3600,
		unitSeconds: 24 * 3600,
		workingDays: 0,
		file: 'clock.csv',
		row: 2
	});
	expect(await ask(clock, 'A2')).toMatchObject({
		state: 'open_overdue',
		citizenSeconds: 49 * 3600,
		unitSeconds: 47 * 3600,
		workingDays: 1,
		row: 3
	});
});

test('working days leave out holidays, and are not guessed where a year is not loaded', async () => {
	expect(await ask(clock, 'A3')).toMatchObject({ dueSource: null, dueAt: null, unitSeconds: null, workingDays: 4 });
	expect(await ask(clock, 'A4')).toMatchObject({ workingDays: null, citizenSeconds: 12 * 86_400 });
});

test('where only the source’s flag judged an order, the deadline’s source says so', async () => {
	expect(await ask(flags, 'B1')).toMatchObject({ dueAt: null, dueSource: 'flag', state: 'closed_on_time' });
});

test('an unknown number is no row and a sentence; no number is a command line that can’t be carried out', async () => {
	const unknown = await duban(clock, ['ask', 'order', '--id', 'nope', '--json']);
	expect(unknown).toMatchObject({ status: 0, stdout: '[]\n' });
	expect(unknown.stderr).toContain('There is no order nope');
	for (const line of [
		['ask', 'order'],
		['ask', 'order', '--id', 'A2', '--by', 'unit']
	])
		// prettier-ignore
		expect(await duban(clock, [...line, '--json'])).toMatchObject({ status: 2, stdout: '' });
});

test('who asked for which order is in the audit chain', async () => {
	const rows = await auditLatest(openLedger(dataFolder(clock)));
	const viewed = rows.filter(({ action }) => action === 'orders_viewed');
	expect(viewed.map(({ actor, object }) => [actor, object])).toContainEqual(['command line', 'A/1']);
});
