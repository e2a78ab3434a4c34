import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { StorageFault } from '#lib/domain/storage-fault.ts';
import { refusalSentence } from '#lib/messages/intake-sentences.ts';
import { storageSentence } from '#lib/messages/storage-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { type ImportShown } from './imports-view.ts';
import { plain } from './plain-text.ts';

/** Files that were asked to be imported together; `askedAt` on the city's clocks, `howFar` while it is under way. */
export type CommandShown = {
	seq: number;
	files: { fileName: string }[];
	state: 'open' | 'done' | 'failed' | 'interrupted';
	problem: StorageFault | null;
	imports: number[];
	askedAt: string;
	askedBy: string;
	howFar: { file: string; step: string; rows?: number } | null;
};

export type CommandView = ReturnType<typeof commandView>;

/** How far a command is, or what came of each of its files, with the way there. */
export function commandView(command: CommandShown, imports: ReadonlyMap<number, ImportShown>) {
	const { seq, state, files, askedAt, askedBy } = command;
	const names = files.map(({ fileName }) => plain(fileName));
	return {
		seq,
		isUnderWay: state === 'open',
		mayRepeat: state === 'failed' || state === 'interrupted',
		names: names.join(m.list_gap()),
		when: m.upload_state_when({ time: formatDateTime(askedAt, getLocale()), name: askedBy }),
		step: stateSentence(command),
		outcomes: command.imports.flatMap((number, place) => {
			const one = imports.get(number);
			return one ? [{ number, name: names[place] ?? plain(one.fileName), text: outcomeText(one) }] : [];
		})
	};
}

const steps: Record<string, (words: { rows: string }) => string> = {
	begin: m.upload_state_begin,
	archive: m.upload_state_archive,
	check: m.upload_state_check,
	write: m.upload_state_write,
	build: m.upload_state_build
};

function stateSentence({ state, problem, howFar }: CommandShown): string | null {
	if (state === 'done') return null;
	if (state === 'failed') return problem === null ? m.upload_state_failed() : storageSentence(problem, getLocale());
	if (state === 'interrupted') return m.upload_state_interrupted();
	if (howFar === null) return m.upload_state_waiting();
	const { file, step, rows } = howFar;
	const counted = formatCount(rows ?? 0, getLocale());
	const sentence =
		steps[step]?.({ rows: counted }) ?? (rows ? m.upload_state_read_rows({ rows: counted }) : m.upload_state_read());
	return file === '' ? sentence : `${plain(file)}${m.colon()}${sentence}`;
}

function outcomeText({ result }: ImportShown): string {
	const locale = getLocale();
	if (result.outcome === 'asked') return m.upload_outcome_asked();
	if (result.outcome === 'refused')
		return m.upload_outcome_refused({ sentence: refusalSentence(result.refusal, locale) });
	const { read, accepted, setAside } = result.rows;
	const n = (rows: number) => formatCount(rows, locale);
	return m.upload_outcome_taken({ read: n(read), accepted: n(accepted), setAside: n(setAside) });
}
