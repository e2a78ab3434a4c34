import { rawAnswer } from '../answer-values.ts';
import { type Answers, together } from '../answers.ts';
import { type ExportField, orderFields } from '../export-fields.ts';
import type { TakenIn } from '../intake-result.ts';
import type { KindName } from '../kinds/kind.ts';
import { otherKinds } from '../kinds/kinds.ts';

/** What the first line of a profile's file says: what it is, and in which shape. */
export const profileFormat = 'duban-profile/1';

/**
 * How one kind of export is read, so that next month's is read the same way without asking. A column of its headers that
 * is not named under `columns` is kept raw.
 */
export type Profile = {
	name: string;
	/** What it is for, in a person's words; may be empty. */
	about: string;
	kind: KindName;
	/** The headers of the files it is for, in their order; one list for each way its system writes them. */
	headers: string[][];
	/** Field → the header it is read from; two where a date and a time of day stand in columns of their own. */
	columns: Partial<Record<ExportField, string[]>>;
	/** What else people said of these files: the order of month and day, a scale, the header's row … */
	answers: Answers;
};

/** The fields that columns of a kind of export may hold. */
export const fieldsOf = (kind: KindName): ExportField[] =>
	(kind === 'orders' ? Object.keys(orderFields) : Object.keys(otherKinds[kind].headers)) as ExportField[];

/** The headers that a profile keeps raw. */
export function rawHeaders({ headers, columns }: Pick<Profile, 'headers' | 'columns'>): string[] {
	const named = new Set(Object.values(columns).flat());
	return [...new Set(headers.flat())].filter((header) => header !== '' && !named.has(header));
}

/** A profile as answers: all that can be asked of such a file is said. */
export function answersOf(profile: Profile): Answers {
	const columns = Object.entries(profile.columns).map(([field, [header]]) => [`column:${field}`, header!]);
	return together(profile.answers, Object.fromEntries(columns) as Answers, {
		kind: profile.kind,
		[rawAnswer]: JSON.stringify(rawHeaders(profile))
	});
}

const proven: Record<string, string> = { dates_read_as_month_first: 'mdy', dates_read_as_day_first: 'dmy' };

/**
 * The profile that reads files as one was read. The order of month and day that its values proved is in it too: next month's
 * may prove none. Answers that only speak of columns or the kind are said by `columns` and `kind`.
 */
export function profileOfReading(
	{ kind, mapping, answers, notes }: Pick<TakenIn, 'kind' | 'mapping' | 'answers' | 'notes'>,
	{ name, about = '', headers }: { name: string; about?: string; headers: string[] }
): Profile {
	const orders = notes.flatMap((note) => proven[note] ?? []);
	const own = Object.entries(answers).filter(
		([said]) => said !== 'kind' && said !== rawAnswer && !/^column:/.test(said)
	);
	return {
		...{ name, about, kind, headers: [headers] },
		columns: Object.fromEntries(mapping.map(({ field, headers: read }) => [field, read])),
		answers: together(orders.length === 1 ? { 'date-order': orders[0]! } : {}, Object.fromEntries(own))
	};
}

/** A profile as its file holds it: what people look for first, the headers last. */
export const profileDocument = ({ name, about, kind, columns, answers, headers }: Profile) => ({
	...{ format: profileFormat, name, about, kind, columns, answers, headers }
});

/** A profile as its file: a line a header, so that people can read and compare it. */
export const profileText = (profile: Profile): string => `${JSON.stringify(profileDocument(profile), null, '\t')}\n`;
