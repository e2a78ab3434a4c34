import { releasedTableFile } from '../../../../release-files.server.ts';
import type { RequestHandler } from './$types.js';

/** A table of a release as a workbook: what its page shows, no digit more. */
export const GET: RequestHandler = (event) => releasedTableFile(event, 'xlsx');
