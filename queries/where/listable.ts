import type { Condition } from './tables.ts';

/** A confidential order counts in what stays inside; no list of orders shows it. */
export const listable: Condition = (eb) => eb('is_confidential', '=', false);

export const confidential: Condition = (eb) => eb('is_confidential', '=', true);
