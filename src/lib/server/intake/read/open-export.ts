import type { AnswersFor } from '../map/signature.ts';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { openText } from './open-text.ts';
import type { OpenExport } from './opened.ts';
import type { SourceRow } from './records.ts';
import { sniff } from './sniff.ts';
import { zipEntries } from './zip-directory.ts';
import { zipKind } from './zip-kind.ts';

export type { OpenExport } from './opened.ts';

/** The rows, until they come to more text than an export may hold: a value told once can be repeated without end. */
async function* withinLimits(rows: OpenExport['rows']): AsyncGenerator<SourceRow[]> {
	let units = 0;
	for await (const batch of rows()) {
		for (const { cells } of batch) {
			units += 1 + cells.length;
			for (const cell of cells) units += cell.length;
		}
		if (units > limits.text) throw new RefusedExport('too_large', { bytes: units });
		yield batch;
	}
}

/** Each format's reader is loaded for a file of it: most exports are text, which needs none. */
async function openAny(
	path: string,
	folder: string,
	answersFor: AnswersFor,
	encoding: 'gb18030' | undefined
): Promise<OpenExport> {
	const { container, mark, head } = sniff(path);
	switch (container) {
		case 'text':
			return openText(path, mark, answersFor, encoding);
		case 'html':
			return (await import('./open-html.ts')).openHtml(path, mark, head, answersFor);
		case 'json':
			return (await import('./open-json.ts')).openJson(path, mark);
		case 'ole':
			return (await import('./old-excel.ts')).openOldExcel(path, answersFor);
		case 'parquet':
			return (await import('./open-parquet.ts')).openParquet(path, folder);
		case 'gzip':
			throw new RefusedExport('nested_archive');
		case 'zip': {
			const entries = zipEntries(path);
			const kind = zipKind(path, entries);
			if (kind === 'archive') throw new RefusedExport('nested_archive');
			if (kind === 'ods') return (await import('./open-ods.ts')).openOds(path, entries, answersFor);
			return (await import('./open-workbook.ts')).openXlsx(path, entries, answersFor);
		}
	}
}

/**
 * Opens an export, whatever it is; archives are unpacked before. `folder` is the job's own, for what does not fit in memory. Text is in `encoding`
 * if one is given; else all of it is looked through.
 */
export async function openExport(
	path: string,
	folder: string,
	answersFor: AnswersFor,
	encoding?: 'gb18030'
): Promise<OpenExport> {
	const opened = await openAny(path, folder, answersFor, encoding);
	const { rows } = opened;
	opened.rows = () => withinLimits(rows);
	return opened;
}
