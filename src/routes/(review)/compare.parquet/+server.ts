import { comparedFile } from '../compare-files.server.ts';
import type { RequestHandler } from './$types.js';

/** The comparison of the page as Parquet. */
export const GET: RequestHandler = (event) => comparedFile(event, 'parquet');
