import type { Language } from '#lib/domain/languages.ts';
import { NoRoom, storageFaultOf, type StorageFault } from '#lib/domain/storage-fault.ts';
import { m } from '#lib/paraglide/messages.js';

const sentences: Record<StorageFault, (words: object, options: { locale: Language }) => string> = {
	no_space: m.storage_no_space,
	read_only: m.storage_read_only,
	disk_error: m.storage_disk_error,
	ledger_damaged: m.storage_ledger_damaged
};

const megabytes = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024 ** 2));

/** What is wrong with the disk, and what to do. */
export const storageSentence = (fault: StorageFault, locale: Language): string => sentences[fault]({}, { locale });

/** The same of an error, with the place where it says one; null where the disk has no part in it. */
export function storageErrorSentence(error: unknown, locale: Language): string | null {
	if (error instanceof NoRoom) {
		const words = { needed: megabytes(error.needed), free: Math.floor(error.free / 1024 ** 2) };
		return m.storage_no_room(words, { locale });
	}
	const fault = storageFaultOf(error);
	if (fault === null) return null;
	const { code, path, message } = error as NodeJS.ErrnoException;
	const where = path === undefined ? message.split('\n')[0]!.slice(0, 200) : `${code}: ${path}`;
	return `${storageSentence(fault, locale)} (${where})`;
}
