import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BigExport, writeBigExport } from '#seeds/big/big-export.ts';

/** A made-up export's two files in a folder, made where they are not there. */
export function bigExportIn(folder: string, name: string, plan: BigExport): { gb18030: string; utf8: string } {
	const stem = join(folder, `${name}-${plan.rows}`);
	const paths = { gb18030: `${stem}.gb18030.csv`, utf8: `${stem}.csv` };
	if (!existsSync(paths.gb18030) || !existsSync(paths.utf8)) writeBigExport(paths, plan);
	return paths;
}
