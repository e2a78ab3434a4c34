import { json } from '@sveltejs/kit';
import { commandsShown } from '../listed.server.ts';
import type { RequestHandler } from './$types.js';

/** How far what was sent is, as the page says it. */
export const GET: RequestHandler = async () => json(await commandsShown());
