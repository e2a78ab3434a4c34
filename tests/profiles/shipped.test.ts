import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recognise } from '#lib/domain/kinds/kinds.ts';
import { answersOf, profileText } from '#lib/domain/profiles/profile.ts';
import { signatureOf } from '#lib/server/intake/map/signature.ts';
import { shippedProfiles } from '#lib/server/profiles/shipped.ts';
import { stagingBench } from '../support/staging.ts';

const profiles = shippedProfiles();
const folder = resolve(import.meta.dirname, '../../seeds/profiles');

describe('profiles that come along', () => {
	test('are every file there is, each under a name of its own and for headers of its own', () => {
		expect(profiles.length).toBeGreaterThanOrEqual(7);
		expect(profiles).toHaveLength(readdirSync(folder).filter((name) => name.endsWith('.json')).length);
		expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
		const signatures = profiles.flatMap(({ headers }) => headers.map(signatureOf));
		expect(new Set(signatures).size).toBe(signatures.length);
	});

	test.each(profiles)('$name agrees with what its headers are recognised as', ({ kind, columns, headers }) => {
		for (const list of headers) {
			const found = recognise(list);
			expect([found.kind, found.rivals]).toEqual([kind, []]);
			const first = Object.entries(columns).map(([field, [header]]) => [field, list.indexOf(header!)]);
			expect(Object.fromEntries(first)).toEqual(Object.fromEntries(found.match));
		}
	});

	test('hold headers and nothing of any row: no digit that is not in a name of ours, a header or a sentence', () => {
		for (const profile of profiles) {
			const { headers, columns, answers, kind, about, name } = JSON.parse(profileText(profile)) as Record<
				string,
				unknown
			>;
			expect(Object.keys(JSON.parse(profileText(profile)) as object)).toHaveLength(7);
			expect(JSON.stringify([headers, columns, answers, kind])).not.toMatch(/\d{4}-\d\d|\d{6}/);
			expect([typeof about, typeof name]).toEqual(['string', 'string']);
		}
	});
});

const exports = resolve(import.meta.dirname, '../../../shared/exports');
const isThere = existsSync(exports);
if (!isThere) console.warn('shipped profiles on real exports: skipped, since ../shared/exports is not on this machine');

const files: Record<string, string> = {
	'深圳坪山 民生诉求': 'pingshan/pingshan_2018-02_to_09.csv',
	'Baltimore 311': 'baltimore/311_sample.csv',
	'Boston 311': 'boston/filtered_2016.csv',
	'Los Angeles MyLA311': 'los-angeles/2018_mini.csv',
	'New York 311': 'new-york/311_sample.csv',
	'Kansas City 311': 'kansas-city/311_Call_Center_Service_Requests.csv',
	'湖南 网上留言与答复': 'hunan-messages/e4.xlsx',
	'湖南 网上留言': 'hunan-messages/full_dataset_sheet_3.xlsx',
	'湖南 留言分类': 'hunan-messages/full_dataset_sheet_1.xlsx',
	国务院放假日历: 'calendar/merged_2007_2026.csv'
};

/** A workbook whole, of a text the first rows: whole files are read by the acceptance tests, by these profiles. */
function beginningOf(path: string): Uint8Array {
	const bytes = readFileSync(join(exports, path));
	if (path.endsWith('.xlsx')) return bytes;
	const text = bytes.subarray(0, 60_000);
	return text.subarray(0, text.lastIndexOf('\r\n') < 0 ? text.lastIndexOf('\n') + 1 : text.lastIndexOf('\r\n') + 2);
}

describe.skipIf(!isThere)('exports made by others', () => {
	const { stage, remove } = stagingBench();
	afterAll(remove);
	const inForce = Object.fromEntries(
		profiles.flatMap((profile) =>
			profile.headers.map((list) => [signatureOf(list), { name: profile.name, answers: answersOf(profile) }])
		)
	);

	test.each(profiles)('$name reads its export as it is read without it', async ({ name }) => {
		const content = beginningOf(files[name]!);
		const [without, by] = [await stage(content), await stage(content, { profiles: inForce })];
		expect(by.result).toMatchObject({ outcome: 'taken', profile: name });
		expect({ ...by.result, profile: null, answers: {} }).toEqual(without.result);
		expect(readFileSync(by.rows).equals(readFileSync(without.rows))).toBe(true);
	});
});
