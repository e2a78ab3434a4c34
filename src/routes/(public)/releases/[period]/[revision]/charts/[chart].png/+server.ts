import { chartAnswer } from '#lib/server/chart-answer.ts';
import { releasedChart } from '../../../../../release-files.server.ts';
import type { RequestHandler } from './$types.js';

/** A picture of a release as PNG. */
export const GET: RequestHandler = (event) => chartAnswer(releasedChart(event), 'png');
