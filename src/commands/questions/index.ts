import { deadlines } from './deadlines.ts';
import { handlingTime } from './handling-time.ts';
import { onTime } from './on-time.ts';
import { order } from './order.ts';
import type { Question } from './question.ts';
import { ranking } from './ranking.ts';
import { returnVisits } from './return-visits.ts';
import { timeliness } from './timeliness.ts';
import { volumes } from './volumes.ts';

/** What `duban ask` can be asked, by name. */
export const questions: Record<string, Question> = {
	volumes,
	timeliness,
	'on-time': onTime,
	'handling-time': handlingTime,
	'return-visits': returnVisits,
	ranking,
	deadlines,
	order
};
