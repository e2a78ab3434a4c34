import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { warehouseBench } from '../support/warehouse.ts';

const filesOf = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

const filesOutside = (folder: DataFolder) =>
	filesOf(folder.root).filter((path) => !path.startsWith(folder.exports) && !path.startsWith(folder.internal));

/** Bytes as text: of UTF-8, which all that we write is, but for what is compressed. */
export const bytesOutside = (folder: DataFolder) =>
	filesOutside(folder).map((path): [place: string, text: string] => [path, readFileSync(path, 'utf8')]);

/** Fails with the places where one of these stands. */
export function expectNowhere(forms: string[], texts: [place: string, text: string][]): void {
	const found = texts.map(([place, text]) => [place, forms.filter((form) => text.includes(form))] as const);
	expect(found.filter(([, forms]) => forms.length > 0)).toEqual([]);
}

/** Digits that stand nowhere else, in the ways exports write them. */
export const phones = ['13855512341', '13855512342', '057187655543', '13855512344'];
export const order = (number: string, phone: string, received: string) => ({
	工单编号: number,
	来电号码: phone,
	一级分类: '市容',
	承办单位: '城管局',
	受理时间: received,
	办结时间: '2026-09-12 08:00:00'
});

/** Data folders that exports with persons planted in them are taken into, and all that can be read of them from outside. */
export function plantedBench() {
	const { newFolder, take, served } = warehouseBench();

	/** One export, taken in and told to the ledger. */
	async function takeOne(folder: DataFolder, text: string): Promise<Imported> {
		const imported = await take(folder, [{ text, dataCut: '2026-10-31 12:00:00' }]);
		const ledger = openLedger(folder);
		await recordImports(folder, ledger, imported, 'tester');
		await closeLedger(folder);
		return imported[0]!;
	}

	/**
	 * What can be read outside the originals and the internal store, by where it stands: the bytes of every file, and the rows of
	 * Parquet and of every table of the warehouse, which are compressed.
	 */
	async function readOutside(folder: DataFolder): Promise<[place: string, text: string][]> {
		const files = filesOutside(folder);
		expect(files.length).toBeGreaterThan(6);
		const tables = await served(
			folder,
			"select table_name as name from information_schema.tables where table_schema = 'main'"
		);
		expect(tables.length).toBeGreaterThan(10);
		const rowsOf = async (from: string, columns = '*') =>
			JSON.stringify(await served(folder, `select ${columns} from ${from}`));
		const rows = await Promise.all([
			...files
				.filter((path) => path.endsWith('.parquet'))
				.map(async (path): Promise<[string, string]> => [
					`rows of ${path}`,
					await rowsOf(`read_parquet('${path}')`, '* exclude (content_hash)')
				]),
			...tables.map(async ({ name }): Promise<[string, string]> => [
				`rows of ${String(name)}`,
				await rowsOf(`"${String(name)}"`)
			])
		]);
		return [...bytesOutside(folder), ...rows];
	}

	return { newFolder, takeOne, readOutside, served };
}
