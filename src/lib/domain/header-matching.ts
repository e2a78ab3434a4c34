import { durationUnit } from './duration-units.ts';
import { type ExportField, exportFields, type OrderField, orderFields } from './export-fields.ts';
import { headerSynonyms, personalParts, writtenExactly } from './header-synonyms.ts';
import type { ExportKind } from './kinds/kind.ts';

const fullWidthOffset = 0xfee0;

/** Full-width forms as their half-width twins: （ to (, ２ to 2, the wide blank to a blank. */
export function toHalfWidth(text: string): string {
	return text
		.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - fullWidthOffset))
		.replace(/\u3000/g, ' ');
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A header as it is compared: half width, lower case, without blanks, colons, asterisks, brackets or joiners. */
export function headerKey(header: string): string {
	const name = header.slice(0, longestName);
	let key = keys.get(name);
	if (key !== undefined) return key;
	key = keyOf(name);
	if (keys.size >= mostKeys) keys.clear();
	keys.set(name, key);
	return key;
}

/** The first rows of a file are tried as its header many times over. */
const keys = new Map<string, string>();
const mostKeys = 10_000;
/** A cell of data may be a million characters; no name goes on so long. */
const longestName = 200;

function keyOf(header: string): string {
	return toHalfWidth(header.replace(invisible, ''))
		.toLowerCase()
		.replace(/[\s\u00a0:*_\-./、|()[\]【】〔〕《》<>"'“”]/g, '');
}

/** The key without what stands in brackets: a unit such as (小时), or a remark such as (必填). */
const keyWithoutBrackets = (header: string) =>
	headerKey(toHalfWidth(header.slice(0, longestName)).replace(/[([【〔].*?[)\]】〕]/g, ''));

/** A name of a field; of several in one row the one of the lowest rank is read. */
type Synonym = { field: ExportField; key: string; rank: number };
/** The names of a kind's fields by how they are compared; `endings` those that a Chinese header may end with. */
type Names = { byKey: Map<string, Synonym[]>; endings: Map<string, ExportField>; longestEnding: number };

function namesOf(headers: Partial<Record<ExportField, readonly string[]>>, isLoose: boolean): Names {
	const synonyms = Object.entries(headers)
		.flatMap(([field, names]) => names.map((name) => ({ field: field as ExportField, key: headerKey(name) })))
		.map((synonym, rank): Synonym => ({ ...synonym, rank }));
	const endings = new Map<string, ExportField>();
	for (const { field, key } of synonyms)
		if (isLoose && /^[\u4e00-\u9fff]{3,}$/.test(key) && !endings.has(key)) endings.set(key, field);
	const longestEnding = Math.max(0, ...[...endings.keys()].map(({ length }) => length));
	return { byKey: Map.groupBy(synonyms, ({ key }) => key), endings, longestEnding };
}

const orderNames = namesOf(
	Object.fromEntries((Object.keys(orderFields) as OrderField[]).map((field) => [field, headerSynonyms[field]])),
	true
);
const namesOfKind = new Map<ExportKind, Names>();

/** 预计办结时间 is no closing and 退回承办单位 no unit: these words before a synonym change what it means. */
const otherMeaning =
	/是否|协|退|原|旧|拟|建议|申请|预|计划|要求|应|承诺|期望|延|剩余|未|最迟|规定|被|上次|父|关联|督办/;

/** The longest name of a field the header ends with, where what stands before it leaves its meaning alone. */
function containedField(
	header: string,
	{ endings, longestEnding }: Names,
	isFree: (field: ExportField) => boolean
): ExportField | undefined {
	const key = keyWithoutBrackets(header).replace(/(名称|全称)$/, '');
	if (personalParts.some((part) => key.includes(part))) return undefined;
	for (let length = Math.min(longestEnding, key.length); length > 0; length--) {
		const field = endings.get(key.slice(-length));
		if (field) return isFree(field) && !otherMeaning.test(key.slice(0, -length)) ? field : undefined;
	}
	return undefined;
}

/** Which column each field is read from: field to the header's place in its row. One field a column, one column a field. */
export type HeaderMatch = Map<ExportField, number>;

const exactKeys = new Map(writtenExactly.map((synonym) => [headerKey(synonym), synonym]));
const isAddressLike = (header: string) => (exactKeys.get(headerKey(header)) ?? header) !== header;

/** Matches a row of headers of orders: exact names first, then Chinese names that end with a known one. */
export const matchHeaders = (headers: readonly string[]): HeaderMatch => matchNames(headers, orderNames);

/** Matches a row of headers to the fields of another kind of export. */
export function matchKind(headers: readonly string[], kind: ExportKind): HeaderMatch {
	let names = namesOfKind.get(kind);
	if (!names) namesOfKind.set(kind, (names = namesOf(kind.headers, kind.isLoose ?? false)));
	return matchNames(headers, names);
}

/** A row of headers made ready for comparing, once for all kinds: the places of each key, as written and without brackets. */
type Prepared = { names: string[]; placesByKey: Map<string, number[]>[]; isLength: boolean[] };
const prepared = new WeakMap<readonly string[], Prepared>();

function prepare(headers: readonly string[]): Prepared {
	const known = prepared.get(headers);
	if (known) return known;
	const names = headers.map((header) => (header.length > longestName || isAddressLike(header) ? '' : header));
	const placesByKey = [headerKey, keyWithoutBrackets].map((keyOf) => {
		const places = new Map<string, number[]>();
		for (const [place, name] of names.entries()) {
			const key = name && keyOf(name);
			const same = key && places.get(key);
			if (same) same.push(place);
			else if (key) places.set(key, [place]);
		}
		return places;
	});
	// 办结期限（工作日） holds a number of days, not a moment.
	const made = { names, placesByKey, isLength: names.map((name) => name !== '' && durationUnit(name) !== undefined) };
	prepared.set(headers, made);
	return made;
}

function matchNames(headers: readonly string[], known: Names): HeaderMatch {
	const { names, placesByKey, isLength } = prepare(headers);
	const match: HeaderMatch = new Map();
	const taken = new Set<number>();
	const isOther = (field: ExportField, place: number) => exportFields[field] === 'time' && isLength[place] === true;
	const take = (field: ExportField, place: number | undefined) => {
		if (place === undefined || match.has(field)) return;
		match.set(field, place);
		taken.add(place);
	};
	for (const places of placesByKey) {
		// By rank, as if every name there is had been looked for.
		const met = [...places.keys()].flatMap((key) => known.byKey.get(key) ?? []).sort((a, b) => a.rank - b.rank);
		for (const { field, key } of met)
			take(
				field,
				places.get(key)!.find((place) => !taken.has(place) && !isOther(field, place))
			);
	}
	if (known.endings.size === 0) return match;
	names.forEach((name, place) => {
		if (taken.has(place) || name === '') return;
		const isFree = (candidate: ExportField) => !match.has(candidate) && !isOther(candidate, place);
		const field = containedField(name, known, isFree);
		if (field) take(field, place);
	});
	return match;
}

/** How a header says what field it is: by a name as we know it, by one with a remark in brackets, or by how it ends. */
export type NamedBy = 'name' | 'remark' | 'ending';

/** By what a header was matched with a field, whose known names these are. */
export function namedBy(header: string, names: readonly string[]): NamedBy {
	const keys = new Set(names.map(headerKey));
	if (keys.has(headerKey(header))) return 'name';
	return keys.has(keyWithoutBrackets(header)) ? 'remark' : 'ending';
}

/**
 * The other half of a date and time split over two columns: CREATION TIME for CREATION DATE, 受理日期 for 受理时间.
 * Undefined where there is none that is free.
 */
export function partnerColumn(headers: readonly string[], match: HeaderMatch, place: number): number | undefined {
	const taken = new Set(match.values());
	const key = headerKey(headers[place] ?? '');
	const partner = key.endsWith('date')
		? key.replace(/date$/, 'time')
		: key.endsWith('日期')
			? key.replace(/日期$/, '时间')
			: key.endsWith('时间')
				? key.replace(/时间$/, '日期')
				: undefined;
	if (!partner) return undefined;
	const found = headers.findIndex((header, other) => !taken.has(other) && headerKey(header) === partner);
	return found < 0 ? undefined : found;
}
