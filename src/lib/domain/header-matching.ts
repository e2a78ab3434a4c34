import { durationUnit } from './duration-units.ts';
import { type ExportField, exportFields, fieldsInOrder } from './export-fields.ts';
import { headerSynonyms, personalParts, writtenExactly } from './header-synonyms.ts';

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

type Synonym = { field: ExportField; key: string };
const synonyms: Synonym[] = fieldsInOrder.flatMap((field) =>
	headerSynonyms[field].map((synonym) => ({ field, key: headerKey(synonym) }))
);
const known = new Set(synonyms.map(({ key }) => key));
const longestFirst = synonyms
	.filter(({ key }) => /^[\u4e00-\u9fff]{3,}$/.test(key))
	.sort((a, b) => b.key.length - a.key.length);

/** 预计办结时间 is no closing and 退回承办单位 no unit: these words before a synonym change what it means. */
const otherMeaning =
	/是否|协|退|原|旧|拟|建议|申请|预|计划|要求|应|承诺|期望|延|剩余|未|最迟|规定|被|上次|父|关联|督办/;

/** The longest synonym the header ends with, where what stands before it leaves its meaning alone. */
function containedField(header: string, isFree: (field: ExportField) => boolean): ExportField | undefined {
	const key = keyWithoutBrackets(header).replace(/(名称|全称)$/, '');
	if (personalParts.some((part) => key.includes(part))) return undefined;
	const found = longestFirst.find((synonym) => key.endsWith(synonym.key));
	if (!found || !isFree(found.field)) return undefined;
	return otherMeaning.test(key.slice(0, key.length - found.key.length)) ? undefined : found.field;
}

/** Which column each field is read from: field to the header's place in its row. One field a column, one column a field. */
export type HeaderMatch = Map<ExportField, number>;

const exactKeys = new Map(writtenExactly.map((synonym) => [headerKey(synonym), synonym]));
const isAddressLike = (header: string) => (exactKeys.get(headerKey(header)) ?? header) !== header;

/** Matches a row of headers: exact names first, then Chinese names that end with a known one. */
export function matchHeaders(headers: readonly string[]): HeaderMatch {
	const match: HeaderMatch = new Map();
	const taken = new Set<number>();
	// 办结期限（工作日） holds a number of days, not a moment.
	const isLength = headers.map((header) => durationUnit(header) !== undefined);
	const isOther = (field: ExportField, place: number) => exportFields[field] === 'time' && isLength[place] === true;
	const take = (field: ExportField, place: number) => {
		if (taken.has(place) || match.has(field)) return;
		match.set(field, place);
		taken.add(place);
	};
	for (const keyOf of [headerKey, keyWithoutBrackets]) {
		const places = new Map<string, number[]>();
		headers.forEach((header, place) => {
			const key = isAddressLike(header) ? '' : keyOf(header);
			if (known.has(key)) places.set(key, [...(places.get(key) ?? []), place]);
		});
		// Most rows that are tried as a header hold no name at all.
		if (places.size === 0) continue;
		for (const { field, key } of synonyms) {
			const free = places.get(key)?.find((place) => !taken.has(place) && !isOther(field, place));
			if (free !== undefined) take(field, free);
		}
	}
	headers.forEach((header, place) => {
		if (taken.has(place) || header === '') return;
		const field = containedField(header, (candidate) => !match.has(candidate) && !isOther(candidate, place));
		if (field) take(field, place);
	});
	return match;
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
