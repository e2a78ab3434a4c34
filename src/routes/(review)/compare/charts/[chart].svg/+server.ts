import { chartAnswer } from '#lib/server/chart-answer.ts';
import { comparedChart } from '../../../compare-files.server.ts';
import type { RequestHandler } from './$types.js';

/** A picture of the comparison as SVG. */
export const GET: RequestHandler = (event) => chartAnswer(comparedChart(event), 'svg');
