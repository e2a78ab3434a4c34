import { publishingFile } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** A list of the page as a workbook. */
export const GET: RequestHandler = (event) => publishingFile(event, 'xlsx');
