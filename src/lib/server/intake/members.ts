import { join } from 'node:path';

/** What an archive was unpacked to in a job's folder: the names its members have in it, in its order. */
export type Unpacked = { outcome: 'unpacked'; names: string[]; notes: string[] };

/** Members are numbered, so that no name from an archive is ever part of a path. */
export const memberFile = (folder: string, index: number) => join(folder, `member-${index}`);

const mostShown = 200;
/** Characters that would do something to a terminal or turn the text round them. */
const acting = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a member is called as an export of its own: `archive.zip/member.csv`. Where its packer named it nothing, after the archive. */
export function memberName(archiveName: string, name: string): string {
	const shown = name.replace(acting, '\ufffd').slice(0, mostShown).toWellFormed();
	return `${archiveName}/${shown || archiveName.replace(/\.gz$/i, '')}`;
}
