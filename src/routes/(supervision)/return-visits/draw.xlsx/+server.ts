import { drawnFile } from '../drawn.server.ts';
import type { RequestHandler } from './$types.js';

/** The orders drawn, as an XLSX workbook. */
export const GET: RequestHandler = (event) => drawnFile(event, 'xlsx');
