import { changesFile } from '../changes-file.server.ts';
import type { RequestHandler } from './$types.js';

/** A list of changes of an import as CSV. */
export const GET: RequestHandler = (event) => changesFile(event, 'csv');
