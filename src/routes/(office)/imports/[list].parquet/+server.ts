import { importsFile } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** A list of the page as Parquet. */
export const GET: RequestHandler = (event) => importsFile(event, 'parquet');
