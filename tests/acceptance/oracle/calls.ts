import type { CallKey } from '#queries/measures.ts';
import type { Call, Summary } from './call-data.ts';

/**
 * What each measure of calls is, said a second time: of one line's day in a log, call by call, and in a daily summary.
 * Null where the day does not tell it. Written from measures.md, not from the SQL.
 */
type Parts = [top: number, bottom: number];
export type CallOracle = {
	log: (calls: Call[]) => Parts | null;
	summary: (day: Summary) => Parts | null;
	line?: string;
};

const says = (calls: Call[], column: keyof Call) => calls.some((call) => call[column] !== null);
const phones = (calls: Call[]) => calls.filter(({ medium }) => medium === 'phone');
const answeredOf = (calls: Call[]) => phones(calls).filter(({ is_answered }) => is_answered);
const offeredOf = (calls: Call[]) => phones(calls).filter(({ is_offered }) => is_offered);
const givenUpOf = (calls: Call[]) => offeredOf(calls).filter(({ is_answered }) => is_answered === false);
const isSoon = ({ wait_seconds }: Call) => wait_seconds !== null && wait_seconds < 10;
const isIn15 = ({ wait_seconds }: Call) => wait_seconds !== null && wait_seconds <= 15;
const isSatisfied = ({ agent_rating }: Call) => ['very_satisfied', 'satisfied'].includes(String(agent_rating));

/** Of calls by phone, where every one of these columns says something that day. */
const share =
	(columns: (keyof Call)[], top: (calls: Call[]) => number, bottom: (calls: Call[]) => number): CallOracle['log'] =>
	(calls) =>
		columns.every((column) => says(calls, column)) ? [top(calls), bottom(calls)] : null;

/** Seconds of the answered calls, for each answered call. */
const seconds =
	(...columns: ('wait_seconds' | 'talk_seconds' | 'after_call_seconds')[]): CallOracle['log'] =>
	(calls) => {
		const answered = answeredOf(calls);
		if (columns.some((column) => !answered.some((call) => call[column] !== null))) return null;
		const sum = columns.flatMap((column) => answered.map((call) => call[column] ?? 0)).reduce((a, b) => a + b, 0);
		return [sum, answered.length];
	};

const replied =
	(medium: Call['medium'], within: number): CallOracle['log'] =>
	(calls) => {
		const letters = calls.filter((call) => call.medium === medium);
		if (letters.length === 0) return null;
		return [letters.filter(({ reply_seconds }) => (reply_seconds ?? Infinity) <= within).length, letters.length];
	};

/** Sums of a summary's columns, where it has all of them. */
const summed =
	(top: string[], bottom: string[], without: string[] = []): CallOracle['summary'] =>
	(day) => {
		const cells = (columns: string[]) => columns.map((column) => day[column] as number | null);
		if ([...cells(top), ...cells(bottom), ...cells(without)].includes(null)) return null;
		const sum = (columns: string[]) => (cells(columns) as number[]).reduce((a, b) => a + b, 0);
		return [sum(top), sum(bottom) - sum(without)];
	};

const answering = ['is_offered', 'is_answered'] as const satisfies (keyof Call)[];
const waiting = [...answering, 'wait_seconds'] as const satisfies (keyof Call)[];
const answerRate: CallOracle = {
	log: share(
		[...answering],
		(calls) => answeredOf(calls).length,
		(calls) => offeredOf(calls).length
	),
	summary: summed(['answered'], ['offered'])
};
const withoutSoon = (calls: Call[]) => offeredOf(calls).length - givenUpOf(calls).filter(isSoon).length;
const in15 = (calls: Call[]) => answeredOf(calls).filter(isIn15).length;
const composite: CallOracle = {
	log: share(
		['is_answered', 'is_self_served'],
		(calls) => answeredOf(calls).length + phones(calls).filter(({ is_self_served }) => is_self_served).length,
		(calls) => phones(calls).length
	),
	summary: summed(['answered', 'self_served'], ['incoming'])
};

export const callOracles: Record<CallKey, CallOracle> = {
	'answer-rate': answerRate,
	'answer-rate-without-short': {
		log: share([...waiting], (calls) => answeredOf(calls).length, withoutSoon),
		summary: summed(['answered'], ['offered'], ['abandoned_soon'])
	},
	'service-level': {
		log: share(['is_answered', 'wait_seconds'], in15, (calls) => answeredOf(calls).length),
		summary: summed(['answered_in_15'], ['answered'])
	},
	'service-level-offered': {
		log: share([...waiting], in15, (calls) => offeredOf(calls).length),
		summary: summed(['answered_in_15'], ['offered'])
	},
	'service-level-without-short': {
		log: share([...waiting], in15, withoutSoon),
		summary: summed(['answered_in_15'], ['offered'], ['abandoned_soon'])
	},
	'composite-answer-rate': composite,
	abandonment: {
		log: share(
			[...answering],
			(calls) => givenUpOf(calls).length,
			(calls) => offeredOf(calls).length
		),
		summary: summed(['abandoned'], ['offered'])
	},
	'social-security-answered': { ...composite, line: '12333' },
	'legal-aid-answered': { ...answerRate, line: '12348' },
	'speed-of-answer': { log: seconds('wait_seconds'), summary: summed(['wait_seconds'], ['answered']) },
	'talk-time': { log: seconds('talk_seconds'), summary: summed(['talk_seconds'], ['answered']) },
	'handle-time': {
		log: seconds('talk_seconds', 'after_call_seconds'),
		summary: summed(['talk_seconds', 'after_call_seconds'], ['answered'])
	},
	'text-response': { log: replied('text', 180), summary: summed(['texts_in_3_minutes'], ['texts']) },
	'letter-response': { log: replied('mailbox', 86_400), summary: summed(['letters_in_24_hours'], ['letters']) },
	'call-satisfaction': {
		log: share(
			['agent_rating'],
			(calls) => phones(calls).filter(isSatisfied).length,
			(calls) => phones(calls).filter(({ agent_rating }) => agent_rating !== null && agent_rating !== 'unrated').length
		),
		summary: summed(['rated_satisfied'], ['rated'])
	},
	'quality-checks': {
		log: share(
			['is_answered', 'is_quality_checked'],
			(calls) => phones(calls).filter(({ is_quality_checked }) => is_quality_checked).length,
			(calls) => answeredOf(calls).length
		),
		summary: summed(['quality_checked'], ['answered'])
	}
};
