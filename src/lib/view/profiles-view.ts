import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { Overlap } from '#lib/domain/profiles/overlaps.ts';
import { type Profile, rawHeaders } from '#lib/domain/profiles/profile.ts';
import { fieldName, kindName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { RememberedAnswer } from '#lib/server/ledger/answers.ts';
import type { ImportRecord } from '#lib/server/ledger/imports.ts';
import { answerLabel, answerShown } from './answers-shown.ts';
import { plain } from './plain-text.ts';

/** A profile in a reader's words; `entered` on the city's clocks, null for one that comes along; `overlap` how it stands to those for the same headers. */
export function profileShown(
	{ profile, entered }: { profile: Profile; entered: { at: string; by: string } | null },
	overlap: Overlap
) {
	const locale = getLocale();
	const { name, about, kind, columns, answers } = profile;
	const raw = rawHeaders(profile);
	return {
		name,
		comesAlong: entered === null,
		about,
		kind: kindName(kind, locale),
		counts: m.profile_counts({
			fields: formatCount(Object.keys(columns).length, locale),
			raw: formatCount(raw.length, locale)
		}),
		from: entered
			? m.profile_entered({ time: formatDateTime(entered.at, locale), name: entered.by })
			: m.profile_comes_along(),
		overlaps: overlapsSaid(overlap),
		columns: Object.entries(columns).map(([field, headers]) => ({
			field: fieldName(field, locale),
			headers: headers.map(plain).join(' + ')
		})),
		answers: Object.entries(answers).map(([said, value]) => ({
			label: answerLabel(said),
			value: answerShown(said, value)
		})),
		raw: raw.map(plain).join(m.list_gap()),
		href: `/imports/profiles/${encodeURIComponent(name)}.json`,
		removeHref: `/imports/profiles?remove=${encodeURIComponent(name)}#remove`
	};
}

/** Which of several profiles for the same headers holds, in sentences; none where there is no other. */
function overlapsSaid({ yieldsTo, yieldsAll, holdsOver }: Overlap): string[] {
	const named = (names: string[]) =>
		names.map((name) => m.profile_quoted({ name: plain(name) })).join(m.profile_names_gap());
	const yields = yieldsAll ? m.profile_yields_all : m.profile_yields_some;
	return [
		...(yieldsTo.length > 0 ? [yields({ names: named(yieldsTo) })] : []),
		...(holdsOver.length > 0 ? [m.profile_holds_over({ names: named(holdsOver) })] : [])
	];
}

/** What is remembered beside profiles, by the files it is of: named after the latest of them, the imports the latest first. */
export function rememberedShown(remembered: RememberedAnswer[], imports: ImportRecord[]) {
	const signatures = [...new Set(remembered.map(({ signature }) => signature))];
	return signatures.map((signature) => {
		const latest = imports.find(({ result }) => result.outcome !== 'refused' && result.signature === signature);
		return {
			signature,
			file: latest ? plain(latest.fileName) : signature,
			href: latest ? `/imports/${latest.seq}/columns` : null,
			answers: remembered
				.filter((one) => one.signature === signature)
				.map(({ name, value, enteredBy }) => ({
					...{ name, label: answerLabel(name), value: answerShown(name, value), by: enteredBy }
				}))
		};
	});
}
