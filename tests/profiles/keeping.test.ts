import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { Answers } from '#lib/domain/answers.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { Profile } from '#lib/domain/profiles/profile.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { profileOfImport } from '#lib/server/imports/profile-of-import.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { NoSuchProfile } from '#lib/server/imports/said-of-files.ts';
import { answersRemembered } from '#lib/server/ledger/answers.ts';
import { auditLatest, verifyAudit } from '#lib/server/ledger/audit.ts';
import { importBySeq, importsTaken } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import {
	keepProfile,
	profileNamed,
	profilesListed,
	removeProfile,
	takeBackAnswers
} from '#lib/server/profiles/profiles.ts';
import { shippedProfiles } from '#lib/server/profiles/shipped.ts';
import { readHere } from '../support/read-here.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const folder = bench.newFolder();
const ledger = openLedger(folder);
afterAll(() => closeLedger(folder));

const month = (number: string) =>
	`工单编号,登记时间,办结时间,归档时间\nGD${number},03/0${number}/2026 08:00,,05/0${number}/2026 09:00\n`;

/** Imports one file of a month as the command line does. */
async function take(number: string, answers: Answers = {}) {
	const path = bench.write(month(number), `${number}月.csv`);
	const { imported, numbers } = await importAndRecord(folder, ledger, [{ path }], {
		by: 'test',
		answers,
		reader: readHere
	});
	return { ...imported[0]!, seq: numbers[0]! };
}
const takenBy = async (number: string, answers?: Answers) => (await take(number, answers)).result as TakenIn;
const closings = () => bench.served(folder, 'select order_number, closed_at from orders order by 1');
const remembered = async () => (await answersRemembered(ledger)).map(({ name, value }) => `${name}=${value}`);
const actions = async () => (await auditLatest(ledger)).map(({ action }) => action);

test('what was asked once is a profile, by which the next file is read without asking', async () => {
	expect((await take('3')).outcome).toBe('asked');
	const first = await take('3', { 'date-order': 'dmy' });
	expect([first.outcome, (first.result as TakenIn).profile]).toEqual(['taken', null]);
	expect(await remembered()).toEqual(['date-order=dmy']);

	const record = (await importBySeq(ledger, first.seq))!;
	const made = await profileOfImport(folder, record, { name: '某市' });
	expect(made).toMatchObject({ kind: 'orders', answers: { 'date-order': 'dmy' } });
	expect(made.headers).toEqual([['工单编号', '登记时间', '办结时间', '归档时间']]);
	expect(JSON.stringify(made)).not.toMatch(/GD3|2026/);
	expect(await keepProfile(ledger, made, 'test')).toEqual({ replaced: false });
	// The profile says it now.
	expect(await remembered()).toEqual([]);

	const next = await takenBy('4');
	expect([next.profile, next.answers['date-order']]).toEqual(['某市', 'dmy']);
	expect(await remembered()).toEqual([]);
	expect((await auditLatest(ledger))[0]!.detail).toContain('"profile":"某市"');
	expect(await actions()).toContain('profile_kept');
});

test('an export that was read by a profile stays as it was read, whatever becomes of the profile', async () => {
	const { profile } = (await profileNamed(ledger, '某市'))!;
	const before = await closings();
	const other: Profile = { ...profile, columns: { ...profile.columns, closed_at: ['归档时间'] } };
	expect(await keepProfile(ledger, other, 'test')).toEqual({ replaced: true });
	// Of one the staged files are gone: then the ledger says how it was read, else its receipt does.
	const [first] = await importsTaken(ledger);
	for (const path of Object.values(stagedPaths(folder, first!.sha256))) rmSync(path);
	expect(await rebuild(folder, ledger)).toMatchObject({ isSame: true, exports: 2 });
	expect(await closings()).toEqual(before);
	expect((await takenBy('5')).profile).toBe('某市');
	expect((await closings()).at(-1)).toEqual({ order_number: 'GD5', closed_at: '2026-05-05 09:00:00' });
});

test('what people say of a file goes over its profile and is remembered; taken back, the profile holds again', async () => {
	const said = await takenBy('6', { 'column:closed_at': '办结时间' });
	expect([said.profile, said.answers['column:closed_at']]).toEqual(['某市', '办结时间']);
	expect(await remembered()).toEqual(['column:closed_at=办结时间']);
	const { signature } = said;
	expect(await takeBackAnswers(ledger, { signature, name: 'scale' }, 'test')).toBe(false);
	expect(await takeBackAnswers(ledger, { signature, name: 'column:closed_at' }, 'test')).toBe(true);
	expect(await remembered()).toEqual([]);
	expect((await actions())[0]).toBe('answers_forgotten');
	expect((await takenBy('7')).answers['column:closed_at']).toBe('归档时间');
});

test('a profile of that name that is not there takes nothing in', async () => {
	await expect(take('8', { profile: 'nobody' })).rejects.toThrow(NoSuchProfile);
	expect(await remembered()).toEqual([]);
});

test('a profile that was taken away is used no more; what it read stays', async () => {
	const before = await closings();
	expect(await removeProfile(ledger, '某市', 'test')).toBe(true);
	expect(await removeProfile(ledger, '某市', 'test')).toBe(false);
	expect((await take('9')).outcome).toBe('asked');
	expect(await closings()).toEqual(before);
	expect(await verifyAudit(ledger)).toMatchObject({ intact: true });
});

test('profiles that come along can be taken away, and replaced by one of the same name', async () => {
	const [shipped] = shippedProfiles();
	const own = async () =>
		(await profilesListed(ledger))
			.filter(({ profile }) => profile.name === shipped!.name)
			.map(({ entered }) => entered?.by);
	expect(await own()).toEqual([undefined]);
	await removeProfile(ledger, shipped!.name, 'test');
	expect(await own()).toEqual([]);
	await keepProfile(ledger, shipped!, 'test');
	expect(await own()).toEqual(['test']);
});
