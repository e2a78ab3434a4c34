import { everything, type Scope } from '#lib/domain/scope.ts';
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
	type SurvivalKey
} from '#queries/measures.ts';
import { perResident } from '#queries/per-resident.ts';
import { quantity } from '#queries/quantity.ts';
import { quota } from '#queries/quota.ts';
import { rate } from '#queries/rate.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** The question that answers a measure, whatever its type: one row of the whole scope. */
function question(db: WarehouseDb, key: MeasureKey, scope: Scope) {
	const { type } = measures[key];
	switch (type) {
		case 'rate':
			return { type, query: rate(db, key as RateKey, scope) } as const;
		case 'count':
			return { type, query: count(db, key as CountKey, scope) } as const;
		case 'duration':
			return { type, query: duration(db, key as DurationKey, scope) } as const;
		case 'survival':
			return { type, query: handlingSurvival(db, key as SurvivalKey, scope) } as const;
		case 'quantity':
			return { type, query: quantity(db, key as QuantityKey, scope) } as const;
		case 'gap':
			return { type, query: gap(db, key as GapKey, scope) } as const;
		case 'quota':
			return { type, query: quota(db, key as QuotaKey, scope) } as const;
	}
}

type Asked = ReturnType<typeof question>;
type AnswerOf<One extends Asked> = One extends Asked
	? { type: One['type'] } & Awaited<ReturnType<One['query']['executeTakeFirstOrThrow']>>
	: never;

/** What a measure of orders comes to, named by its type. */
export type Answer = AnswerOf<Asked>;

/** Asks one measure of orders of a whole scope. */
export async function answer(db: WarehouseDb, key: MeasureKey, scope: Scope): Promise<Answer> {
	const { type, query } = question(db, key, scope);
	return { type, ...(await query.executeTakeFirstOrThrow()) } as Answer;
}

/** What a measure of calls or of residents comes to; the value is null where there is nothing to divide by. */
export type BesideAnswer = { numerator: number | null; denominator: number | null; value: number | null };

function besideQuestion(db: WarehouseDb, key: BesideKey, scope: Scope) {
	const { type } = besideMeasure(key);
	if (type === 'calls') return calls(db, key as CallKey, scope);
	return type === 'places' ? perResident(db, key as PlaceKey, scope) : null;
}

/** Asks one measure that is not of orders; null where no file that Duban reads could tell. */
export async function besideAnswer(db: WarehouseDb, key: BesideKey, scope: Scope): Promise<BesideAnswer | null> {
	const asked = besideQuestion(db, key, scope);
	if (asked === null) return null;
	const row = await asked.executeTakeFirstOrThrow();
	return 'residents' in row
		? { numerator: row.numerator, denominator: row.residents, value: row.value }
		: { numerator: row.numerator, denominator: row.denominator, value: row.value };
}

/** The statement of a measure, asked of everything; built and never run. Null where there is none. */
export function statementOf(db: WarehouseDb, key: MeasureKey | BesideKey): string | null {
	if (key in measures) return question(db, key as MeasureKey, everything).query.compile().sql;
	return besideQuestion(db, key as BesideKey, everything)?.compile().sql ?? null;
}
