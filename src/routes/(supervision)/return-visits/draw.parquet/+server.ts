import { drawnFile } from '../drawn.server.ts';
import type { RequestHandler } from './$types.js';

/** The orders drawn, as Parquet. */
export const GET: RequestHandler = (event) => drawnFile(event, 'parquet');
