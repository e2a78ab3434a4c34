import { type Random, randomFrom } from '#lib/domain/random.ts';
import { cellDefects, sheetDefects } from './cell-defects.ts';
import { below, cleanExport, pick } from './clean-export.ts';
import { type Draft, draftOf, written } from './draft.ts';
import { type Defect, tableDefects } from './table-defects.ts';
import { textDefects } from './text-defects.ts';

const ofText: Defect[] = [...tableDefects, ...cellDefects, ...textDefects];
const ofSheets: Defect[] = [...tableDefects, ...cellDefects, ...sheetDefects].filter(({ isText }) => !isText);

/** How a text begins, before anything is wrong with it: every system has its own ways. */
function startingForm(draft: Draft, random: Random): void {
	if (random() < 0.25) draft.encoding = pick(random, ['utf-8-mark', 'gb18030'] as const);
	if (random() < 0.25) draft.lineEnd = '\r\n';
	if (random() < 0.15) draft.separator = pick(random, ['\t', ';']);
	if (random() < 0.1) draft.quoting = 'always';
}

export type Spoilt = { seed: number; draft: Draft; bytes: Buffer };

/** A clean export with one to four defects, of this seed; the same seed gives the same bytes. */
export async function spoiltExport(seed: number): Promise<Spoilt> {
	const random = randomFrom(seed);
	const draft = draftOf(cleanExport(random), random() < 0.2 ? 'xlsx' : 'csv');
	if (draft.form === 'csv') startingForm(draft, random);
	const wanted = 1 + below(random, 4);
	const defects = draft.form === 'csv' ? ofText : ofSheets;
	for (let tries = 0; draft.done.length < wanted && tries < 50; tries++) {
		const { name, apply } = pick(random, defects);
		if (!draft.done.includes(name) && apply(draft, random) !== false) draft.done.push(name);
	}
	return { seed, draft, bytes: await written(draft, random) };
}
