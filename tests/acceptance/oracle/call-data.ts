import { randomFrom } from '#lib/domain/random.ts';
import { inserted } from '../../support/warehouse.ts';

/** Made-up calls, daily summaries and places, with a seed: what no file brings in, as rows of the warehouse. */

export type Call = {
	line: string | null;
	medium: 'phone' | 'text' | 'mailbox';
	arrived_at: string;
	is_offered: boolean | null;
	is_answered: boolean | null;
	is_self_served: boolean | null;
	wait_seconds: number | null;
	talk_seconds: number | null;
	after_call_seconds: number | null;
	reply_seconds: number | null;
	agent_rating: string | null;
	is_quality_checked: boolean | null;
};
export type Summary = { day: string; line: string | null } & Record<string, number | string | null>;
export type Place = {
	district: string | null;
	valid_from: string;
	residents: number | null;
	seats: number | null;
	staff: number | null;
};

const random = randomFrom(311);
const chance = (share: number) => random() < share;
const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const two = (number: number) => String(number).padStart(2, '0');

const lines = ['12345', '12333人社', '12348法律援助', null];
const ratings = ['very_satisfied', 'satisfied', 'basically_satisfied', 'dissatisfied', 'unrated'];

/** One telephone system does not tell self-service, another does not ask for ratings. */
function call(): Call {
	const line = lines[whole(0, 3)]!;
	const medium = chance(0.8) ? 'phone' : chance(0.6) ? 'text' : 'mailbox';
	const arrived_at = `2026-${two(whole(8, 10))}-${two(whole(1, 6))} ${two(whole(0, 23))}:${two(whole(0, 59))}:00`;
	const silent = { is_offered: null, is_answered: null, is_self_served: null, wait_seconds: null, talk_seconds: null };
	const unsaid = { after_call_seconds: null, agent_rating: null, is_quality_checked: null };
	if (medium !== 'phone')
		return {
			line,
			medium,
			arrived_at,
			...silent,
			...unsaid,
			reply_seconds: whole(10, medium === 'text' ? 400 : 170_000)
		};
	const isSelfServed = chance(0.2);
	const isOffered = !isSelfServed && chance(0.9);
	const isAnswered = isOffered && chance(0.8);
	return {
		...{ line, medium, arrived_at, is_offered: isOffered, is_answered: isAnswered, reply_seconds: null },
		is_self_served: line === '12348法律援助' ? null : isSelfServed,
		wait_seconds: isOffered ? whole(0, 30) : null,
		talk_seconds: isAnswered ? whole(20, 600) : null,
		after_call_seconds: isAnswered && line !== null ? whole(0, 90) : null,
		agent_rating: isAnswered && line !== '12333人社' ? ratings[whole(0, 4)]! : null,
		is_quality_checked: isAnswered ? chance(0.1) : null
	};
}

/** Days 5 to 9 of each month: the log ends on the 6th, so that some days have both. */
function summary(month: number, date: number, line: string | null): Summary {
	const offered = whole(50, 90);
	const answered = offered - whole(0, 20);
	const letters = whole(5, 20);
	return {
		...{ day: `2026-${two(month)}-${two(date)}`, line, offered, answered, incoming: offered + whole(5, 40) },
		answered_in_15: chance(0.8) ? answered - whole(0, 10) : null,
		self_served: chance(0.8) ? whole(0, 30) : null,
		...{
			abandoned: offered - answered,
			abandoned_soon: chance(0.8) ? Math.min(offered - answered, whole(0, 5)) : null
		},
		...{ wait_seconds: answered * whole(5, 20), talk_seconds: answered * whole(60, 200) },
		after_call_seconds: chance(0.8) ? answered * whole(0, 40) : null,
		...{ letters, letters_in_24_hours: letters - whole(0, 5) },
		...{ texts: null, texts_in_3_minutes: null },
		...{ rated: answered, rated_satisfied: answered - whole(0, 10), quality_checked: whole(0, 8) }
	};
}

export const madeUpCalls: Call[] = Array.from({ length: 900 }, call);
export const madeUpSummaries: Summary[] = [8, 9, 10].flatMap((month) =>
	[5, 6, 7, 8, 9].flatMap((date) => lines.map((line) => summary(month, date, line)))
);
/** 西区 has grown; how many live in 南区 is not known, 北区 begins next year. */
export const madeUpPlaces: Place[] = [
	{ district: null, valid_from: '2020-01-01', residents: 900_000, seats: 30, staff: 100 },
	{ district: null, valid_from: '2026-10-01', residents: 1_000_000, seats: 45, staff: null },
	{ district: '东区', valid_from: '2026-01-01', residents: 40_000, seats: 12, staff: 31 },
	{ district: '西区', valid_from: '2020-01-01', residents: 20_000, seats: null, staff: 8 },
	{ district: '西区', valid_from: '2026-09-15', residents: 30_000, seats: 7, staff: 9 },
	{ district: '南区', valid_from: '2026-01-01', residents: null, seats: 3, staff: 3 },
	{ district: '北区', valid_from: '2027-01-01', residents: 10_000, seats: 3, staff: 3 }
];

/** Writes all of them down. */
export const besideOrdersMadeUp: string[] = [
	...madeUpCalls.map((row) => inserted('calls', row)),
	...madeUpSummaries.map((row) => inserted('call_days', row)),
	...madeUpPlaces.map((row) => inserted('places', row))
];
