import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { importFiles } from '../../src/commands/import-files.ts';
import { profile } from '../../src/commands/profile.ts';
import { UsageError } from '../../src/commands/usage.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-profile-'));
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true, force: true });
});
const data = (name: string) => vi.stubEnv('DUBAN_DATA', join(root, name));
beforeEach(() => void vi.stubEnv('DUBAN_LANG', 'en'));

const path = (name: string) => join(root, name);
/** Files of one system, whose number has a name that nobody knows. */
const file = (name: string, number: string) => {
	writeFileSync(path(name), `单据甲,登记时间,承办单位\nGD${number},2026-03-01 08:00,城管局\n`);
	return path(name);
};
const output = async (...line: string[]) => (await profile(line)).output as Record<string, unknown>;
const listed = async () => (await profile(['list'])).output as unknown as { name: string; comesAlong: boolean }[];
type Imported = { import: number; profile: string | null; mapping?: { field: string }[] };
const take = async (...line: string[]) => {
	const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	const { output } = await importFiles(line);
	said.mockRestore();
	return (output as Imported[])[0]!;
};

beforeAll(async () => {
	data('here');
	expect(await take(file('1.csv', '1'), '--answer', 'column:order_number=单据甲')).toMatchObject({
		...{ import: 1, profile: null }
	});
});

test('a reading is kept under a name, shown, written to a file, and used', async () => {
	data('here');
	expect(await output('save', '某市', '--from', '1')).toEqual({ saved: '某市', from: 1, replaced: false });
	expect((await listed()).filter(({ comesAlong }) => !comesAlong).map(({ name }) => name)).toEqual(['某市']);
	expect(await output('show', '某市')).toMatchObject({
		...{ format: 'duban-profile/1', name: '某市', kind: 'orders', headers: [['单据甲', '登记时间', '承办单位']] },
		columns: { order_number: ['单据甲'], registered_at: ['登记时间'], unit: ['承办单位'] }
	});
	expect(await output('export', '某市', path('some.json'))).toMatchObject({ exported: '某市' });
	expect(JSON.parse(readFileSync(path('some.json'), 'utf8'))).toEqual(await output('show', '某市'));
	await expect(output('export', '某市', path('some.json'))).rejects.toThrow(/not written over/);
	await expect(output('save', '某市', '--from', '9')).rejects.toThrow(/no import 9/);
	expect(await output('remove', '某市')).toEqual({ removed: '某市' });
	await expect(output('show', '某市')).rejects.toThrow(/no profile “某市”; there are: .*Boston 311/);
});

test('another install is told by the file: nothing is asked, also of other headers where it is said', async () => {
	data('elsewhere');
	expect((await take(file('2.csv', '2'))).mapping).toBeUndefined();
	expect(await output('add', path('some.json'))).toEqual({ added: '某市', replaced: false });
	expect(await take(file('3.csv', '3'))).toMatchObject({ profile: '某市' });
	const other = path('other.csv');
	writeFileSync(other, '区县,单据甲,登记时间\n甲区,GD5,2026-03-01 08:00\n');
	const forced = await take(other, '--profile', '某市');
	expect([forced.profile, forced.mapping!.map(({ field }) => field).sort()]).toEqual([
		...['某市', ['district', 'order_number', 'registered_at']]
	]);
	await expect(take(other, '--profile', 'nobody')).rejects.toThrow(/no profile “nobody”; there are: .*某市/);
});

test.each([
	[['save', '某市'], /save NAME --from IMPORT/],
	[['list', 'all'], /profile list/],
	[[], /profile list/],
	[['save', '-x', '--from', '1'], /needs|name/],
	[['add', join(tmpdir(), 'no such file.json')], /no such file/i]
])('a line that can not be carried out is told: %j', async (line, sentence) => {
	data('here');
	await expect(profile(line)).rejects.toThrow(UsageError);
	await expect(profile(line)).rejects.toThrow(sentence);
});

test('a file that is no profile is refused in the language of who asks, and nothing is kept', async () => {
	data('here');
	const before = (await listed()).length;
	writeFileSync(path('bad.json'), readFileSync(path('some.json'), 'utf8').replace('"registered_at"', '"recieved_at"'));
	await expect(profile(['add', path('bad.json')])).rejects.toThrow(/we have no field “recieved_at”/);
	vi.stubEnv('DUBAN_LANG', 'zh');
	await expect(profile(['add', path('bad.json')])).rejects.toThrow(/没有“recieved_at”这个字段/);
	expect([(await listed()).length, existsSync(path('some.json'))]).toEqual([before, true]);
});
