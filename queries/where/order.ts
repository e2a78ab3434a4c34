import type { OrderByItemBuilder } from 'kysely';

/** DuckDB and PostgreSQL disagree on where nulls go, so every order says it. */
export const nullsLast = (direction: 'asc' | 'desc') => (order: OrderByItemBuilder) =>
	(direction === 'asc' ? order.asc() : order.desc()).nullsLast();
