import { dimensions, filterDimensions, type Dimension, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { openWarehouse, type WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { closingsInDays } from '#queries/closings-in-days.ts';
import { duration } from '#queries/duration.ts';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { timeliness } from '#queries/timeliness.ts';
import { volumes } from '#queries/volumes.ts';
import { dayOption, onlyOptions, option, parseArguments, type Arguments } from './arguments.ts';
import { usage } from './usage.ts';

type Row = Record<string, unknown>;
type Asked = (db: WarehouseDb, scope: Scope, by: Dimension | undefined, args: Arguments) => Promise<Row[]>;

/** Hours to the sixth decimal: a tenth of a second is finer than any export. */
const hours = (seconds: number | null | undefined) =>
	seconds === null || seconds === undefined ? null : Math.round((seconds / 3600) * 1e6) / 1e6;

const questions: Record<string, Asked> = {
	volumes: (db, scope, by) => volumes(db, scope, by).execute(),
	timeliness: (db, scope, by) => timeliness(db, scope, by).execute(),
	'on-time': (db, scope, by, args) => {
		const basis = option(args, 'basis', ['due', 'closed']) ?? 'due';
		return rate(db, basis === 'due' ? 'on-time-due' : 'on-time-closed', scope, by).execute();
	},
	'handling-time': async (db, scope, by, args) => {
		const negatives = option(args, 'negatives', ['drop', 'keep']) ?? 'drop';
		const [rows, inDays] = await Promise.all([
			duration(db, 'handling-time', scope, by, negatives).execute(),
			closingsInDays(db, scope, by).execute()
		]);
		return rows.map((row) => {
			const days = inDays.find((other) => (other.name ?? null) === (row.name ?? null));
			return {
				name: row.name,
				n: row.n,
				medianHours: hours(row.medianSeconds),
				p90Hours: hours(row.p90Seconds),
				meanHours: hours(row.meanSeconds),
				negative: row.negative,
				dateOnly: days?.dateOnly ?? 0,
				medianWholeDays: days?.medianDays ?? null,
				closedWithoutTime: days?.closedWithoutTime ?? 0
			};
		});
	},
	'return-visits': (db, scope, by) => returnVisits(db, scope, by).execute()
};

/** Answers one question from the served warehouse: rows, the value of `--by` in a column of that name. */
export async function ask(line: string[]): Promise<Row[]> {
	const args = parseArguments(line, ['json']);
	const [name, ...others] = args.words;
	const question = name === undefined ? undefined : questions[name];
	if (!question || others.length > 0) {
		throw usage(m.cli_unknown_question, {
			questions: Object.keys(questions).join(', '),
			value: args.words.join(' ') || '–'
		});
	}
	onlyOptions(args, ['json', 'from', 'to', 'by', 'basis', 'negatives', ...filterDimensions]);
	const by = option(args, 'by', dimensions);
	const folder = dataFolder();
	const version = currentVersion(folder);
	if (version === null) throw usage(m.cli_nothing_loaded, {});
	const warehouse = await openWarehouse(versionPath(folder, version));
	try {
		const rows = await question(warehouse.db, scopeOf(args), by, args);
		return rows.map(({ name: value, ...row }) => (by === undefined ? row : { [by]: value ?? null, ...row }));
	} finally {
		await warehouse.close();
	}
}

function scopeOf(args: Arguments): Scope {
	const filters = Object.fromEntries(
		filterDimensions.map((dimension) => [dimension, args.options.get(dimension) ?? []])
	);
	return { period: { from: dayOption(args, 'from'), to: dayOption(args, 'to') }, ...filters } as Scope;
}
