import { isDay } from '../periods.ts';
import { exclusionReasons, kindCodes } from '../staged-columns.ts';
import { plainRules, type Limit, type LimitRule, type RuleSet } from './rule-set.ts';

/** Thrown for a rule set that can not be used as it is written: where, what stands there, and what may stand there. */
export class UnreadableRules extends Error {
	readonly field: string;
	readonly value: string;
	readonly wanted: string;
	constructor(field: string, value: unknown, wanted: string) {
		const text = value === undefined ? '–' : JSON.stringify(value).slice(0, 200);
		super(`${field} is ${text}; wanted: ${wanted}`);
		this.name = 'UnreadableRules';
		[this.field, this.value, this.wanted] = [field, text, wanted];
	}
}

type Reader<Value> = (value: unknown, field: string) => Value;

/**
 * A rule set from parsed JSON of the shape that `rules show ID` prints. id, name, author and validFrom must be there;
 * what else is left out is as in the plain rules; a field that is not one of a rule set is refused. Throws UnreadableRules.
 */
export function readRuleSet(value: unknown): RuleSet {
	const given = objectOf(readers, ['id', 'name', 'author', 'validFrom'])(value, 'rules') as Partial<RuleSet>;
	const rules: RuleSet = { ...plainRules, ...given };
	if (rules.validTo !== null && rules.validTo < rules.validFrom)
		throw new UnreadableRules('validTo', rules.validTo, `null, >= ${rules.validFrom}`);
	return rules;
}

const check =
	<Value>(isFit: (value: unknown) => boolean, wanted: string): Reader<Value> =>
	(value, field) => {
		if (!isFit(value)) throw new UnreadableRules(field, value, wanted);
		return value as Value;
	};

const matching = (pattern: RegExp, wanted: string) =>
	check<string>((value) => typeof value === 'string' && pattern.test(value), wanted);
const text = matching(/\S/, '"…"');
const day = check<string>((value) => typeof value === 'string' && isDay(value), 'YYYY-MM-DD');
const numberFrom = (least: number, most: number) =>
	check<number>((value) => typeof value === 'number' && value >= least && value <= most, `${least}–${most}`);
const wholeFrom = (least: number, most: number) =>
	check<number>(
		(value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
		`${least}–${most}`
	);
const oneOf = (words: readonly string[]) =>
	check<string>((value) => words.includes(value as string), words.map((word) => `"${word}"`).join(', '));
const listOf =
	<Value>(item: Reader<Value>): Reader<Value[]> =>
	(value, field) => {
		if (!Array.isArray(value)) throw new UnreadableRules(field, value, '[…]');
		return value.map((each, place) => item(each, `${field}[${place}]`));
	};
const orNull =
	<Value>(reader: Reader<Value>): Reader<Value | null> =>
	(value, field) =>
		value === null ? null : reader(value, field);

function objectOf(fields: Record<string, Reader<unknown>>, required: string[] = []): Reader<Record<string, unknown>> {
	return (value, field) => {
		const names = Object.keys(fields).join(', ');
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			throw new UnreadableRules(field, value, `{ ${names} }`);
		const at = (name: string) => (field === 'rules' ? name : `${field}.${name}`);
		for (const name of Object.keys(value)) if (!fields[name]) throw new UnreadableRules(at(name), '?', names);
		const given = value as Record<string, unknown>;
		for (const name of required) if (given[name] === undefined) throw new UnreadableRules(at(name), undefined, names);
		return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, fields[name]!(each, at(name))]));
	};
}

const limit: Reader<Limit> = (value, field) => {
	const given = objectOf({ hours: numberFrom(0.25, 8784), workingDays: wholeFrom(1, 250) })(value, field);
	if (Object.keys(given).length !== 1) throw new UnreadableRules(field, value, '{ "hours": n }, { "workingDays": n }');
	return given as Limit;
};

const limitRule = objectOf(
	{ limit, kinds: listOf(oneOf(kindCodes)), categories: listOf(text), urgencies: listOf(text) },
	['limit']
) as Reader<unknown> as Reader<LimitRule>;

const bothLanguages = objectOf({ 'zh-CN': text, en: text }, ['zh-CN', 'en']);

const composite: Reader<unknown> = (value, field) => {
	const share = numberFrom(0, 1);
	const names = ['contacted', 'resolved', 'satisfied'];
	const given = objectOf({ contacted: share, resolved: share, satisfied: share }, names)(value, field);
	const sum = Object.values(given).reduce<number>((total, each) => total + Number(each), 0);
	if (Math.abs(sum - 1) > 1e-9) throw new UnreadableRules(field, value, 'contacted + resolved + satisfied = 1');
	return given;
};

const readers: Record<keyof RuleSet, Reader<unknown>> = {
	id: matching(/^[a-z0-9][a-z0-9-]{1,60}$/, 'a-z, 0-9, -'),
	name: bothLanguages,
	author: bothLanguages,
	validFrom: day,
	validTo: orNull(day),
	limits: listOf(limitRule),
	officesClose: matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'HH:MM'),
	daysOff: listOf(day),
	daysWorked: listOf(day),
	signing: limit,
	firstContact: limit,
	urgentFirstContact: orNull(objectOf({ urgencies: listOf(text), limit }, ['urgencies', 'limit'])),
	month: objectOf({ startDay: wholeFrom(1, 28), cutOffHour: wholeFrom(0, 23) }, ['startDay', 'cutOffHour']),
	visitsCountBy: oneOf(['closing', 'receipt']),
	excludes: (value, field) =>
		Array.isArray(value) ? listOf(oneOf(exclusionReasons))(value, field) : oneOf(['granted', 'none'])(value, field),
	minimumVolume: wholeFrom(1, 100_000),
	basicallySatisfiedWeight: numberFrom(0, 1),
	composite: orNull(composite)
};
