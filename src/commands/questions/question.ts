import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import type { Arguments } from '../arguments.ts';

/** A row of an answer; `name` holds the value of `--by` and is renamed to it. */
export type Row = Record<string, unknown>;

/**
 * What an answer is judged under: the set the period is scored by, and, where `--rules` asked for another than the one
 * in use, the same warehouse under the rules in use to compare with.
 */
export type Judging = { rules: RuleSet; inUse: { db: WarehouseDb; scope: Scope; rules: RuleSet } | null };

/**
 * A question of the command line: the options it knows besides period, dimension, rules and filters, the dimensions it
 * can be counted by (all those of orders where it names none), and how it answers.
 */
export type Question<By extends string = Dimension> = {
	options: readonly string[];
	dimensions?: readonly By[];
	answer: (db: WarehouseDb, scope: Scope, by: By | undefined, args: Arguments, judging: Judging) => Promise<Row[]>;
};
