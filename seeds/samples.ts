import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monthBytes, monthSample } from './samples/month.ts';
import { quarterBytes, quarterSample } from './samples/quarter.ts';
import { visitsBytes, visitsSample } from './samples/visits.ts';

/** The committed samples by file name, made anew. */
export async function samples(): Promise<Record<string, Uint8Array>> {
	return { [monthSample]: monthBytes(), [quarterSample]: await quarterBytes(), [visitsSample]: visitsBytes() };
}

if (import.meta.main) {
	const folder = join(import.meta.dirname, 'exports');
	await mkdir(folder, { recursive: true });
	for (const [fileName, bytes] of Object.entries(await samples())) await writeFile(join(folder, fileName), bytes);
}
