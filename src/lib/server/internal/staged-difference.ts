import { literal } from '#lib/domain/sql-literal.ts';
import type { DataFolder } from '../data-folder.ts';
import { reading } from './reader.ts';
import { stagedPaths } from '../staged-receipt.ts';

/** Where a row stands, and what was repaired to read it, is another in another file. */
const ofTheFile = ['row_number', 'sheet', 'content_hash', 'repairs'];

/**
 * Whether two stagings of one export say the same: how many rows are in one and not in the other, callers aside, and how many
 * with them.
 */
export function stagedDifference(
	folder: DataFolder,
	one: string,
	other: string
): Promise<{ rows: number; withCallers: number }> {
	return reading(folder, async (reader) => {
		const staged = await Promise.all(
			[one, other].map(async (sha256) => {
				const rows = `read_parquet(${literal(stagedPaths(folder, sha256).rows)})`;
				const described = await reader.rows<{ column_name: string }>(`describe from ${rows}`);
				return { rows, has: described.map(({ column_name }) => column_name) };
			})
		);
		const names = [...new Set(staged.flatMap(({ has }) => has))].filter((name) => !ofTheFile.includes(name));
		const differing = async (compared: string[]) => {
			const [a, b] = staged.map(
				({ rows, has }) =>
					`select ${compared.map((name) => (has.includes(name) ? name : `null as ${name}`)).join(', ')} from ${rows}`
			);
			const [counted] = await reader.rows<{ rows: number }>(
				`select ((select count(*) from (${a} except all ${b})) + (select count(*) from (${b} except all ${a})))::integer as rows`
			);
			return counted!.rows;
		};
		return {
			rows: await differing(names.filter((name) => name !== 'caller_key')),
			withCallers: await differing(names)
		};
	});
}
