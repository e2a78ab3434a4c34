import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { DuckDBInstance } from '@duckdb/node-api';
import { addDays } from '#lib/domain/periods.ts';
import { type Dimension, dimensions, type Scope } from '#lib/domain/scope.ts';
import { DuckDbDialect } from '#lib/server/warehouse/dialect.ts';
import type { WarehouseTables } from '#lib/server/warehouse/schema.ts';
import { backlogByAge } from '#queries/backlog-by-age.ts';
import { calls } from '#queries/calls.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { caseMix } from '#queries/case-mix.ts';
import { closingsInDays } from '#queries/closings-in-days.ts';
import { columnsByMonth } from '#queries/columns-by-month.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { count } from '#queries/count.ts';
import { deadlineAgreement } from '#queries/deadline-agreement.ts';
import { dataCutOf } from '#queries/data-cut-of.ts';
import { drawComparison } from '#queries/draw-comparison.ts';
import { drawRanks } from '#queries/draw-ranks.ts';
import { durationDistribution } from '#queries/duration-distribution.ts';
import { duration } from '#queries/duration.ts';
import { exclusionReasons } from '#queries/exclusion-reasons.ts';
import { exclusions } from '#queries/exclusions.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { filterValues } from '#queries/filter-values.ts';
import { gap } from '#queries/gap.ts';
import { handlers } from '#queries/handlers.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { makeUpDays } from '#queries/make-up-days.ts';
import {
	measures,
	type CallKey,
	besideOrders,
	type CountKey,
	type DurationKey,
	type GapKey,
	type MeasureKey,
	type QuantityKey,
	type RateKey,
	type SurvivalKey
} from '#queries/measures.ts';
import { monthsReceived } from '#queries/months-received.ts';
import { monthsWatched } from '#queries/months-watched.ts';
import { namesByMonth } from '#queries/names-by-month.ts';
import { orderCoUnits } from '#queries/order-co-units.ts';
import { orderEvents } from '#queries/order-events.ts';
import { orderNotices } from '#queries/order-notices.ts';
import { order } from '#queries/order.ts';
import { knownNames } from '#queries/known-names.ts';
import { visitTotalsSources } from '#queries/visit-totals-sources.ts';
import { visitTotals } from '#queries/visit-totals.ts';
import { waitingNames } from '#queries/waiting-names.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { ordersBehind } from '#queries/orders-behind.ts';
import { perResident } from '#queries/per-resident.ts';
import { qualityFound } from '#queries/quality-found.ts';
import { qualityOrdersTotal } from '#queries/quality-orders-total.ts';
import { qualityOrders } from '#queries/quality-orders.ts';
import { checkKeys } from '#queries/quality/index.ts';
import { quantity } from '#queries/quantity.ts';
import { quota } from '#queries/quota.ts';
import { ranking } from '#queries/ranking.ts';
import { rate } from '#queries/rate.ts';
import { ratio } from '#queries/ratio.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { sampleDrawn } from '#queries/sample-drawn.ts';
import { sampleEligible } from '#queries/sample-eligible.ts';
import { shares } from '#queries/shares.ts';
import { supervisionTypes } from '#queries/supervision-types.ts';
import { survivalCurve } from '#queries/survival-curve.ts';
import { timeliness } from '#queries/timeliness.ts';
import { visitPairs } from '#queries/visit-pairs.ts';
import { volumes } from '#queries/volumes.ts';
import { watchListCounts } from '#queries/watch-list-counts.ts';
import { watchList } from '#queries/watch-list.ts';
import { isCityLevelOnly } from '#queries/where/city-level.ts';
import { worst24Hours } from '#queries/worst-24-hours.ts';
import { parts } from '#queries/where/behind.ts';

/** Compiles and never runs: no instance stands behind it. */
const db = new Kysely<WarehouseTables>({
	dialect: new DuckDbDialect({ instance: undefined as unknown as DuckDBInstance })
}).withSchema('warehouse');

/** Every value is one no query could hold by itself. */
const asked: Scope = {
	period: { from: '2031-05-07', to: '2031-06-08' },
	line: ['线甲'],
	channel: ['渠乙', ''],
	kind: ['类丙'],
	category: ['目丁', '目戊'],
	district: [''],
	unit: [`局己'); drop table orders --`]
};
const values = ['2031-05-07', addDays('2031-06-08', 1), '线甲', '渠乙', '类丙', '目丁', '目戊', asked.unit[0]!];

/** Calls are kept to a period and lines; a quota is of a year. */
const ofLines: Scope = { ...asked, channel: [], kind: [], category: [], district: [], unit: [] };

type Compiled = { sql: string; parameters: readonly unknown[] };
type Question = (by?: Dimension) => { compile: () => Compiled };

const scoped: Record<string, Question> = {
	count: (by) => count(db, 'received', asked, by),
	volumes: (by) => volumes(db, asked, by),
	timeliness: (by) => timeliness(db, asked, by),
	rate: (by) => rate(db, 'on-time-due', asked, by),
	ratio: (by) => ratio(db, 'dispatch-accuracy-each', asked, by),
	duration: (by) => duration(db, 'handling-time', asked, by),
	'deadline-agreement': (by) => deadlineAgreement(db, asked, by),
	'closings-in-days': (by) => closingsInDays(db, asked, by),
	'return-visits': (by) => returnVisits(db, asked, by),
	'duration-distribution': () => durationDistribution(db, 'handling-time', asked),
	ranking: () => ranking(db, 'on-time-due', asked),
	exclusions: (by) => exclusions(db, 'on-time-due', asked, by),
	'exclusion-reasons': () => exclusionReasons(db, 'on-time-due', asked),
	'columns-by-month': () => columnsByMonth(db, asked),
	'names-by-month': () => namesByMonth(db, 'unit', asked),
	'case-mix': () => caseMix(db, 'on-time-due', asked),
	'orders-behind': () => ordersBehind(db, 'on-time-due', 'numerator', asked),
	'orders-behind-total': () => ordersBehindTotal(db, 'on-time-due', 'numerator', asked),
	'watch-list': () => watchList(db, asked),
	'watch-list-counts': () => watchListCounts(db, asked),
	'handling-survival': (by) => handlingSurvival(db, 'handling-survival', asked, by),
	'survival-curve': () => survivalCurve(db, 'handling-survival-working', asked),
	'backlog-by-age': () => backlogByAge(db, asked),
	'make-up-days': () => makeUpDays(db, asked),
	'visit-pairs': (by) => visitPairs(db, asked, by),
	'draw-comparison': () => drawComparison(db, asked),
	'draw-ranks': () => drawRanks(db, asked),
	'sample-eligible': () => sampleEligible(db, asked),
	'sample-drawn': () =>
		sampleDrawn(db, asked, `籽'); drop table orders --`, [
			{ unit: asked.unit[0]!, size: 3 },
			{ unit: null, size: 2 }
		]),
	quantity: (by) => quantity(db, 'overdue-age', asked, by),
	gap: (by) => gap(db, 'group-resolved', asked, by),
	'supervision-types': () => supervisionTypes(db, asked),
	shares: () => shares(db, 'original_due_basis_at', asked),
	'quality-found': (by) => qualityFound(db, asked, checkKeys, by),
	'quality-orders': () => qualityOrders(db, 'visited-before-closed', asked),
	'quality-orders-total': () => qualityOrdersTotal(db, 'visited-before-closed', asked)
};
const unscoped: Record<string, Question> = {
	'columns-carried': () => columnsCarried(db),
	'exports-loaded': () => exportsLoaded(db),
	'filter-values': () => filterValues(db),
	'months-received': () => monthsReceived(db),
	order: () => order(db, `工'); drop table orders --`),
	'data-cut-of': () => dataCutOf(db),
	'months-watched': () => monthsWatched(db),
	quota: (by) => quota(db, 'notary-visits', asked, by === 'month' ? undefined : by),
	handlers: () => handlers(db, 'notary-visits', asked),
	calls: (by) => calls(db, 'answer-rate-without-short', ofLines, by && 'month'),
	'calls-carried': () => callsCarried(db),
	'worst-24-hours': () => worst24Hours(db, ofLines),
	'per-resident': (by) => perResident(db, 'demands-per-resident', asked, by && 'district'),
	'visit-totals': (by) => visitTotals(db, asked, by && (by === 'month' ? 'month' : 'unit')),
	'visit-totals-sources': () => visitTotalsSources(db),
	'order-events': () => orderEvents(db, `工'); drop table orders --`),
	'order-notices': () => orderNotices(db, `工'); drop table orders --`),
	'order-co-units': () => orderCoUnits(db, `工'); drop table orders --`),
	'waiting-names': () => waitingNames(db),
	'known-names': () => knownNames(db, 'unit')
};
const questions = Object.entries({ ...scoped, ...unscoped });

const ofType = (type: string) =>
	Object.entries(measures).flatMap(([key, measure]) => (measure.type === type ? [key] : []));

const keys = Object.keys(measures) as MeasureKey[];

/** Every statement the questions can make: each measure, each dimension. */
const statements: Compiled[] = [
	...questions.flatMap(([, question]) => [undefined, ...dimensions].map((by) => question(by))),
	...ofType('rate').flatMap((key) => [rate(db, key as RateKey, asked, 'month'), ranking(db, key as RateKey, asked)]),
	...ofType('duration').flatMap((key) => [
		duration(db, key as DurationKey, asked, 'unit', 'keep'),
		durationDistribution(db, key as DurationKey, asked)
	]),
	...keys
		.filter((key) => !isCityLevelOnly(measures[key]))
		.flatMap((key) => parts.map((part) => ordersBehind(db, key, part, asked, 3))),
	...checkKeys.map((key) => qualityOrders(db, key, asked, 3)),
	qualityFound(db, asked, checkKeys, 'source'),
	...ofType('quantity').map((key) => quantity(db, key as QuantityKey, asked, 'unit')),
	...ofType('gap').map((key) => gap(db, key as GapKey, asked, 'unit')),
	...ofType('count')
		.filter((key) => !isCityLevelOnly(measures[key as MeasureKey]))
		.map((key) => count(db, key as CountKey, asked, 'unit')),
	...Object.keys(besideOrders)
		.filter((key) => besideOrders[key as CallKey].type === 'calls')
		.map((key) => calls(db, key as CallKey, ofLines, 'line')),
	...ofType('survival').flatMap((key) => [
		handlingSurvival(db, key as SurvivalKey, asked, 'unit'),
		survivalCurve(db, key as SurvivalKey, asked)
	])
].map((query) => query.compile());

/** A clause, column or condition a line, so that a change reads as one; the values it binds below. */
const laidOut = ({ sql, parameters }: Compiled) => {
	const lines = sql
		.replace(/(?<!epoch) (?=(from|where|group by|order by "(?!handling))\b)/g, '\n')
		.replace(/ (?=(and [("]|when "\w+_seconds|else cast))/g, '\n\t\t')
		.replace(/, (?=(count\(|percentile_cont|case when count|1\.0))/g, ',\n\t');
	return `${lines};\n-- ${JSON.stringify(parameters)}\n`;
};

describe('the SQL of each question', () => {
	test.each(questions)('%s', async (name, question) => {
		const whole = question();
		const byUnit = question('unit');
		const texts = [whole, byUnit].map((query) => laidOut(query.compile()));
		const file = join(import.meta.dirname, 'sql', `${name}.sql`);
		await expect([...new Set(texts)].join('\n')).toMatchFileSnapshot(file);
	});

	test('there is a question for every file in queries/', () => {
		const files = globSync('*.ts', { cwd: resolve(import.meta.dirname, '../../queries') });
		expect(files.map((name) => name.slice(0, -3)).sort()).toEqual(
			[...questions.map(([name]) => name), 'measures'].sort()
		);
	});
});

describe('every statement', () => {
	test('keeps to what DuckDB and PostgreSQL both understand', () => {
		const ours =
			/grouping sets|\brollup\b|\bcube\b|\bqualify\b|\bmedian\(|quantile_cont|approx_|group by all|\bilike\b|::/i;
		expect(statements.filter(({ sql }) => ours.test(sql))).toEqual([]);
	});

	test('says where nulls go whenever it orders by a column that has them', () => {
		const ordered = statements.flatMap(
			({ sql }) => /.* order by (?!"?handling|"?\w+_seconds)(.*)$/.exec(sql)?.[1] ?? []
		);
		expect(ordered.length).toBeGreaterThan(0);
		const free = ordered.filter((order) => !/nulls last/.test(order)).map((order) => order.trim());
		// Never null: a bin, a month of the calendar, a dimension's name.
		expect([...new Set(free)]).toEqual(['"bin"', '"month"']);
	});

	test('binds every period and value; none stands in its text', () => {
		for (const [name, question] of Object.entries(scoped)) {
			for (const by of [undefined, ...dimensions]) {
				const { sql, parameters } = question(by).compile();
				expect(
					values.filter((value) => sql.includes(value)),
					name
				).toEqual([]);
				const bound = parameters.map((value) => String(value).replace(' 00:00:00', ''));
				expect(
					values.filter((value) => !bound.includes(value)),
					name
				).toEqual([]);
			}
		}
	});

	test('reads only the tables of the warehouse', () => {
		const tables = new Set(
			statements.flatMap(({ sql }) => [...sql.matchAll(/(?<!epoch )(?:from|join) "(\w+)"/g)].map(([, name]) => name))
		);
		expect([...tables]).toEqual(['warehouse']);
	});
});

test('no question builds SQL from strings', () => {
	const root = resolve(import.meta.dirname, '../../queries');
	const raw = globSync('**/*.ts', { cwd: root }).filter((path) =>
		/sql\.(raw|lit)\b|CompiledQuery\.raw/.test(readFileSync(join(root, path), 'utf8'))
	);
	expect(raw).toEqual([]);
});
