import { blot } from '#lib/domain/citizen.ts';
import type { FieldKind } from '#lib/domain/export-fields.ts';
import { mobileNumber, personalNumber, wideNumberSigns } from '#lib/domain/personal-numbers.ts';
import { emptyTimes, nullWords, spreadsheetErrors } from '#lib/domain/vocabularies.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import { callerNameRule, callerPersonSql } from './caller-names.ts';
import { type Database, literals } from './database.ts';
import { filledMark } from '#lib/domain/kept-cells.ts';

/**
 * What is done to a cell before it is read as a time, a word or a number. Every step that changes a value is a
 * repair under its own name. A step is left out of the SQL of columns it would change nothing in.
 */
type Step = {
	rule: string;
	applies: (kind: FieldKind) => boolean;
	sql: (value: string, kind: FieldKind) => string;
};

const invisibleCharacters = '[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]';
/** What spilling the rows makes of control characters. */
const controlPictures = '\u2400-\u2421';
const blanks = ' \t\r\n\u00a0\u3000';
const wide = '０１２３４５６７８９：－／．　（）＋';
const narrow = '0123456789:-/. ()+';

/** Numbers as they are looked for: half width, whatever they are written in. A class of wide digits, repeated, is dear. */
const halfWidth = (value: string) => `translate(${value}, '${wideNumberSigns.wide}', '${wideNumberSigns.narrow}')`;
const standingAlone = (number: string) => `(^|[^0-9])(${number})([^0-9]|$)`;

/** SQL that blots a personal number out of a name; twice, since of two that stand side by side the first takes the sign between them. */
const anyNumber = standingAlone(personalNumber);
const without = (value: string, number: string) => `regexp_replace(${value}, '${number}', '\\1${blot}\\3', 'g')`;
const withoutAll = (value: string, number: string) =>
	`case when regexp_matches(${halfWidth(value)}, '${number}') then ${without(without(halfWidth(value), number), number)} else ${value} end`;

const isConverted = (kind: FieldKind) => kind !== 'name';
const nullWordsOf = (kind: FieldKind) => (kind === 'time' ? [...nullWords, ...emptyTimes] : nullWords);

/** Nothing where only blanks are left. */
const trimmed = (value: string) => `nullif(trim(${value}, '${blanks}'), '')`;

export const cleaningSteps: Step[] = [
	{
		rule: 'merged_cell',
		applies: () => true,
		sql: (value) => `replace(${value}, '${filledMark}', '')`
	},
	{
		rule: 'backslash_quote',
		applies: () => true,
		sql: (value) => `replace(${value}, '\\"', '"')`
	},
	{
		rule: 'control_characters',
		applies: () => true,
		sql: (value) => `regexp_replace(${value}, '[${controlPictures}]', '', 'g')`
	},
	{
		rule: 'invisible_characters',
		applies: () => true,
		sql: (value) => `regexp_replace(${value}, '${invisibleCharacters}', '', 'g')`
	},
	{
		rule: 'surrounding_blanks',
		applies: () => true,
		sql: (value) => trimmed(value)
	},
	{
		// ="0012" keeps a spreadsheet from reading an order number as a number.
		rule: 'excel_text_formula',
		applies: () => true,
		sql: (value) =>
			`case when ${value} like '="%"' then ${trimmed(`substr(${value}, 3, length(${value}) - 3)`)} else ${value} end`
	},
	{
		rule: 'leading_apostrophe',
		applies: () => true,
		// A name may begin with one; before the sign of a formula it was put there by what wrote the file.
		sql: (value, kind) =>
			isConverted(kind) ? trimmed(`ltrim(${value}, '''')`) : `regexp_replace(${value}, '^''([=+@＝＋－＠-])', '\\1')`
	},
	{
		rule: 'full_width_characters',
		applies: isConverted,
		sql: (value) => `translate(${value}, '${wide}', '${narrow}')`
	},
	{
		rule: 'personal_number',
		applies: (kind) => kind === 'name',
		sql: (value) => withoutAll(value, anyNumber)
	},
	{
		rule: 'spreadsheet_error',
		applies: () => true,
		sql: (value) => `case when lower(${value}) in (${literals(spreadsheetErrors)}) then null else ${value} end`
	},
	{
		rule: 'null_word',
		applies: () => true,
		sql: (value, kind) =>
			`case when list_contains([${literals(nullWordsOf(kind))}], lower(${value})) then null else ${value} end`
	}
];

/**
 * Values that some step may change, in one scan by one expression: the steps themselves are dear, and most columns
 * of most exports hold no such value.
 */
function mayChange(value: string, kind: FieldKind): string {
	const edges = `^[\\s\u00a0\u3000'']|[\\s\u00a0\u3000]$|^="`;
	const personal = kind === 'name' ? `regexp_matches(${halfWidth(value)}, '${anyNumber}') or ` : '';
	const wideOnes = isConverted(kind) ? `|[${wide}]` : '';
	const pattern = `${filledMark}|${invisibleCharacters}|[${controlPictures}]|\\\\"|${edges}${wideOnes}`;
	const words = [...nullWordsOf(kind), ...spreadsheetErrors];
	// No sign becomes less than a third as long by being made small.
	const longest = 3 * Math.max(...words.map((word) => Buffer.byteLength(word)));
	const isWord = `(strlen(${value}) <= ${longest} and lower(${value}) in (${literals(words)}))`;
	return `(${personal}regexp_matches(${value}, '${pattern}') or ${isWord})`;
}

/** In flag columns '-' is the export's own word for "not set"; a cell of blanks is blank, not repaired. */
const isRepair = (rule: string, kind: FieldKind, before: string, after: string) =>
	`(${after} is distinct from ${before}` +
	(rule === 'surrounding_blanks' ? ` and ${after} is not null` : '') +
	(rule === 'null_word' && kind === 'flag' ? ` and ${before} <> '-'` : '') +
	')';

/** A step at work in one column: the view `tidy` holds what it makes of `before` as `name`. */
type Stage = { rule: string; before: string; name: string; sql: string };

export type CleanColumn = {
	column: SourceColumn;
	stages: Stage[];
	/** The column of `tidy` with the cleaned value; null where the cell says nothing. */
	value: string;
	/** When a rule changed the cell, as SQL over `tidy`; only rules that did somewhere. */
	repairs: { rule: string; when: string }[];
};

/** Names and words repeat: it is quicker to find the distinct ones first. Times and numbers hardly do. */
const valuesOf = ({ name, kind }: SourceColumn) =>
	['time', 'number'].includes(kind) ? `(select ${name} as s0 from raw)` : `(select distinct ${name} as s0 from raw)`;

/** A handler goes by a number that may look like one of an identity card; nobody's licence looks like a telephone's. */
const stepsFor = ({ kind, field }: SourceColumn) =>
	cleaningSteps
		.filter((step) => step.applies(kind))
		.map((step) =>
			step.rule === 'personal_number' && field === 'handler'
				? { ...step, sql: (value: string) => withoutAll(value, standingAlone(mobileNumber)) }
				: step
		);

/** The steps that change some value. A select within a select for each, so that no expression holds another one twice. */
async function activeSteps(database: Database, column: SourceColumn): Promise<Step[]> {
	const steps = stepsFor(column);
	const trial = steps.reduce(
		(source, step, index) => `(select *, ${step.sql(`s${index}`, column.kind)} as s${index + 1} from ${source})`,
		`(select s0 from ${valuesOf(column)} where ${mayChange('s0', column.kind)})`
	);
	const tests = steps.map((_, index) => `count(*) filter (s${index + 1} is distinct from s${index}) as n_${index}`);
	const [counts] = await database.rows(`select ${tests.join(', ')} from ${trial}`);
	return steps.filter((_, index) => Number(counts?.[`n_${index}`]) > 0);
}

/** Finds out which steps change anything, column by column; in columns `known` to hold usual times none does. */
export async function cleanColumns(
	database: Database,
	columns: readonly SourceColumn[],
	known: ReadonlyMap<string, unknown>
): Promise<CleanColumn[]> {
	// A caller's number is a key already. Columns of one kind are looked through at once: making the pattern ready is dear.
	const byKind = Map.groupBy(
		[...columns.entries()].filter(([, { kind, name }]) => kind !== 'phone' && !known.has(name)),
		([, { kind }]) => kind
	);
	const counts = [...byKind].map(([kind, ofKind]) => {
		const values = ofKind.map(([place, column]) => `select ${place} as place, s0 from ${valuesOf(column)}`);
		return `select distinct place from (${values.join(' union all ')}) where ${mayChange('s0', kind)}`;
	});
	const rows = counts.length === 0 ? [] : await database.rows(counts.join(' union all '));
	const changed = new Set(rows.map(({ place }) => Number(place)));
	const cleaned: CleanColumn[] = [];
	for (const [place, column] of columns.entries()) {
		const active = changed.has(place) ? await activeSteps(database, column) : [];
		cleaned.push(cleanColumn(column, active));
	}
	return cleaned;
}

function cleanColumn(column: SourceColumn, steps: Step[]): CleanColumn {
	const { name, kind } = column;
	const stages: Stage[] = [];
	for (const { rule, sql } of steps) {
		const before = stages.at(-1)?.name ?? name;
		stages.push({ rule, before, name: `${name}_${rule}`, sql: sql(before, kind) });
	}
	const repairs = stages.map((stage) => ({
		rule: stage.rule,
		when: isRepair(stage.rule, kind, stage.before, stage.name)
	}));
	return { column, stages, value: stages.at(-1)?.name ?? name, repairs };
}

/**
 * Makes the view `stepped`: the raw columns and what each step makes of them. A select within a select for each step,
 * so that no expression holds another one twice.
 */
export async function makeSteppedView(database: Database, cleaned: CleanColumn[]): Promise<void> {
	const columns = cleaned.map(({ column }) => column);
	let source = `(select *${callerPersonSql(columns)} from raw)`;
	for (const rule of [...cleaningSteps.map(({ rule }) => rule), callerNameRule]) {
		const stages = cleaned.flatMap((clean) => clean.stages.filter((stage) => stage.rule === rule));
		const made = stages.map(({ sql, name }) => `, ${sql} as ${name}`);
		if (made.length > 0) source = `(select *${made.join('')} from ${source})`;
	}
	await database.run(`create view stepped as select * from ${source}`);
}
