import { accountsFile } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** The list of accounts as a workbook. */
export const GET: RequestHandler = (event) => accountsFile(event, 'xlsx');
