import { columnsLacking, type Carried } from '#lib/domain/carried.ts';
import type { MeasureKey } from '../measures.ts';
import type { CheckKind, Effect, QualityCheck } from './check.ts';
import { completenessChecks } from './completeness.ts';
import { contradictionChecks } from './contradictions.ts';
import { timelinessChecks } from './timeliness.ts';
import { validityChecks } from './validity.ts';

export { checkKinds, type CheckKind, type Effect, type QualityCheck } from './check.ts';

/** Every check of data quality. Page, mark, explanation, files and command line read it from here. */
const checks = { ...completenessChecks, ...validityChecks, ...timelinessChecks, ...contradictionChecks } as const;

export type CheckKey = keyof typeof checks;
export const checkKeys = Object.keys(checks) as CheckKey[];
export const isCheckKey = (key: string): key is CheckKey => Object.hasOwn(checks, key);
export const qualityCheck = (key: CheckKey): QualityCheck => checks[key];

/** From this share of the orders it could find on, a check is marked beside the figures it touches. */
export const markedFrom = 0.01;

/** The checks that can be made where these columns are filled, and of the others what they lack. */
export const checksCarried = (carried: Carried): CheckKey[] =>
	checkKeys.filter((key) => columnsLacking(checks[key].needs as readonly string[], carried).length === 0);

export const checksOf = (kind: CheckKind, among: readonly CheckKey[] = checkKeys): CheckKey[] =>
	among.filter((key) => checks[key].kind === kind);

/** The measures that a check touches, each once. */
export const measuresTouched = (key: CheckKey): MeasureKey[] => [
	...new Set(qualityCheck(key).touches.flatMap(({ measures }) => measures))
];

/** What a check's findings do to a measure; undefined where nothing. */
export const effectOn = (key: CheckKey, measure: MeasureKey): Effect | undefined =>
	qualityCheck(key).touches.find(({ measures }) => measures.includes(measure));

/** The checks whose findings touch a measure. */
export const checksTouching = (measure: MeasureKey): CheckKey[] => checkKeys.filter((key) => effectOn(key, measure));
