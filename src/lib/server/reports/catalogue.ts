import { columnsLacking } from '#lib/domain/carried.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import {
	besideMeasure,
	besideOrders,
	measures,
	measureThemes,
	type BesideKey,
	type MeasureKey,
	type Theme
} from '#queries/measures.ts';
import { shares } from '#queries/shares.ts';
import { mayAsk } from '#queries/where/city-level.ts';
import { filtersNotKnown } from '#queries/where/counted-by.ts';
import type { BasisColumn } from '#queries/where/tables.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { answer, besideAnswer, type Answer, type BesideAnswer } from './answers.ts';

/** Why a measure has no value: columns that no export fills, no file at all, or a scope it is never asked of. */
export type Lack = { reason: 'columns' | 'file' | 'scope'; columns: string[] };

export type Entry = { theme: Theme; key: MeasureKey; answer: Answer | null; lack: Lack | null };
export type BesideEntry = {
	theme: 'calls' | 'places';
	key: BesideKey;
	answer: BesideAnswer | null;
	lack: Lack | null;
};
export type Catalogue = {
	ofOrders: Entry[];
	beside: BesideEntry[];
	/** Filled cells per column, of orders and of calls and places. */
	carried: Record<string, number>;
};

const bases: BasisColumn[] = [
	'received_at',
	'due_basis_at',
	'original_due_basis_at',
	'closed_basis_at',
	'visit_basis_at'
];

/** Every measure of a scope with its value or what it lacks. Rates and counts take one reading a basis date. */
export async function catalogue(db: WarehouseDb, scope: Scope): Promise<Catalogue> {
	const [columns, calls, ...counted] = await Promise.all([
		columnsCarried(db).executeTakeFirstOrThrow(),
		callsCarried(db).executeTakeFirstOrThrow(),
		...bases.map((basis) => shares(db, basis, scope).executeTakeFirstOrThrow())
	]);
	const carried: Record<string, number> = { ...columns, ...calls };
	const counts: Record<string, number> = Object.assign({}, ...counted);
	const themes = Object.entries(measureThemes) as [Theme, Record<string, unknown>][];
	const keys = themes.flatMap(([theme, of]) => Object.keys(of).map((key) => ({ theme, key: key as MeasureKey })));
	const [ofOrders, beside] = await Promise.all([
		Promise.all(
			keys.map(async ({ theme, key }): Promise<Entry> => {
				const lack = lackOf(key, carried, scope);
				return { theme, key, lack, answer: lack ? null : (fromCounts(key, counts) ?? (await answer(db, key, scope))) };
			})
		),
		Promise.all(
			(Object.keys(besideOrders) as BesideKey[]).map(async (key): Promise<BesideEntry> => {
				const lack = besideLack(key, carried, scope);
				const theme = besideMeasure(key).type === 'calls' ? 'calls' : 'places';
				return { theme, key, lack, answer: lack ? null : await besideAnswer(db, key, scope) };
			})
		)
	]);
	return { ofOrders, beside, carried };
}

function fromCounts(key: MeasureKey, counts: Record<string, number>): Answer | null {
	const { type } = measures[key];
	const [numerator, denominator] = [counts[`numerator ${key}`], counts[`denominator ${key}`]];
	if (numerator === undefined || denominator === undefined) return null;
	if (type === 'count') return { type, orders: denominator };
	if (type !== 'rate') return null;
	return { type, numerator, denominator, rate: denominator === 0 ? null : numerator / denominator };
}

function lackOf(key: MeasureKey, carried: Record<string, number>, scope: Scope): Lack | null {
	const measure = measures[key];
	if (!mayAsk(measure, scope)) return { reason: 'scope', columns: [] };
	const columns = columnsLacking<string>(measure.needs, carried);
	return columns.length > 0 ? { reason: 'columns', columns } : null;
}

function besideLack(key: BesideKey, carried: Record<string, number>, scope: Scope): Lack | null {
	const measure = besideMeasure(key);
	if (measure.type === 'uncarried') return { reason: 'file', columns: [] };
	if (filtersNotKnown(measure, scope).length > 0) return { reason: 'scope', columns: [] };
	const columns = columnsLacking<string>(measure.needs, carried);
	return columns.length > 0 ? { reason: 'file', columns } : null;
}
