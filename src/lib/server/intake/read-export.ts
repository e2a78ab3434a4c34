import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBy, type ReadBy } from '#lib/domain/answers.ts';
import type { DurationUnit } from '#lib/domain/duration-units.ts';
import { type Spilled, type SpillPaths, spillRows } from './cells/spill-rows.ts';
import { withAnswers } from './map/answered-columns.ts';
import { withKind } from './map/asked-kind.ts';
import { suspendedUnit } from './map/duration-units.ts';
import { requireColumns } from './map/required-columns.ts';
import { type AnswersFor, signatureOf } from './map/signature.ts';
import { OpenQuestion } from './open-question.ts';
import { type OpenExport, openExport } from './read/open-export.ts';
import { presumedEncoding } from './read/presumed-encoding.ts';
import { hasUtf8Lines } from './read/utf8-lines.ts';
import { RefusedExport } from './refused-export.ts';
import type { StagingJob } from './stage-export.ts';

/** The rows of an export as they stand, spilled into files, and what was said of it. */
export type SpilledExport = {
	opened: OpenExport;
	signature: string;
	by: ReadBy;
	unit: DurationUnit;
	paths: SpillPaths;
	spilled: Spilled;
};

/** Reads all rows of one archived export. Throws RefusedExport and OpenQuestion. */
export const readExport = async (job: StagingJob, onRows: (rows: number) => void): Promise<SpilledExport> =>
	(await presumingly(job, onRows)) ?? (await spillExport(job, onRows));

/**
 * The same by the encoding that the file's beginning shows; undefined where that does not hold of all of it, or anything is wrong or open, of
 * which a reading that has looked at all of it says what it is.
 */
async function presumingly(job: StagingJob, onRows: (rows: number) => void): Promise<SpilledExport | undefined> {
	const presumed = presumedEncoding(job.archived);
	if (presumed === undefined) return undefined;
	try {
		const read = await spillExport(job, onRows, presumed);
		if (!(read.spilled.hasUtf8Runs ?? hasUtf8Lines(job.archived))) return read;
	} catch {
		// Told by the other reading.
	}
	for (const path of Object.values(spillPaths(job.folder))) rmSync(path, { force: true });
	return undefined;
}

const spillPaths = (folder: string): SpillPaths => ({
	plain: join(folder, 'plain.csv'),
	ahead: join(folder, 'ahead.csv'),
	parted: join(folder, 'parted.csv'),
	other: join(folder, 'other.csv')
});

async function spillExport(
	job: StagingJob,
	onRows: (rows: number) => void,
	encoding?: 'gb18030'
): Promise<SpilledExport> {
	const saidOf = (headers: readonly string[]) => readBy(signatureOf(headers), job.said);
	const answersFor: AnswersFor = (headers) => saidOf(headers).answers;
	const opened = await openExport(job.archived, job.folder, answersFor, encoding);
	const { headers } = opened.header;
	const [signature, by] = [signatureOf(headers), saidOf(headers)];
	return askingBy(signature, async () => {
		// In its place, not in a copy: some notes are known only once the rows have been read.
		opened.header = withAnswers(withKind(opened.header, by.answers), by.answers);
		await requireColumns(opened, by.answers);
		const unit = suspendedUnit(opened.header, opened.head ?? [], by.answers);
		const paths = spillPaths(job.folder);
		const spilled = await spillRows(opened, paths, onRows);
		if (spilled.data === 0 && spilled.setAside === 0) throw new RefusedExport('header_only');
		return { opened, signature, by, unit, paths, spilled };
	});
}

/** Does what may ask something, of the file with this signature. */
export async function askingBy<Result>(signature: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof OpenQuestion && error.signature === '' ? new OpenQuestion(error.question, signature) : error;
	}
}
