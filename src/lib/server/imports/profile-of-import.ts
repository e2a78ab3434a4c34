import type { Profile } from '#lib/domain/profiles/profile.ts';
import { profileOfReading } from '#lib/domain/profiles/profile.ts';
import type { DataFolder } from '../data-folder.ts';
import { signatureOf } from '../intake/map/signature.ts';
import { headersKept } from '../internal/original-rows.ts';
import type { ImportRecord } from '../ledger/imports.ts';

/** Why no profile can be made of an import. */
export class NoProfileInIt extends Error {
	readonly why: 'not_taken' | 'headers_not_kept';
	constructor(why: NoProfileInIt['why']) {
		super(`no profile can be made of the import: ${why}`);
		this.name = 'NoProfileInIt';
		this.why = why;
	}
}

/**
 * The profile that reads files as an import was read, with the file's headers and nothing else that stands in it. Throws
 * NoProfileInIt where nothing was taken in, or its file was read otherwise since under another header.
 */
export async function profileOfImport(
	folder: DataFolder,
	{ sha256, result }: Pick<ImportRecord, 'sha256' | 'result'>,
	{ name, about }: { name: string; about?: string }
): Promise<Profile> {
	if (result.outcome !== 'taken') throw new NoProfileInIt('not_taken');
	const headers = await headersKept(folder, sha256);
	if (headers === null || signatureOf(headers) !== result.signature) throw new NoProfileInIt('headers_not_kept');
	return profileOfReading(result, { name, about, headers });
}
