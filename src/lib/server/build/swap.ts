import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import { remove, writeWhole } from '../durable-files.ts';

/** Makes a version the one that is served. This rename is the moment an import counts. */
export function pointTo(folder: DataFolder, version: string): void {
	writeWhole(folder.currentPointer, `${version}\n`);
}

/** Removes all but the served version and the newest `spare` others; a server that still reads one keeps its handle. */
export function sweepVersions(folder: DataFolder, current: string, spare = 2): void {
	const others = readdirSync(folder.warehouse)
		.filter((name) => name.endsWith('.duckdb') && name !== `${current}.duckdb`)
		.map((name) => ({ name, at: statSync(join(folder.warehouse, name)).mtimeMs }))
		.sort((a, b) => b.at - a.at);
	for (const { name } of others.slice(spare)) {
		remove(join(folder.warehouse, name));
		remove(join(folder.warehouse, name.replace(/duckdb$/, 'json')));
	}
}
