import { rowsFile } from '../rows-file.server.ts';
import type { RequestHandler } from './$types.js';

/** Rows of an import as Parquet. */
export const GET: RequestHandler = (event) => rowsFile(event, 'parquet');
