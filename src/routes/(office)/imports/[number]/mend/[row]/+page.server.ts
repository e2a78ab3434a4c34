import { error, redirect } from '@sveltejs/kit';
import { reasonSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { archiveMendedRow, askedOfMended, rowToMend } from '#lib/server/imports/mended.ts';
import { plain } from '#lib/view/plain-text.ts';
import { recordView } from '../../../../../(supervision)/viewed.server.ts';
import { importShown } from '../../../listed.server.ts';
import { actorOf, beginImport, recordUpload } from '../../../uploading.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** One row of an export, cell by cell, and the form that hands it back mended. */
export const load: PageServerLoad = async (event) => {
	const { one, found, row } = await asked(event.params);
	await recordView(event, `import ${one.seq}, row ${row}`);
	const locale = getLocale();
	return {
		seq: one.seq,
		row,
		file: plain(one.fileName),
		why: found.reasons.map((reason) => reasonSentence(reason, locale)),
		cells: found.cells.map((value, place) => ({
			name: `c${place}`,
			label: found.headers[place] === undefined ? m.mend_beyond({ place: place + 1 }) : plain(found.headers[place]),
			value,
			isLong: widthOf(value) > 60 || /[\r\n]/.test(value),
			isFaulty: found.faulty.includes(found.headers[place] ?? ''),
			isBeyond: place >= found.headers.length
		}))
	};
};

/** Letters' widths; a Chinese character takes two. */
const widthOf = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

async function asked(params: { number: string; row: string }) {
	const one = await importShown(params.number);
	const row = /^[1-9]\d{0,8}$/.test(params.row) ? Number(params.row) : 0;
	const found = one.result.outcome === 'taken' ? await rowToMend(dataFolder(), one.sha256, row) : null;
	if (one.result.outcome !== 'taken' || found === null) error(404, m.upload_no_rows());
	return { one, found, row, result: one.result };
}

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const by = actorOf(locals);
		const { one, found, row, result } = await asked(params);
		const form = await request.formData();
		const cells = found.headers.map((_, place) => String(form.get(`c${place}`) ?? ''));
		const fileName = m.mend_file_name({ number: one.seq, row });
		const file = await archiveMendedRow(ensureDataFolder(dataFolder()), found.headers, cells, fileName);
		await recordUpload(by, file.sha256, null);
		const { answers, dataCut, mending } = askedOfMended(result);
		await beginImport(by, [{ ...file, dataCut, mending }], answers);
		redirect(303, '/imports');
	}
};
