import type { Period } from '#lib/domain/periods.ts';
import { rulesOn, type Stretch } from '#lib/domain/rules/in-use.ts';
import { dimensions, filterDimensions, periodUnder, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { rulesAsked, UnknownRules } from '#lib/server/ledger/rules-asked.ts';
import { openWarehouse, type WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { dayOption, onlyOptions, option, parseArguments, type Arguments } from './arguments.ts';
import { questions } from './questions/index.ts';
import { listed } from './questions/list.ts';
import { everyKey, measureQuestion } from './questions/measure.ts';
import type { Row } from './questions/question.ts';
import { sayAfter } from './import-files.ts';
import { usage } from './usage.ts';

/**
 * Answers one question from the served warehouse: rows, the value of `--by` in a column of that name. Any measure is a
 * question by its key or id; `--list` lists them without asking anything.
 */
export async function ask(line: string[]): Promise<Row[]> {
	const args = parseArguments(line, ['json', 'list']);
	if (args.options.has('list')) {
		onlyOptions(args, ['json', 'list']);
		return listed();
	}
	const asking = asked(args);
	const folder = dataFolder();
	await bringUpToDate(folder, sayAfter(2000));
	const version = currentVersion(folder);
	if (version === null) throw usage(m.cli_nothing_loaded, {});
	const rules = await stretches(option(args, 'rules') ?? null);
	const warehouse = await openWarehouse(versionPath(folder, version));
	try {
		return await answered(warehouse.db, asking, rules);
	} finally {
		await warehouse.close();
	}
}

/** What a line asks, before any warehouse is opened; throws UsageError for what no question knows. */
export function asked(args: Arguments) {
	const question = questionNamed(args);
	onlyOptions(args, ['json', 'from', 'to', 'period', 'by', 'rules', ...question.options, ...filterDimensions]);
	return { args, question, by: dimensionOf(args, question) };
}

/** The rows of it, from an open warehouse, under the rules asked for; the second are those in use where others were asked for. */
export async function answered(
	db: WarehouseDb,
	{ args, question, by }: ReturnType<typeof asked>,
	[rules, inUse]: [Stretch[], Stretch[] | null]
): Promise<Row[]> {
	const scope = scopeOf(args, rules);
	// What `by` may be is the question's own, whichever it is.
	const rows = await question.answer(underRules(db, rules), scope, by as never, args, {
		rules: rulesOn(rules, scope.period.to),
		inUse: inUse && usedRules(inUse, db, args)
	});
	return rows.map(({ name: value, ...row }) => (by === undefined ? row : { [by]: value ?? null, ...row }));
}

/** What the rows are counted by; a dimension that the question does not have is an error that lists those it has. */
function dimensionOf(args: Arguments, { dimensions: own = dimensions }: AnyQuestion): string | undefined {
	const by = option(args, 'by');
	if (by === undefined || own.some((known) => known === by)) return by;
	throw usage(m.cli_one_of, { name: 'by', allowed: own.join(', ') || '–', value: by });
}

type AnyQuestion = (typeof questions)[string] | NonNullable<ReturnType<typeof measureQuestion>>;

function questionNamed({ words }: Arguments): AnyQuestion {
	const [name = '', ...others] = words;
	const question = Object.hasOwn(questions, name) ? questions[name] : measureQuestion(name);
	if (question && others.length === 0) return question;
	throw usage(m.cli_unknown_question, {
		questions: [...Object.keys(questions), ...everyKey].join(', '),
		value: words.join(' ') || '–'
	});
}

/** The rules asked for, and those in use where others were asked for. */
async function stretches(id: string | null): Promise<[Stretch[], Stretch[] | null]> {
	const folder = dataFolder();
	const ledger = openLedger(folder);
	try {
		const { asked, inUse } = await rulesAsked(ledger, id);
		return [asked, id === null ? null : inUse];
	} catch (error) {
		if (error instanceof UnknownRules)
			throw usage(m.cli_unknown_rules, { id: error.id, known: error.known.join(', ') });
		throw error;
	} finally {
		await closeLedger(folder);
	}
}

/** The same question as it would be without `--rules`. */
function usedRules(stretches: Stretch[], db: WarehouseDb, args: Arguments) {
	const scope = scopeOf(args, stretches);
	return { db: underRules(db, stretches), scope, rules: rulesOn(stretches, scope.period.to) };
}

function scopeOf(args: Arguments, rules: Stretch[]): Scope {
	const filters = Object.fromEntries(
		filterDimensions.map((dimension) => [dimension, args.options.get(dimension) ?? []])
	);
	return { period: periodOf(args, rules), ...filters } as Scope;
}

/** Days given by hand are days of the calendar; a period by its name is made of the months of the rules. */
function periodOf(args: Arguments, rules: Stretch[]): Period {
	const name = option(args, 'period');
	const days = { from: dayOption(args, 'from'), to: dayOption(args, 'to') };
	const hasDays = days.from !== null || days.to !== null;
	if (name === undefined && hasDays) return days;
	if (hasDays) throw usage(m.rules_period_or_days, {});
	const period = periodUnder(name ?? 'all', (day) => rulesOn(rules, day).month);
	if (!period) throw usage(m.period_unreadable, { value: name ?? 'all' });
	return period;
}
