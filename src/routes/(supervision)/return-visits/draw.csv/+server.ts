import { drawnFile } from '../drawn.server.ts';
import type { RequestHandler } from './$types.js';

/** The orders drawn, as CSV. */
export const GET: RequestHandler = (event) => drawnFile(event, 'csv');
