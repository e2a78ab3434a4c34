import { contentFor, looksLikeTimes } from '#lib/domain/column-content.ts';
import { readBy } from '#lib/domain/answers.ts';
import type { ExportField } from '#lib/domain/export-fields.ts';
import { namedBy } from '#lib/domain/header-matching.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import type { Looked, LookedAt, LookedColumn } from '#lib/domain/looked.ts';
import { filledMark } from '#lib/domain/kept-cells.ts';
import { withAnswers } from './map/answered-columns.ts';
import { withKind } from './map/asked-kind.ts';
import type { FoundHeader } from './map/find-header.ts';
import { signatureOf } from './map/signature.ts';
import { sourceColumns } from './map/source-columns.ts';
import { OpenQuestion } from './open-question.ts';
import { openExport, type OpenExport } from './read/open-export.ts';
import type { SourceRow } from './read/records.ts';
import type { StagingJob } from './stage-export.ts';

const shown = { rows: 6, cell: 80, samples: 3 };
/** Rows whose cells are held against what a field needs. */
const lookedAt = 200;

/** Looks at the beginning of an archived export as it would be read, and stages nothing. Throws RefusedExport. */
export async function lookAt({
	archived,
	folder,
	said
}: Pick<StagingJob, 'archived' | 'folder' | 'said'>): Promise<LookedAt> {
	const saidOf = (headers: readonly string[]) => readBy(signatureOf(headers), said).answers;
	let opened: OpenExport;
	try {
		opened = await openExport(archived, folder, saidOf);
	} catch (error) {
		if (error instanceof OpenQuestion)
			return { outcome: 'asked', question: error.question, rows: rowsShown(error.firstRows) };
		throw error;
	}
	const { headers } = opened.header;
	const answers = saidOf(headers);
	const header = withAnswers(kindAsSaid(opened.header, answers), answers);
	const rows = await firstRows(opened, header);
	return {
		outcome: 'looked',
		signature: signatureOf(headers),
		kind: header.kind,
		columns: columnsOf(header, rows, answers),
		rows: rowsShown(rows)
	} satisfies Looked;
}

/** Which kind it is may still be open: it is shown as the likeliest. */
function kindAsSaid(header: FoundHeader, answers: Record<string, string>): FoundHeader {
	try {
		return withKind(header, answers);
	} catch (error) {
		if (error instanceof OpenQuestion) return header;
		throw error;
	}
}

const short = (cell: string) => {
	const line = cell.replaceAll(filledMark, '').replace(/\s+/g, ' ').trim();
	return line.length > shown.cell ? `${line.slice(0, shown.cell - 1).toWellFormed()}…` : line;
};

const rowsShown = (rows: SourceRow[]) =>
	rows.slice(0, shown.rows).map(({ number, cells }) => ({ number, cells: cells.map(short) }));

async function firstRows({ rows }: OpenExport, { lastRow }: FoundHeader): Promise<SourceRow[]> {
	const found: SourceRow[] = [];
	for await (const batch of rows()) {
		found.push(...batch.filter(({ number, problem }) => number > lastRow && !problem));
		if (found.length >= lookedAt) break;
	}
	return found.slice(0, lookedAt);
}

function columnsOf(header: FoundHeader, rows: SourceRow[], answers: Record<string, string>): LookedColumn[] {
	const read = new Map(sourceColumns(header).map((column) => [column.place, column]));
	return header.headers.map((name, place) => {
		const column = read.get(place);
		const cells = rows.map(({ cells }) => short(cells[place] ?? ''));
		const filled = cells.filter((cell) => cell !== '');
		const samples = [...new Set(filled)].slice(0, shown.samples);
		if (!column) {
			const why = header.raw?.has(place) ? 'raw' : 'unknown';
			const holdsDays = looksLikeTimes(cells);
			return { header: name, field: null, why, filled: filled.length, fitting: null, holdsDays, samples };
		}
		const { field, isPartner } = column;
		const isSaid = answers[`column:${field}`] === name;
		const why = isPartner
			? 'half'
			: isSaid
				? 'said'
				: namedBy(header.written?.[place] ?? name, namesOf(field, header.kind));
		return { header: name, field, why, ...contentFor(field, cells), holdsDays: false, samples };
	});
}

const namesOf = (field: ExportField, kind: KindName): readonly string[] =>
	(kind === 'orders' ? (headerSynonyms as Partial<Record<ExportField, string[]>>) : otherKinds[kind].headers)[field] ??
	[];
