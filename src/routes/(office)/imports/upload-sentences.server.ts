import { m } from '#lib/paraglide/messages.js';
import { limits } from '#lib/server/intake/limits.ts';
import type { UploadFault } from '#lib/server/uploads/upload-problem.ts';

const gigabytes = limits.exportBytes / 1024 ** 3;

const sentences: Record<UploadFault, () => string> = {
	cut: m.upload_fault_cut,
	longer_than_said: m.upload_fault_longer_than_said,
	not_a_form: m.upload_fault_not_a_form,
	no_file: m.upload_fault_no_file,
	too_many_files: m.upload_fault_too_many_files,
	bad_request: m.upload_fault_bad_request,
	stalled: m.upload_fault_stalled,
	out_of_place: m.upload_fault_out_of_place,
	superseded: m.upload_fault_superseded,
	too_large: () => m.upload_fault_too_large({ gigabytes }),
	read_only: m.storage_read_only,
	disk_error: m.storage_disk_error,
	no_space: m.upload_fault_no_space
};

/** What is wrong with an upload and what to do, in the reader's language. */
export const uploadSentence = (fault: UploadFault): string => sentences[fault]();

/** What the form says of files and their size. */
export const uploadHint = (): string => m.upload_hint({ gigabytes });
