import { error, fail, redirect } from '@sveltejs/kit';
import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { ImportedRows, TakenIn } from '#lib/domain/intake-result.ts';
import { answersOfForm } from '#lib/domain/answer-values.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { ownExportOf, rowsAskedOf } from '#lib/server/imports/asked-import.ts';
import { countImportRows, importRows } from '#lib/server/internal/import-rows.ts';
import { orderChanges } from '#lib/server/internal/order-changes.ts';
import { remembered } from '#lib/server/internal/remembered.ts';
import { askedOfMended } from '#lib/server/imports/mended.ts';
import { ImportUnderWay } from '#lib/server/imports/lock.ts';
import { NothingToUndo, undoImport } from '#lib/server/imports/undo-import.ts';
import { whenFree } from '#lib/server/imports/when-free.ts';
import { mostRowsWhole } from '#lib/server/list-answer.ts';
import { latestOfExport } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { passOver } from '#lib/server/uploads/body-chunks.ts';
import { receiveForm } from '#lib/server/uploads/receive.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { importDetail } from '#lib/view/import-detail-view.ts';
import type { ImportShown } from '#lib/view/imports-view.ts';
import { kindChoices } from '#lib/view/kind-choices.ts';
import { plain } from '#lib/view/plain-text.ts';
import { importRowsTable, rowCounts } from '#lib/view/import-rows-view.ts';
import { changesShown } from '#lib/view/order-changes-view.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { pageFrom } from '../../../(supervision)/links.ts';
import { recordView } from '../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../ground.server.ts';
import { importShown } from '../listed.server.ts';
import { uploadSentence } from '../upload-sentences.server.ts';
import { actorOf, beginImport, recordUpload } from '../uploading.server.ts';
import { outcomeAsked } from './outcome-asked.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

const rowsPerPage = 200;
/** How long undoing waits for an import under way before it tells its reader to come back. */
const undoWaitsMs = 20_000;

/** One import: what became of each row, the rows themselves where `outcome` asks for them, and the way to undo it. */
export const load: PageServerLoad = async (event) => {
	const { url, params } = event;
	const one = await importShown(params.number);
	const waits = (await latestOfExport(openLedger(dataFolder()), one.sha256)) === one.seq;
	const isTaken = one.result.outcome === 'taken';
	const counted = one.result.outcome === 'taken' ? await countedNow(one, one.result) : null;
	return {
		foot: groundOf(await servedWarehouse()) ?? {},
		seq: one.seq,
		detail: importDetail(one, { waits }),
		counts: one.result.outcome === 'taken' ? rowCounts(one.result, one.seq, counted!.superseded) : [],
		changes: counted?.changes ? changesShown(counted.changes, one.seq) : null,
		uncounted: counted?.isTooLarge ? m.brought_uncounted() : null,
		undone: one.undoneAt === null ? null : m.upload_one_undone({ time: undoneTime(one.undoneAt) }),
		kinds: waits && isTaken ? kindChoices(one.result) : null,
		mayUndo: isTaken && one.undoneAt === null,
		asksUndo: url.searchParams.has('undo'),
		undoQuestion: m.upload_undo_ask({ number: one.seq, file: plain(one.fileName) }),
		rows: url.searchParams.has('outcome') ? await rowsOf(event, one) : null
	};
};

const undoneTime = (at: string) => formatDateTime(cityTime(at), getLocale());

/** What is told against the exports that stand now. Of an import that was undone nothing is: none of it is in the figures. */
async function countedNow({ seq, sha256, undoneAt }: ImportShown, result: TakenIn) {
	if (undoneAt !== null) return { superseded: null, changes: null, isTooLarge: false };
	const folder = dataFolder();
	const asked = await rowsAskedOf(openLedger(folder), seq);
	const [superseded, changes] = await Promise.all([
		unlessTooLarge(
			remembered(folder, `superseded ${seq} ${sha256}`, () => countImportRows(folder, asked, 'superseded'))
		),
		result.kind === 'orders'
			? unlessTooLarge(remembered(folder, `changes ${sha256}`, () => orderChanges(folder, ownExportOf(result))))
			: null
	]);
	return { superseded: superseded?.rows ?? null, changes, isTooLarge: result.kind === 'orders' && changes === null };
}

/** What would not fit in the memory it may take is left out: the page has more to say than these counts. */
async function unlessTooLarge<Answer>(count: Promise<Answer>): Promise<Answer | null> {
	try {
		return await count;
	} catch (error) {
		if (!/out of memory/i.test(String(error))) throw error;
		return null;
	}
}

async function rowsOf(event: Parameters<PageServerLoad>[0], { seq, result }: ImportShown) {
	const question = outcomeAsked(event.url);
	if (result.outcome !== 'taken') error(404, m.upload_no_rows());
	const page = pageFrom(event.url);
	const asked = await rowsAskedOf(openLedger(dataFolder()), seq);
	const { rows: rowsTotal, lines: total } = await countImportRows(dataFolder(), asked, question);
	const pages = Math.max(1, Math.ceil(total / rowsPerPage));
	if (page > pages) error(404, m.upload_page_beyond({ page, pages }));
	await recordView(event, `import ${seq}`);
	const offset = (page - 1) * rowsPerPage;
	const rows = await importRows(dataFolder(), asked, [question], { limit: rowsPerPage, offset });
	const hasSheet = result.format.sheet !== '';
	const { table, isCut } = importRowsTable(rows, question, { seq, offset, total, rowsTotal, hasSheet });
	const then = question === 'superseded' ? rowsTotal : ((result.rows as ImportedRows)[question] ?? 0);
	const hints = [
		question === 'superseded' && m.upload_rows_superseded_hint(),
		question === 'identical' && m.rows_identical_hint(),
		then !== rowsTotal &&
			m.rows_differ({ then: formatCount(then, getLocale()), now: formatCount(rowsTotal, getLocale()) }),
		isCut && m.rows_cut_hint(),
		total > mostRowsWhole && m.rows_csv_only({ most: formatCount(mostRowsWhole, getLocale()) })
	];
	return {
		table: total > mostRowsWhole ? { ...table, otherFiles: [] } : table,
		pages: pageLinks(event.url, page, pages),
		hints: hints.filter((hint) => hint !== false),
		mayMend: question === 'setAside' && total > 0
	};
}

export const actions: Actions = {
	/** Reads the file as another kind of export, from its archived bytes. */
	kind: async ({ params, locals, request }) => {
		const by = actorOf(locals);
		const { seq, sha256, fileName, result } = await importShown(params.number);
		const said = (await request.formData()).get('kind');
		const kind = typeof said === 'string' && isKindName(said) ? said : undefined;
		const isLatest = (await latestOfExport(openLedger(dataFolder()), sha256)) === seq;
		if (result.outcome !== 'taken' || !isLatest || !kind) return fail(409, { problem: m.kind_change_not() });
		await beginImport(by, [{ sha256, fileName }], { ...answersOfForm(result.answers), kind });
		redirect(303, '/imports');
	},
	/** Mended rows as a file: read as their export was, as of its data cut. */
	handback: async ({ params, request, locals }) => {
		const by = actorOf(locals);
		const { seq, result } = await importShown(params.number);
		if (result.outcome !== 'taken') return fail(409, { problem: m.upload_no_rows() });
		try {
			const files = await receiveForm(ensureDataFolder(dataFolder()), request, by);
			for (const { sha256 } of files) await recordUpload(by, sha256, null);
			const { answers, dataCut, mending } = askedOfMended(result);
			const named = files.map(({ sha256, fileName }) => ({
				...{ sha256, dataCut, mending, fileName: m.mend_handback_name({ number: seq, file: fileName }) }
			}));
			await beginImport(by, named, answers);
		} catch (problem) {
			passOver(request.body);
			if (!(problem instanceof UploadProblem)) throw problem;
			return fail(problem.status, { problem: uploadSentence(problem.fault) });
		}
		redirect(303, '/imports');
	},
	/** Takes the import out of the figures, after the page has asked. */
	undo: async ({ params, locals }) => {
		const by = actorOf(locals);
		const { seq } = await importShown(params.number);
		const folder = dataFolder();
		try {
			await whenFree(() => undoImport(folder, openLedger(folder), seq, by), { forMs: undoWaitsMs });
		} catch (problem) {
			if (problem instanceof ImportUnderWay) return fail(409, { problem: m.upload_undo_busy() });
			if (problem instanceof NothingToUndo) return fail(409, { problem: m.upload_undo_not() });
			throw problem;
		}
		redirect(303, `/imports/${seq}`);
	}
};
