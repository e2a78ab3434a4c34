/** A row of a unit directory, or (`written` is there) a word of a person's on how exports write a unit. Days are 'YYYY-MM-DD'. */
export type UnitEntry = {
	name: string;
	validTo: string | null;
	validFrom: string | null;
	successor: string | null;
	aliases: string | null;
	written: string | null;
	/** A later place holds against an earlier one. */
	place: number;
};

/** What a name in an export stands for from one day to another, both with it; null: any. */
export type NameSpan = { written: string; from: string | null; to: string | null; unit: string };

const aliasesOf = ({ aliases }: UnitEntry): string[] =>
	(aliases ?? '').split(/[;；,，、|\n]/).flatMap((alias) => alias.trim() || []);

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const latest = (days: (string | null)[]) =>
	days
		.filter((day) => day !== null)
		.toSorted()
		.at(-1) ?? null;

/**
 * What every name in a directory stands for, by day: itself, until it went over into one other unit (renamed, merged), from
 * then on that one. Of a unit that was split nobody can say which part is meant: from the next day on it stands for nothing, and so
 * does a short name that two units claim. A unit that ended without a successor goes on being called what it was.
 */
export function nameSpans(entries: readonly UnitEntry[]): NameSpan[] {
	const listed = Map.groupBy(
		entries.filter(({ written }) => written === null),
		({ name }) => name
	);
	const meant = new Map<string, string>([...listed.keys()].map((name) => [name, name]));
	const claims = new Map<string, Set<string>>();
	for (const entry of [...listed.values()].flat())
		for (const alias of aliasesOf(entry)) claims.set(alias, (claims.get(alias) ?? new Set()).add(entry.name));
	for (const [alias, names] of claims) if (!meant.has(alias) && names.size === 1) meant.set(alias, [...names][0]!);
	const told = entries.filter(({ written }) => written !== null).toSorted((a, b) => a.place - b.place);
	for (const { written, name } of told) meant.set(written!, name);
	return [...meant].flatMap(([written, unit]) =>
		spansFrom(unit, null, listed, new Set()).map((span) => ({ written, ...span }))
	);
}

function spansFrom(
	unit: string,
	from: string | null,
	listed: ReadonlyMap<string, UnitEntry[]>,
	passed: Set<string>
): Omit<NameSpan, 'written'>[] {
	const rows = listed.get(unit) ?? [];
	const successors = new Set(rows.flatMap(({ successor }) => successor ?? []));
	if (successors.size === 0 || passed.has(unit)) return [{ unit, from, to: null }];
	const [successor] = successors;
	const begun = latest((listed.get(successor!) ?? []).map(({ validFrom }) => validFrom));
	const end = latest(rows.map(({ validTo }) => validTo)) ?? (begun && dayBefore(begun));
	// Without a day the change was always so.
	const own = end !== null && (from === null || from <= end) ? [{ unit, from, to: end }] : [];
	if (successors.size > 1) return own.length > 0 ? own : [];
	const next = end === null ? from : from !== null && from > end ? from : dayAfter(end);
	return [...own, ...spansFrom(successor!, next, listed, new Set([...passed, unit]))];
}
