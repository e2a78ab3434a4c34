import { accountsFile } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** The list of accounts as Parquet. */
export const GET: RequestHandler = (event) => accountsFile(event, 'parquet');
