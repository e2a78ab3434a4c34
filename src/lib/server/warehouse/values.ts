import { listValue, type DuckDBValue } from '@duckdb/node-api';

/**
 * The one border where DuckDB's values become JavaScript's and back: whole numbers as number (an error where
 * one does not fit), decimals as number, times and dates as their wall-clock text, lists as arrays.
 */
export function fromDuckDb(value: DuckDBValue): unknown {
	if (value === null || typeof value !== 'object') {
		if (typeof value !== 'bigint') return value;
		if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
			throw new Error(`a whole number too large for JavaScript: ${value}`);
		}
		return Number(value);
	}
	if ('items' in value && Array.isArray(value.items)) return value.items.map(fromDuckDb);
	if ('toDouble' in value && typeof value.toDouble === 'function') return value.toDouble();
	return value.toString();
}

/** A parameter as DuckDB takes it. A Date is refused: which wall clock it means cannot be known here. */
export function toDuckDb(value: unknown): DuckDBValue {
	if (value === undefined || value === null) return null;
	if (Array.isArray(value)) return listValue(value.map(toDuckDb));
	if (value instanceof Date) throw new Error(`bind the wall-clock text instead of a Date: ${value.toISOString()}`);
	return value as DuckDBValue;
}
