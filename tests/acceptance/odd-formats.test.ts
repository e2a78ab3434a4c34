import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeInAll } from '#lib/server/intake/take-in.ts';
import { hasRealExports, intakeBench, realExport } from '../intake/intake-helpers.ts';

/** Every small file of an odd format that others made: what comes of it, row by row, or why it is refused. */
if (!hasRealExports) console.warn('odd formats: skipped, since ../shared/exports is not on this machine');

const { folder, ask } = intakeBench({ inChild: true });
const odd = 'odd-formats';

async function takeAll(name: string, options: { dateOrder?: 'mdy' | 'dmy' } = {}) {
	return takeInAll(realExport(join(odd, name)), { folder, ...options });
}

async function takenFrom(name: string) {
	const [result, ...others] = await takeAll(name);
	expect(others).toEqual([]);
	if (result!.outcome !== 'taken') throw new Error(`${name}: ${JSON.stringify(result)}`);
	return result!;
}

/** What the orders are, whatever file and row they came from. */
async function ordersOf(name: string): Promise<unknown[]> {
	const [row] = await ask(
		await takenFrom(name),
		'select list(content_hash order by order_number) as hashes from staged'
	);
	return row!.hashes as unknown[];
}

type Came =
	| { container: string; sheet?: string; read: number; accepted: number; setAside?: number; first: string }
	| { refused: string; seen?: string[] }
	| { asked: string };

const boston = { accepted: 100, read: 100, first: '101004143000' };
const came: Record<string, Came> = {
	'311011.csv': { refused: 'no_header_found', seen: ['#', 'Referrer', 'Referrals'] },
	'NYC311-5.json': { container: 'json', read: 5, accepted: 5, first: '34675190' },
	'NYC311-5.parquet': { container: 'parquet', read: 5, accepted: 5, first: '34675190' },
	'any_sheets.xls': { refused: 'no_header_found', seen: ['1', '2'] },
	'any_sheets.xlsx': { refused: 'no_header_found', seen: ['1', '2'] },
	'boston311-100-bad.tsv': { container: 'csv', read: 100, accepted: 99, setAside: 1, first: '101004143000' },
	'boston311-100-notime.csv': { container: 'csv', ...boston },
	'boston311-100-untrimmed.jsonl': { container: 'jsonl', ...boston },
	'boston311-100-with-nonascii.csv': { container: 'csv', ...boston },
	'boston311-100.csv': { container: 'csv', ...boston },
	'boston311-100.csv.zip': { container: 'csv', ...boston },
	'boston311-100.jsonl': { container: 'jsonl', ...boston },
	'boston311-dmy-100.csv': { container: 'csv', ...boston },
	'district_requests.csv': {
		refused: 'missing_columns',
		seen: ['district', 'population', 'request_type', 'response_hours']
	},
	'excel-numeric-header.xlsx': { refused: 'no_header_found', seen: ['location ', '2020', '2021', '2022'] },
	'excel-range.xlsx': { refused: 'no_header_found', seen: ['A', 'B', 'C'] },
	'excel-xls.xls': { refused: 'no_header_found' },
	'excel-xlsx.xlsx': { asked: 'header-row' },
	'nyc311-100.csv': { container: 'csv', read: 100, accepted: 100, first: '42254749' },
	'password-protected-password123.xlsx': { refused: 'protected_workbook' },
	'testexcel-issue-516.xls': { refused: 'no_header_found', seen: ['id', 'amount', 'color'] },
	'utf8-japanesedata.csv': { refused: 'no_header_found', seen: ['番号', '植物名'] }
};

describe.skipIf(!hasRealExports)('odd formats', () => {
	test('every file there is told of below', () => {
		const files = readdirSync(realExport(odd), { withFileTypes: true }).filter((file) => file.isFile());
		expect(files.map(({ name }) => name).toSorted()).toEqual(Object.keys(came).toSorted());
	});

	test.each(Object.entries(came))('%s', async (name, expected) => {
		const [result] = await takeAll(name);
		if ('refused' in expected) {
			expect(result).toMatchObject({ outcome: 'refused', refusal: { reason: expected.refused } });
			const headers = result!.outcome === 'refused' ? (result!.refusal.details.headers ?? []) : [];
			expect((headers as string[]).slice(0, expected.seen?.length ?? 0)).toEqual(expected.seen ?? []);
			return;
		}
		if ('asked' in expected) {
			expect(result).toMatchObject({ outcome: 'asked', question: { name: expected.asked } });
			return;
		}
		const { container, read, accepted, setAside = 0, first } = expected;
		expect(result).toMatchObject({ outcome: 'taken', format: { container }, rows: { read, accepted, setAside } });
		if (result!.outcome !== 'taken') return;
		expect(await ask(result!, 'select order_number from staged order by row_number limit 1')).toEqual([
			{ order_number: first }
		]);
	});

	test('one hundred orders of Boston are the same in every format', async () => {
		const plain = await ordersOf('boston311-100.csv');
		expect(new Set(plain).size).toBe(100);
		for (const name of [
			'boston311-100.jsonl',
			'boston311-100-untrimmed.jsonl',
			'boston311-100.csv.zip',
			'boston311-dmy-100.csv',
			'boston311-100-with-nonascii.csv'
		]) {
			expect([name, await ordersOf(name)]).toEqual([name, plain]);
		}
		const ragged = await ordersOf('boston311-100-bad.tsv');
		expect(ragged.filter((hash) => !plain.includes(hash))).toEqual([]);
		const days = await ask(
			await takenFrom('boston311-100-notime.csv'),
			`select count(distinct order_number)::integer as orders, bool_and(received_is_date) as are_days from staged`
		);
		expect(days).toEqual([{ orders: 100, are_days: true }]);
	});

	test('five orders of New York are the same in JSON and Parquet', async () => {
		expect(await ordersOf('NYC311-5.json')).toEqual(await ordersOf('NYC311-5.parquet'));
	});

	test('the member of an archive is named after both', async () => {
		expect((await takenFrom('boston311-100.csv.zip')).fileName).toBe('boston311-100.csv.zip/boston311-100.csv');
	});
});
