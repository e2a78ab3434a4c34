import { deadlines } from './deadlines.ts';
import { handlingTime } from './handling-time.ts';
import { onTime } from './on-time.ts';
import { order } from './order.ts';
import type { QualityBy } from '#queries/quality-found.ts';
import { quality } from './quality.ts';
import type { Question } from './question.ts';
import { ranking } from './ranking.ts';
import { returnVisits } from './return-visits.ts';
import { timeliness } from './timeliness.ts';
import { volumes } from './volumes.ts';

/** What `duban ask` can be asked, by name. */
export const questions: Record<string, Question | Question<QualityBy>> = {
	volumes,
	timeliness,
	'on-time': onTime,
	'handling-time': handlingTime,
	'return-visits': returnVisits,
	ranking,
	deadlines,
	quality,
	order
};
