import { chartAnswer } from '#lib/server/chart-answer.ts';
import { askedChart } from '../../asked-chart.server.ts';
import type { RequestHandler } from './$types.js';

/** A chart of a page as SVG. */
export const GET: RequestHandler = async (event) => chartAnswer(await askedChart(event), 'svg');
