import { currentVersion, dataFolder, versionPath } from '../data-folder.ts';
import { openWarehouse, type Warehouse } from './warehouse.ts';

/** How long a replaced version stays open for the requests that still read it. */
const graceMs = 60_000;

type Served = { version: string; opening: Promise<Warehouse> };

/** One per process, also across a development server's reloads: two instances of one file would not agree. */
const store = globalThis as { dubanServed?: Served };

/** The warehouse that is current now, or null before the first import. One request asks once and keeps it. */
export async function servedWarehouse(): Promise<Warehouse | null> {
	const folder = dataFolder();
	const version = currentVersion(folder);
	if (version === null) return null;
	if (store.dubanServed?.version !== version) {
		const replaced = store.dubanServed;
		const opening = openWarehouse(versionPath(folder, version));
		store.dubanServed = { version, opening };
		opening.catch(() => {
			if (store.dubanServed?.opening === opening) store.dubanServed = undefined;
		});
		if (replaced) retire(replaced);
	}
	return store.dubanServed.opening;
}

function retire({ opening }: Served): void {
	const timer = setTimeout(() => {
		opening.then((warehouse) => warehouse.close()).catch(() => {});
	}, graceMs);
	timer.unref();
}
