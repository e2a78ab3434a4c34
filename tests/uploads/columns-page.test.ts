import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Said } from '#lib/domain/answers.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { ArchivedFile } from '#lib/server/ledger/import-commands.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { importBySeq } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { actions, load } from '../../src/routes/(office)/imports/[number]/columns/+page.server.ts';
import { actions as importsActions, load as loadImports } from '../../src/routes/(office)/imports/+page.server.ts';
import {
	actions as profileActions,
	load as loadProfiles
} from '../../src/routes/(office)/imports/profiles/+page.server.ts';
import { GET as profileFile } from '../../src/routes/(office)/imports/profiles/[name].json/+server.ts';
import { readHere } from '../support/read-here.ts';
import { warehouseBench } from '../support/warehouse.ts';

/** What pages ask to be imported is looked at here; that it comes to what was asked for, other tests show. */
const asked = vi.hoisted(() => [] as { files: ArchivedFile[]; answers: Record<string, string>; by: string }[]);
vi.mock('#lib/server/imports/background.ts', async (original) => ({
	...(await original<typeof import('#lib/server/imports/background.ts')>()),
	importInBackground: async (_: unknown, __: unknown, command: (typeof asked)[number]) => asked.push(command)
}));

/** In this process: what only a child withstands is tested where there is one. */
vi.mock('#lib/server/intake/look-at-export.ts', async () => {
	const { lookAt } = await import('#lib/server/intake/look.ts');
	return {
		lookAtExport: ({ exports, scratch }: DataFolder, { sha256, said }: { sha256: string; said: Said }) =>
			lookAt({ archived: join(exports, sha256), folder: scratch, said })
	};
});

const bench = warehouseBench();
let folder: DataFolder;

/** Nobody knows the number's name, and the days do not say their order. */
const text =
	'单据甲,登记时间,办结时间,归档日期,承办单位,备注\nGD1001,03/04/2026 08:00,,05/04/2026 09:00,城管局,13800138000\n';

async function take(content: string, name: string, answers = {}) {
	const path = bench.write(content, name);
	await importAndRecord(folder, openLedger(folder), [{ path }], { by: 'test', answers, reader: readHere });
}
beforeAll(async () => {
	folder = bench.newFolder();
	await take(text, '三月.csv');
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', folder.root));
afterAll(async () => {
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (number: string, form?: Record<string, string> | FormData) =>
	({
		...{ url: new URL(`http://localhost/imports/${number}/columns`), params: { number } },
		locals: { user: { name: 'li' }, locale: 'zh-CN' },
		request: new Request('http://localhost', {
			method: 'POST',
			body: form instanceof FormData ? form : new URLSearchParams(form)
		})
	}) as never;
type Column = { name: string; header: string; chosen: string; sureness: string | null; why: string; samples: string };
type Page = {
	question: { name: string } | null;
	columns: Column[];
	heads: string[];
	rows: { number: number; cells: string[] }[];
	answers: { name: string }[];
	profile: string | null;
	isReadOtherwiseNow: boolean;
	isLatest: boolean;
	remembered: { name: string; label: string; value: string }[];
};
const page = async (number: string) => (await load(event(number))) as unknown as Page;
/** What the form of a page says as it stands, with some choices changed by header. */
const formOf = ({ columns }: Page, changed: Record<string, string> = {}) =>
	Object.fromEntries(columns.map(({ name, header, chosen }) => [name, changed[header] ?? chosen]));
const toImports = { status: 303, location: '/imports' };

test('what waits shows its first rows and columns, and who looked is written down', async () => {
	const shown = await page('1');
	expect(shown).toMatchObject({ question: { name: 'column:order_number' }, profile: null, isLatest: true });
	expect(shown.columns.map(({ header, chosen }) => `${header}=${chosen}`)).toEqual([
		...['单据甲=', '登记时间=registered_at', '办结时间=closed_at', '归档日期=', '承办单位=unit', '备注=']
	]);
	expect(shown.columns[1]).toMatchObject({ sureness: '确定', samples: '03/04/2026 08:00' });
	expect(shown.columns[1]!.why).toContain('前 1 个单元格中有 1 个可以这样读');
	expect(shown.columns[3]!.why).toContain('里面是日期');
	expect(shown.heads).toEqual(shown.columns.map(({ header }) => header));
	expect(shown.rows).toEqual([
		{ number: 2, cells: ['GD1001', '03/04/2026 08:00', '', '05/04/2026 09:00', '城管局', '13800138000'] }
	]);
	const [seen] = await auditLatest(openLedger(folder));
	expect([seen!.action, seen!.object, seen!.actor]).toEqual(['orders_viewed', 'import 1, columns', 'li']);
	// What the ledger keeps of it says no number.
	expect(JSON.stringify((await importBySeq(openLedger(folder), 1))!.result)).not.toContain('13800138000');
});

test('what waits stands first on the page of imports', async () => {
	const { asked, details } = (await loadImports({} as never)) as unknown as Record<string, { seq: number }[]>;
	expect([asked!.map(({ seq }) => seq), details]).toEqual([[1], []]);
});

test('choosing columns answers what was asked; what is no choice, and no moment, is refused', async () => {
	const shown = await page('1');
	expect(await actions.read!(event('1', formOf(shown)))).toMatchObject({ status: 400 });
	const twice = formOf(shown, { 单据甲: 'unit' });
	expect(await actions.read!(event('1', twice))).toMatchObject({ status: 400, data: { problem: /承办单位/ } });
	expect(await actions.read!(event('1', formOf(shown, { 单据甲: 'no_field' })))).toMatchObject({ status: 400 });
	const form = formOf(shown, { 单据甲: 'order_number' });
	expect(await actions.read!(event('1', { ...form, 'data-cut': 'soon' }))).toMatchObject({ status: 400 });
	expect(asked).toEqual([]);
	await expect(actions.read!(event('1', { ...form, 'data-cut': '2026-05-31T20:00' }))).rejects.toMatchObject(toImports);
	expect(asked.pop()).toMatchObject({
		...{ answers: { 'column:order_number': '单据甲' }, by: 'li' },
		files: [{ fileName: '三月.csv', dataCut: '2026-05-31 20:00:00' }]
	});
	const said = { import: '1', value: '单据甲' };
	expect(await importsActions.answer!(event('1', { ...said, 'data-cut': '31.5.' }))).toMatchObject({ status: 400 });
	expect(await importsActions.answer!(event('1', { ...said, 'data-cut': '2026-05-31' }))).toHaveProperty('done');
	expect(asked.pop()!.files).toMatchObject([{ dataCut: '2026-05-31 23:59:59' }]);
});

test('a column that was read can be changed, and what was remembered of it forgotten: the file is read again', async () => {
	await take(text, '三月.csv', { 'column:order_number': '单据甲', 'date-order': 'dmy' });
	const shown = await page('2');
	expect(shown.columns[0]).toMatchObject({ sureness: '有人指定', chosen: 'order_number' });
	expect(shown.answers).toMatchObject([{ name: 'date-order' }]);
	const form = formOf(shown, { 办结时间: '', 归档日期: 'closed_at' });
	await expect(actions.read!(event('2', { ...form, 'a:date-order': 'mdy' }))).rejects.toMatchObject(toImports);
	expect(asked.pop()!.answers).toEqual({ 'column:closed_at': '归档日期', 'date-order': 'mdy' });
	expect(await actions.read!(event('2', { ...form, 'a:date-order': 'soon' }))).toMatchObject({ status: 400 });
	expect(await actions.read!(event('1', form))).toMatchObject({ status: 409 });
	await expect(actions.read!(event('2', { ...form, kind: 'events' }))).rejects.toMatchObject(toImports);
	expect(asked.pop()!.answers).toEqual({ 'date-order': 'dmy', kind: 'events' });

	expect(shown.remembered.map(({ label, value }) => `${label}=${value}`)).toEqual([
		...['“工单编号”所在的列=单据甲', '月和日的先后=日在前（日/月/年）']
	]);
	expect(await actions.forget!(event('2', { name: 'scale' }))).toMatchObject({ status: 409 });
	await expect(actions.forget!(event('2', { name: 'date-order' }))).rejects.toMatchObject(toImports);
	expect(asked.pop()!.answers).toEqual({});
	expect(await page('2')).toMatchObject({ isReadOtherwiseNow: true, remembered: [{ name: 'column:order_number' }] });
});

test('how a file was read is kept as a profile, downloaded, taken away and uploaded again', async () => {
	expect(await actions.save!(event('2', { name: '-x', about: '' }))).toMatchObject({ status: 400 });
	expect(await actions.save!(event('1', { name: '某市', about: '' }))).toMatchObject({ status: 409 });
	const saved = actions.save!(event('2', { name: '某市 工单', about: '每月一份' }));
	await expect(saved).rejects.toMatchObject({ status: 303 });
	type Shown = { own: { name: string; about: string; href: string }[]; remembered: unknown[] };
	const all = async () => (await loadProfiles(event(''))) as unknown as Shown;
	expect((await all()).own[0]).toMatchObject({ name: '某市 工单', about: '每月一份' });
	expect((await all()).remembered).toEqual([]);

	const get = (name: string) => profileFile({ params: { name } } as never) as Promise<Response>;
	await expect(get('nobody')).rejects.toMatchObject({ status: 404 });
	const file = await (await get('某市 工单')).text();
	expect(file).not.toMatch(/GD10|138001/);
	await expect(profileActions.remove!(event('', { name: '某市 工单' }))).rejects.toMatchObject({ status: 303 });
	expect(await profileActions.remove!(event('', { name: '某市 工单' }))).toMatchObject({ status: 409 });
	const sent = (content: string) => {
		const form = new FormData();
		form.set('file', new File([content], '某市.json'));
		return profileActions.add!(event('', form));
	};
	expect(await sent(file.replace('"closed_at"', '"closed"'))).toMatchObject({
		...{ status: 400, data: { problem: expect.stringContaining('closed') } }
	});
	expect(await sent(file)).toHaveProperty('done');
	expect(await actions.by!(event('2', { profile: 'nobody' }))).toMatchObject({ status: 400 });
	await expect(actions.by!(event('2', { profile: '某市 工单' }))).rejects.toMatchObject(toImports);
	expect(asked.pop()!.answers).toEqual({ profile: '某市 工单' });
	expect(await page('2')).toMatchObject({ profile: null, remembered: [], isReadOtherwiseNow: true });
});
