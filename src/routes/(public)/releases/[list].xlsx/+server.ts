import { releaseListFile } from '../../release-lists.server.ts';
import type { RequestHandler } from './$types.js';

/** The releases of a list as a workbook. */
export const GET: RequestHandler = (event) => releaseListFile(event, 'xlsx');
