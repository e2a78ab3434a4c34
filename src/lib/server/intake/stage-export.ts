import { join } from 'node:path';
import type { Container, TakenIn } from '#lib/domain/intake-result.ts';
import type { Answers, Said } from '#lib/domain/answers.ts';
import { undatedCut } from '#lib/domain/kinds/kind.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import { orderColumns } from '#lib/domain/staged-columns.ts';
import { blotted } from './cells/blotted.ts';
import { keepCells, loadCells } from './cells/load-cells.ts';
import { shownName } from './cells/shown-cells.ts';
import { makeCheckedView, noteSetAside, type RowRules } from './check/checked-view.ts';
import { type CleanedView, makeCleanedView } from './check/cleaned-view.ts';
import { byOneThread, type Database, openDatabase } from './check/database.ts';
import { doubts, statedPeriod } from './check/doubts.ts';
import { kindRows } from './check/kind-rows.ts';
import { orderRows } from './check/order-rows.ts';
import { differFromStated } from './check/stated-durations.ts';
import { countReasons, countRepairs, countRows, readBack } from './check/results.ts';
import { writeRowLedger, writeStaged } from './check/write-staged.ts';
import { sourceColumns } from './map/source-columns.ts';
import { askingBy, readExport, type SpilledExport } from './read-export.ts';
import type { OpenExport } from './read/open-export.ts';
import { stagedNames } from './staged-files.ts';
import { RefusedExport } from './refused-export.ts';

/** What the child is asked to do. Paths are absolute; the folder is its own and is removed afterwards. */
export type StagingJob = {
	archived: string;
	folder: string;
	sha256: string;
	fileName: string;
	/** Whether the beginning is looked at only, and nothing staged. */
	looks?: boolean;
	/** Whether an archive is unpacked; what came out of one is not unpacked again. */
	mayUnpack: boolean;
	dataCut?: string;
	/** What was said of this file and of files before it, and the profiles there are. */
	said: Said;
	zone: string;
	/** The install's own secret: what callers' keys are made with. */
	callerSecret: string;
};

export type Progress = { step: string; rows?: number };

/** A spreadsheet holds no more rows below its header: an export that ends there was cut. */
const mostSheetRows = 1_048_575;
const mostOldSheetRows = 65_535;
export const endsAtLimit = (container: Container, read: number) =>
	read === mostSheetRows || (read === mostOldSheetRows && ['xls', 'html', 'csv'].includes(container));

/** A header with characters nobody sees, or blanks no keyboard writes. */
const isTidied = (header: string) =>
	/[\u00a0\u3000\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\t\r\n]/.test(header);

async function saysSomewhere(database: Database, view: CleanedView, field: string, pattern: string): Promise<boolean> {
	if (!view.fields.some((read) => read.field === field)) return false;
	const [row] = await database.rows(`select count(*) as n from cleaned where regexp_matches(v_${field}, $1)`, [
		pattern
	]);
	return Number(row?.n) > 0;
}

async function isUnknownSomewhere(database: Database, field: string): Promise<boolean> {
	const [row] = await database.rows(`select count(*) as n from words_${field} where not is_known`);
	return Number(row?.n) > 0;
}

const orderNotes = (has: (field: string) => boolean) => [
	!has('registered_at') && 'received_taken_from_contact',
	!has('closed_at') && has('replied_at') && 'closing_taken_from_reply',
	!has('closed_at') && !has('replied_at') && 'no_closing_column',
	!has('due_at') && !has('extended_due_at') && 'no_deadline_column'
];

function notesOf(
	opened: OpenExport,
	view: CleanedView,
	facts: { hasPaths: boolean; hasUnknownEvents: boolean; read: number; hasBroken: boolean }
): string[] {
	const has = (field: string) => view.fields.some((read) => read.field === field);
	const notes = [
		...(opened.header.kind === 'orders' ? orderNotes(has) : [`rows_of_${opened.header.kind}`]),
		view.orders.includes('mdy') && 'dates_read_as_month_first',
		view.orders.includes('dmy') && 'dates_read_as_day_first',
		view.hasZones && 'times_converted_to_city_zone',
		facts.hasPaths && 'category_path_split',
		facts.hasUnknownEvents && 'unknown_event',
		endsAtLimit(opened.format.container, facts.read) && 'probably_truncated',
		facts.hasBroken && 'broken_characters',
		opened.header.headers.some(isTidied) && 'header_tidied',
		opened.header.lastRow > opened.header.firstRow && 'header_of_two_rows'
	];
	return [...notes.filter((note) => note !== false), ...opened.notes];
}

/** Reads one archived export and writes its Parquet files into the job's folder. Throws RefusedExport and OpenQuestion. */
export async function stageExport(job: StagingJob, onProgress: (progress: Progress) => void): Promise<TakenIn> {
	onProgress({ step: 'read' });
	const read = await readExport(job, (rows) => onProgress({ step: 'read', rows }));
	return askingBy(read.signature, () => stageSpilled(read, job, onProgress));
}

async function stageSpilled(
	{ opened, signature, by: { answers, profile }, unit, paths, spilled }: SpilledExport,
	job: StagingJob,
	onProgress: (progress: Progress) => void
): Promise<TakenIn> {
	const { kind } = opened.header;
	const isOrders = kind === 'orders';
	const columns = sourceColumns(opened.header);
	const inFolder = (name: string) => join(job.folder, name);
	onProgress({ step: 'check', rows: spilled.read });
	const database = await openDatabase(job.folder, spilled.read);
	try {
		const cells = inFolder(stagedNames.cells);
		const keep = (by: Database) => keepCells(by, opened.header.headers, paths, spilled, cells);
		// Lines taken as they stand are wanted soon; of rows told apart cell by cell the reading was the longer part.
		await (opened.plain ? keep(database) : byOneThread(database, job.folder, keep));
		await loadCells(database, columns, paths, cells, job.callerSecret);
		const view = await makeCleanedView(database, columns, opened.dates, {
			zone: job.zone,
			answers,
			unit
		});
		const mapped = new Set(view.mapping.map(({ field }) => field));
		const hasPaths =
			isOrders &&
			!mapped.has('category_2') &&
			!mapped.has('category_3') &&
			(await saysSomewhere(database, view, 'category_1', '->'));
		const rules: RowRules = isOrders
			? await orderRows(database, view, { hasPaths, dataCut: job.dataCut })
			: await kindRows(database, otherKinds[kind], view, job.dataCut);
		const filled = await makeCheckedView(database, view, rules);
		onProgress({ step: 'write', rows: spilled.read });
		const stagedFile = inFolder(stagedNames.rows);
		const ofKind = isOrders ? orderColumns : otherKinds[kind].staged;
		await writeStaged(database, { sheet: opened.format.sheet, path: stagedFile, columns: ofKind, filled });
		const written = await readBack(database, stagedFile, isOrders ? null : otherKinds[kind].reached);
		const dataCut = job.dataCut ?? written.latest;
		await noteSetAside(database, { data: spilled.data, accepted: written.accepted });
		const rows = await countRows(database, spilled, written);
		const reasons = await countReasons(database);
		if (rows.accepted === 0) throw new RefusedExport('no_rows_accepted', topReason(reasons, rows.read));
		const rowLedger = inFolder(stagedNames.ledger);
		await writeRowLedger(database, opened.header.headers.length, rowLedger);
		const hasUnknownEvents = kind === 'events' && (await isUnknownSomewhere(database, 'event'));
		const used = new Set(view.mapping.flatMap(({ headers }) => headers));
		return {
			outcome: 'taken',
			sha256: job.sha256,
			fileName: job.fileName,
			kind,
			rows,
			dataCut: dataCut ?? undatedCut,
			content: written.content,
			dataCutFrom: job.dataCut ? 'given' : dataCut === null ? 'none' : 'latest',
			mapping: view.mapping,
			unmapped: opened.header.headers
				.filter((header) => header !== '' && !used.has(header))
				.map(opened.header.isSaid ? shownName : blotted),
			repairs: await countRepairs(database, rowLedger),
			reasons,
			notes: [
				...notesOf(opened, view, { hasPaths, hasUnknownEvents, read: spilled.read, hasBroken: spilled.hasBroken }),
				...(isOrders && (await differFromStated(database, view)) ? ['stated_durations_differ'] : []),
				...(isOrders ? await doubts(database, stagedFile, statedPeriod(spilled.title)) : []),
				...(profile !== null && lacksColumns(answers, opened.header.headers) ? ['profile_columns_missing'] : []),
				...(job.dataCut !== undefined && written.latest !== null && written.latest > job.dataCut ? ['after_cut'] : [])
			],
			isMadeUp: spilled.saysMadeUp || (await saysSomewhere(database, view, 'data_nature', '(?i)虚构数据|made-up data')),
			signature,
			answers,
			profile,
			format: opened.format
		};
	} finally {
		database.close();
	}
}

/** A column that was named stands under no header of the file. */
const lacksColumns = (answers: Answers, headers: readonly string[]) =>
	Object.entries(answers).some(([name, said]) => /^column:/.test(name) && said !== '' && !headers.includes(said));

const topReason = (reasons: TakenIn['reasons'], read: number) => ({
	rows: read,
	reason: reasons[0]?.reason ?? '',
	count: reasons[0]?.count ?? 0
});
