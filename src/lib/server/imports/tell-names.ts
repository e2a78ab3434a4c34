import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotedCell } from '#lib/domain/csv.ts';
import { cityTime } from '../city-time.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Ledger } from '../ledger/open.ts';
import { utcNow } from '../ledger/utc-now.ts';
import { importAndRecord } from './import-and-record.ts';

/** What exports write, and which known unit or category is meant by it. */
export type Told = { written: string; name: string };
export type Named = 'unit' | 'category';

const lists = {
	unit: { header: ['unit_name', 'unit_written'], kind: 'units', fileName: 'unit-names.csv' },
	category: { header: ['category_1', 'category_written'], kind: 'categories', fileName: 'category-names.csv' }
} as const;

/**
 * Takes names for what somebody says they mean. What was said is an export like others: a small file of our own with the moment it
 * was said as its data cut, archived, in the ledger with who said it, to be undone and rebuilt from like any; of two words on one
 * name the later holds. Gives the number of the import. Throws ImportUnderWay.
 */
export async function tellNames(
	folder: DataFolder,
	ledger: Ledger,
	{ of, told, by, at = utcNow() }: { of: Named; told: Told[]; by: string; at?: string }
): Promise<number> {
	const { header, kind, fileName } = lists[of];
	const lines = [header, ...told.map(({ written, name }) => [name, written])].map((cells) =>
		cells.map(quotedCell).join(',')
	);
	const path = join(folder.scratch, `told-${randomUUID()}`);
	writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 });
	try {
		const files = [{ path, fileName, dataCut: cityTime(at) }];
		const { imported, numbers } = await importAndRecord(folder, ledger, files, { by, answers: { kind } });
		const [first] = imported;
		if (first?.outcome !== 'taken') throw new Error(`names told were not taken in: ${JSON.stringify(first?.result)}`);
		return numbers[0]!;
	} finally {
		rmSync(path, { force: true });
	}
}
