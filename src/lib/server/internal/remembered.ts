import { currentVersion, type DataFolder } from '../data-folder.ts';

const most = 200;
const counted = new Map<string, Promise<unknown>>();

/**
 * What was counted over the exports that stand, until others do: counts take a second over a million rows and a page of an
 * import asks for them each time. Rows are never remembered.
 */
export function remembered<Answer>(folder: DataFolder, what: string, count: () => Promise<Answer>): Promise<Answer> {
	const key = `${folder.root} ${currentVersion(folder)} ${what}`;
	const known = counted.get(key) as Promise<Answer> | undefined;
	if (known) return known;
	const made = count();
	counted.set(key, made);
	made.catch(() => counted.delete(key));
	for (const oldest of counted.keys()) {
		if (counted.size <= most) break;
		counted.delete(oldest);
	}
	return made;
}
