import { fail, type RequestEvent } from '@sveltejs/kit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { answersBefore, commandBySeq, commandsListed, fileAskedBefore } from '#lib/server/ledger/import-commands.ts';
import { importBySeq, latestOfExport } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { passOver } from '#lib/server/uploads/body-chunks.ts';
import { receiveForm } from '#lib/server/uploads/receive.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { importDetail } from '#lib/view/import-detail-view.ts';
import { exportsList, exportsTable, importsList, importsOnPage, importsTable } from '#lib/view/imports-view.ts';
import { waitingNames } from '#queries/waiting-names.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { groundOf } from '../ground.server.ts';
import { dataCutFrom } from './data-cut.server.ts';
import { commandsShown, importsShown } from './listed.server.ts';
import { uploadHint, uploadSentence } from './upload-sentences.server.ts';
import { actorOf, beginImport, recordUpload, asUploadProblem } from './uploading.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What was taken in, what was not and why, what waits for a word, and what the figures are made of now. */
export const load: PageServerLoad = async () => {
	const [warehouse, imports, commands] = await Promise.all([servedWarehouse(), importsShown(), commandsShown()]);
	const latest = new Map(imports.toReversed().map(({ seq, sha256 }) => [sha256, seq]));
	// What is being read again may be answered already.
	const open = await commandsListed(openLedger(dataFolder()), 0);
	const underWay = new Set(open.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
	const details = imports
		.slice(0, importsOnPage)
		.map((one) => importDetail(one, { waits: !underWay.has(one.sha256) && latest.get(one.sha256) === one.seq }));
	return {
		foot: groundOf(warehouse) ?? {},
		isNone: imports.length === 0,
		// Whoever comes to this page finds first what only a person can say.
		asked: details.filter(({ question }) => question?.waits),
		hint: uploadHint(),
		commands,
		table: importsTable(importsList(imports)),
		details: details.filter(({ question }) => !question?.waits),
		waiting: warehouse ? (await waitingNames(warehouse.db).execute()).length : 0,
		exports: warehouse ? exportsTable(exportsList(await exportsLoaded(warehouse.db).execute())) : null
	};
};

type Event = Pick<RequestEvent, 'request' | 'locals'>;

export const actions: Actions = {
	/** The form of a page without JavaScript: read as it streams, never gathered. */
	upload: async ({ request, locals }: Event) => {
		const by = actorOf(locals);
		try {
			let said: string | undefined;
			const onField = (name: string, text: string) => {
				if (name === 'data-cut') said = text;
			};
			const files = await receiveForm(ensureDataFolder(dataFolder()), request, by, { onField });
			for (const { sha256 } of files) await recordUpload(by, sha256, null);
			const dataCut = dataCutFrom(said);
			if (dataCut === null) return fail(400, { problem: m.upload_cut_not() });
			await beginImport(
				by,
				files.map((file) => ({ ...file, dataCut }))
			);
			return { done: m.upload_begun() };
		} catch (problem) {
			passOver(request.body);
			const { fault, status } = asUploadProblem(problem);
			return fail(status, { problem: uploadSentence(fault) });
		}
	},
	/** The word a file waits for: its archived bytes are read again by it. */
	answer: async ({ request, locals }: Event) => {
		const by = actorOf(locals);
		const form = await request.formData();
		const ledger = openLedger(dataFolder());
		const record = await importBySeq(ledger, Number(form.get('import')) || 0);
		const value = form.get('value');
		if (record?.result.outcome !== 'asked' || (await latestOfExport(ledger, record.sha256)) !== record.seq)
			return fail(409, { problem: m.upload_answer_not() });
		const { sha256, fileName, question } = record.result;
		const dataCut = dataCutFrom(form.get('data-cut'));
		if (dataCut === null) return fail(400, { problem: m.upload_cut_not() });
		if (typeof value !== 'string' || !question.choices.some((choice) => choice.value === value))
			return fail(400, { problem: m.upload_answer_not() });
		const answers = { ...(await answersBefore(ledger, record.seq)), [question.name]: value };
		const before = await fileAskedBefore(ledger, record.seq);
		await beginImport(by, [{ sha256, fileName, ...before, ...(dataCut && { dataCut }) }], answers);
		return { done: m.upload_answer_begun() };
	},
	/** What failed or was broken off, once more from its archived bytes. */
	repeat: async ({ request, locals }: Event) => {
		const by = actorOf(locals);
		const command = await commandBySeq(
			openLedger(dataFolder()),
			Number((await request.formData()).get('command')) || 0
		);
		const { exports } = dataFolder();
		const isThere = command?.files.every(({ sha256 }) => existsSync(join(exports, sha256)));
		if (!command || !isThere || command.state === 'open') return fail(409, { problem: m.upload_repeat_not() });
		await beginImport(by, command.files, command.answers);
		return { done: m.upload_begun() };
	}
};
