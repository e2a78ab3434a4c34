import { conflictsFile } from '../conflicts-file.server.ts';
import type { RequestHandler } from './$types.js';

/** The conflicts as a workbook. */
export const GET: RequestHandler = (event) => conflictsFile(event, 'xlsx');
