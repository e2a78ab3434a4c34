import { importsFile } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** A list of the page as CSV. */
export const GET: RequestHandler = (event) => importsFile(event, 'csv');
