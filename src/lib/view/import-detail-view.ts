import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import {
	fieldName,
	kindName,
	noteSentence,
	reasonSentence,
	refusalSentence,
	repairSentence
} from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ImportShown } from './imports-view.ts';
import { plain } from './plain-text.ts';
import { questionShown } from './question-view.ts';

/**
 * What is to be said of one import: facts, notes, repairs, reasons, and where each field was read from. A question waits
 * until the file is imported again.
 */
export function importDetail({ seq, fileName, sha256, result }: ImportShown, { waits = false } = {}) {
	const locale = getLocale();
	const common = { seq, name: plain(fileName), hash: sha256.slice(0, 12) };
	if (result.outcome === 'refused')
		return { ...common, refusal: refusalSentence(result.refusal, locale), question: null, taken: null };
	if (result.outcome === 'asked')
		return { ...common, refusal: null, question: { ...questionShown(result), waits }, taken: null };
	const counted = (sentence: string, count: number) =>
		m.imports_counted({ sentence, count: formatCount(count, locale) });
	return {
		...common,
		refusal: null,
		question: null,
		taken: {
			facts: [
				{ term: m.imports_hash(), text: `${sha256.slice(0, 12)}…` },
				{ term: m.imports_format(), text: formatText(result) },
				{ term: m.imports_cut(), text: cutText(result) },
				{ term: m.kind_heading(), text: kindName(result.kind, locale) },
				...profileFact(result)
			],
			notes: result.notes.map((note) => noteSentence(note, locale)),
			repairs: result.repairs.map(({ rule, count }) => counted(repairSentence(rule, locale), count)),
			reasons: result.reasons.map(({ reason, count }) => counted(reasonSentence(reason, locale), count)),
			mapping: result.mapping.map(({ field, headers }) => ({
				field: fieldName(field, locale),
				headers: headers.map(plain).join(' + ')
			})),
			unmapped: result.unmapped.map(plain)
		}
	};
}

/** The profile it was read by, with the way to it; imports of older Dubans have none. */
const profileFact = ({ profile = null }: Partial<TakenIn>) =>
	profile === null
		? []
		: [{ term: m.profile_title(), text: profile, href: `/imports/profiles#${encodeURIComponent(profile)}` }];

function formatText({ format }: TakenIn): string {
	const { encoding } = format;
	const sheet = plain(format.sheet);
	switch (format.container) {
		case 'xlsx':
			return m.imports_format_xlsx({ sheet });
		case 'xls':
			return m.imports_format_xls({ sheet });
		case 'ods':
			return m.imports_format_ods({ sheet });
		case 'html':
			return m.imports_format_html({ encoding, table: sheet.replace(/\D+/g, '') });
		case 'json':
			return sheet === '' ? m.imports_format_json({ encoding }) : m.imports_format_json_list({ encoding, sheet });
		case 'jsonl':
			return m.imports_format_jsonl({ encoding });
		case 'parquet':
			return m.imports_format_parquet();
		case 'csv': {
			const separator = format.separator === '\t' ? m.imports_tab() : format.separator;
			return m.imports_format_csv({ encoding, separator });
		}
	}
}

function cutText({ dataCut, dataCutFrom }: TakenIn): string {
	if (dataCutFrom === 'none') return m.kind_undated();
	const cut = formatDateTime(dataCut, getLocale());
	return dataCutFrom === 'given' ? m.imports_cut_given({ cut }) : m.imports_cut_latest({ cut });
}
