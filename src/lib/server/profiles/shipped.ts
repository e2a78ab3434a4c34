import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from '#lib/domain/profiles/profile.ts';
import { readProfileText } from '#lib/domain/profiles/read-profile.ts';

/** Where the profiles that come along lie: in the project's tree, beside this source or below the working folder where it was bundled. */
function folderOfShipped(): string {
	const beside = fileURLToPath(new URL('../../../../seeds/profiles/', import.meta.url));
	return existsSync(beside) ? beside : join(process.cwd(), 'seeds', 'profiles');
}

let read: Profile[] | undefined;

/** The profiles that come along, every file there is, by name. Read once a process. */
export function shippedProfiles(): Profile[] {
	if (read) return read;
	const folder = folderOfShipped();
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
	read = files
		.map((name) => readProfileText(readFileSync(join(folder, name), 'utf8')))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
	return read;
}
