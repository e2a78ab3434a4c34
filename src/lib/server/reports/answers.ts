import { everything, type Dimension, type Scope } from '#lib/domain/scope.ts';
import { calls } from '#queries/calls.ts';
import { count } from '#queries/count.ts';
import { duration } from '#queries/duration.ts';
import { gap } from '#queries/gap.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import {
	besideMeasure,
	measures,
	type BesideKey,
	type CallKey,
	type CountKey,
	type DurationKey,
	type GapKey,
	type MeasureKey,
	type PlaceKey,
	type QuantityKey,
	type QuotaKey,
	type RateKey,
	type RatioKey,
	type SurvivalKey
} from '#queries/measures.ts';
import { perResident } from '#queries/per-resident.ts';
import { quantity } from '#queries/quantity.ts';
import { quota } from '#queries/quota.ts';
import { rate } from '#queries/rate.ts';
import { ratio } from '#queries/ratio.ts';
import type { CallDimension } from '#queries/where/call-days.ts';
import { besideDimensionsOf, type BesideDimension } from '#queries/where/counted-by.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** The question that answers a measure, whatever its type: one row of the whole scope, or one per value of `by`. */
function question(db: WarehouseDb, key: MeasureKey, scope: Scope, by?: Dimension) {
	const { type } = measures[key];
	switch (type) {
		case 'rate':
			return { type, query: rate(db, key as RateKey, scope, by) } as const;
		case 'ratio':
			return { type, query: ratio(db, key as RatioKey, scope, by) } as const;
		case 'count':
			return { type, query: count(db, key as CountKey, scope, by) } as const;
		case 'duration':
			return { type, query: duration(db, key as DurationKey, scope, by) } as const;
		case 'survival':
			return { type, query: handlingSurvival(db, key as SurvivalKey, scope, by) } as const;
		case 'quantity':
			return { type, query: quantity(db, key as QuantityKey, scope, by) } as const;
		case 'gap':
			return { type, query: gap(db, key as GapKey, scope, by) } as const;
		case 'quota':
			if (by === 'month') throw new RangeError(`${key} is of a year: it has no months`);
			return { type, query: quota(db, key as QuotaKey, scope, by) } as const;
	}
}

type Asked = ReturnType<typeof question>;
type AnswerOf<One extends Asked> = One extends Asked
	? { type: One['type'] } & Omit<Awaited<ReturnType<One['query']['executeTakeFirstOrThrow']>>, 'name'>
	: never;

/** What a measure of orders comes to, named by its type. */
export type Answer = AnswerOf<Asked>;

/** The value of `by` that a row is of; null where the export says none. */
type Named<Row> = Row & { name: string | null };

/** Asks one measure of orders: one row of the whole scope, its name null, or one per value of `by`. */
export async function answers(
	db: WarehouseDb,
	key: MeasureKey,
	scope: Scope,
	by?: Dimension
): Promise<Named<Answer>[]> {
	const { type, query } = question(db, key, scope, by);
	const rows = (await query.execute()) as { name?: string | null }[];
	return rows.map(({ name = null, ...row }) => ({ name, type, ...row }) as Named<Answer>);
}

/** Asks one measure of orders of a whole scope. */
export async function answer(db: WarehouseDb, key: MeasureKey, scope: Scope): Promise<Answer> {
	const { type, query } = question(db, key, scope);
	return { type, ...(await query.executeTakeFirstOrThrow()) } as Answer;
}

/**
 * What a measure of calls or of residents comes to; the value is null where there is nothing to divide by. days are the
 * line-days that were counted; null where it is not of calls.
 */
export type BesideAnswer = {
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	days: number | null;
};

/** Throws RangeError for a dimension that the measure can't be counted by. */
function besideQuestion(db: WarehouseDb, key: BesideKey, scope: Scope, by?: BesideDimension) {
	const measure = besideMeasure(key);
	if (by !== undefined && !besideDimensionsOf(measure).includes(by))
		throw new RangeError(`${key} can't be counted by ${by}`);
	if (measure.type === 'calls') return calls(db, key as CallKey, scope, by as CallDimension | undefined);
	return measure.type === 'places' ? perResident(db, key as PlaceKey, scope, by as 'district' | undefined) : null;
}

/** Asks one measure that is not of orders, as `answers` does; null where no file that Duban reads could tell. */
export async function besideAnswers(
	db: WarehouseDb,
	key: BesideKey,
	scope: Scope,
	by?: BesideDimension
): Promise<Named<BesideAnswer>[] | null> {
	const rows = await besideRows(db, key, scope, by);
	return rows && rows.map((row) => ({ name: row.name ?? null, ...besideFigures(row) }));
}

/** Asks one measure that is not of orders of a whole scope; null where no file that Duban reads could tell. */
export async function besideAnswer(db: WarehouseDb, key: BesideKey, scope: Scope): Promise<BesideAnswer | null> {
	const rows = await besideRows(db, key, scope);
	return rows && besideFigures(rows[0]!);
}

type BesideRow = Partial<Named<BesideAnswer> & { residents: number | null }>;

async function besideRows(db: WarehouseDb, key: BesideKey, scope: Scope, by?: BesideDimension) {
	const asked = besideQuestion(db, key, scope, by);
	return asked && (asked as { execute: () => Promise<BesideRow[]> }).execute();
}

const besideFigures = ({ numerator, denominator, residents, value, days }: BesideRow): BesideAnswer => ({
	...{ numerator: numerator ?? null, denominator: denominator ?? residents ?? null },
	...{ value: value ?? null, days: days ?? null }
});

/** The statement of a measure, asked of everything; built and never run. Null where there is none. */
export function statementOf(db: WarehouseDb, key: MeasureKey | BesideKey): string | null {
	if (key in measures) return question(db, key as MeasureKey, everything).query.compile().sql;
	return besideQuestion(db, key as BesideKey, everything)?.compile().sql ?? null;
}
