import { answerValues, isAnswer } from '../answer-values.ts';
import type { Answers } from '../answers.ts';
import { type ExportField, exportFields } from '../export-fields.ts';
import { headerKey, type HeaderMatch, partnerColumn } from '../header-matching.ts';
import { kindNames } from '../kinds/kind.ts';
import { missingOf } from '../kinds/kinds.ts';
import { fieldsOf, type Profile, profileFormat } from './profile.ts';

/** What can be wrong with a profile's file; the sentence for a reader is made from it in lib/messages. */
export type ProfileFault =
	| 'not_json'
	| 'not_a_profile'
	| 'unknown_key'
	| 'wrong_value'
	| 'wrong_name'
	| 'header_not_told_apart'
	| 'unknown_field'
	| 'field_of_other_kind'
	| 'column_not_there'
	| 'column_twice'
	| 'not_two_halves'
	| 'lacks_field'
	| 'unknown_answer'
	| 'wrong_answer';

/** Thrown for a profile that can not be used as it is written: where, what stands there, and what may stand there. */
export class UnreadableProfile extends Error {
	readonly fault: ProfileFault;
	readonly details: { at: string; value: string; wanted: string };
	constructor(fault: ProfileFault, { at = '', value = '', wanted = '' }: Partial<UnreadableProfile['details']>) {
		super(`${fault}: ${at} is ${value}; wanted: ${wanted}`);
		this.name = 'UnreadableProfile';
		this.fault = fault;
		this.details = { at, value: value.slice(0, 200), wanted };
	}
}

const keys = ['format', 'name', 'about', 'kind', 'columns', 'answers', 'headers'];
const most = { headers: 20, columns: 4000, text: 400, file: 4_000_000 };

const shown = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value)).slice(0, 200);

function wrong(at: string, value: unknown, wanted: string): never {
	throw new UnreadableProfile('wrong_value', { at, value: shown(value), wanted });
}

/** A name a person gives: one line that no folder and no option can be. */
export const isProfileName = (name: unknown): name is string =>
	typeof name === 'string' && /^[^\p{C}/\\]{1,80}$/u.test(name) && name.trim() === name && !/^[-.]/.test(name);

/** A profile from the text of its file. Throws UnreadableProfile. */
export function readProfileText(text: string): Profile {
	if (text.length > most.file) wrong('file', text.length, `≤ ${most.file}`);
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		throw new UnreadableProfile('not_json', { value: (error as Error).message });
	}
	return readProfile(value);
}

/** A profile from parsed JSON of the shape that `duban profile export` writes. Throws UnreadableProfile. */
export function readProfile(value: unknown): Profile {
	const given = objectOf(value, '');
	if (given.format !== profileFormat)
		throw new UnreadableProfile('not_a_profile', { at: 'format', value: shown(given.format), wanted: profileFormat });
	for (const key of Object.keys(given))
		if (!keys.includes(key)) throw new UnreadableProfile('unknown_key', { at: key, wanted: keys.join(', ') });
	if (!isProfileName(given.name)) throw new UnreadableProfile('wrong_name', { at: 'name', value: shown(given.name) });
	const { about = '' } = given;
	if (typeof about !== 'string' || about.length > 2000) wrong('about', about, '"…"');
	const kind = kindNames.find((name) => name === given.kind);
	if (!kind) wrong('kind', given.kind, kindNames.join(', '));
	const headers = headersOf(given.headers);
	const columns = columnsOf(given.columns, { kind, headers });
	return { name: given.name, about, kind, headers, columns, answers: answersIn(given.answers ?? {}) };
}

function objectOf(value: unknown, at: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		if (at === '') throw new UnreadableProfile('not_a_profile', { value: shown(value), wanted: profileFormat });
		wrong(at, value, '{ … }');
	}
	return value as Record<string, unknown>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= most.text;

function headersOf(value: unknown): string[][] {
	if (!Array.isArray(value) || value.length === 0 || value.length > most.headers) wrong('headers', value, '[["…", …]]');
	return value.map((list: unknown, place) => {
		const isList = Array.isArray(list) && list.length > 0 && list.length <= most.columns;
		if (!isList || !list.every(isText)) wrong(`headers[${place}]`, list, '["…", …]');
		requireToldApart(list as string[], `headers[${place}]`);
		return list as string[];
	});
}

/** As the intake tells columns apart: `#3` where the third has no name, `承办单位#2` where another had it before. */
function requireToldApart(list: string[], at: string): void {
	for (const [place, value] of list.entries()) {
		const before = list.slice(0, place).filter((other) => other === value).length;
		const wanted = headerKey(value) === '' ? `#${place + 1}` : before > 0 ? `${value}#${before + 1}` : value;
		if (wanted !== value) throw new UnreadableProfile('header_not_told_apart', { at, value, wanted });
	}
}

function columnsOf(value: unknown, { kind, headers }: Pick<Profile, 'kind' | 'headers'>): Profile['columns'] {
	const known = new Set(headers.flat());
	const holders = new Map<string, string>();
	const columns: Profile['columns'] = {};
	for (const [name, read] of Object.entries(objectOf(value ?? {}, 'columns'))) {
		const at = `columns.${name}`;
		if (!Object.hasOwn(exportFields, name))
			throw new UnreadableProfile('unknown_field', { at, value: name, wanted: fieldsOf(kind).join(', ') });
		const field = name as ExportField;
		if (!fieldsOf(kind).includes(field))
			throw new UnreadableProfile('field_of_other_kind', { at, value: name, wanted: kind });
		const named: unknown[] = Array.isArray(read) ? read : [read];
		if (named.length < 1 || named.length > 2 || !named.every(isText)) wrong(at, read, '["…"]');
		for (const header of named as string[]) {
			if (!known.has(header)) throw new UnreadableProfile('column_not_there', { at, value: header });
			const holder = holders.get(header);
			if (holder) throw new UnreadableProfile('column_twice', { at, value: header, wanted: holder });
			holders.set(header, name);
		}
		columns[field] = named as string[];
	}
	for (const list of headers) requireHalves(columns, list);
	requireEnough(kind, columns);
	return columns;
}

const placesIn = (columns: Profile['columns'], headers: string[]): HeaderMatch =>
	new Map(
		Object.entries(columns).flatMap(([field, [header]]) => {
			const place = headers.indexOf(header!);
			return place < 0 ? [] : [[field as ExportField, place] as const];
		})
	);

/** Two columns are joined only where they are the two halves of one moment, by their names. */
function requireHalves(columns: Profile['columns'], headers: string[]): void {
	const match = placesIn(columns, headers);
	for (const [field, [whole, half]] of Object.entries(columns)) {
		const place = match.get(field as ExportField);
		if (half === undefined || place === undefined) continue;
		const partner = exportFields[field as ExportField] === 'time' ? partnerColumn(headers, match, place) : undefined;
		if (partner === undefined || headers[partner] !== half)
			throw new UnreadableProfile('not_two_halves', { at: `columns.${field}`, value: `${whole} + ${half}` });
	}
}

function requireEnough(kind: Profile['kind'], columns: Profile['columns']): void {
	const match: HeaderMatch = new Map(Object.keys(columns).map((field, place) => [field as ExportField, place]));
	const [missing] = missingOf({ kind, match });
	if (missing) throw new UnreadableProfile('lacks_field', { at: 'columns', value: missing, wanted: kind });
}

function answersIn(value: unknown): Answers {
	for (const [name, said] of Object.entries(objectOf(value, 'answers'))) {
		const at = `answers.${name}`;
		const isKnown = Object.hasOwn(answerValues, name);
		if (!isKnown)
			throw new UnreadableProfile('unknown_answer', { at, value: name, wanted: Object.keys(answerValues).join(', ') });
		if (typeof said === 'string' && isAnswer(name, said)) continue;
		const wanted = [...answerValues[name]!, ...(name === 'header-row' ? ['1', '2', '…'] : [])].join(', ');
		throw new UnreadableProfile('wrong_answer', { at, value: shown(said), wanted });
	}
	return value as Answers;
}
