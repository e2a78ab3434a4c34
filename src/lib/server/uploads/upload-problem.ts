/** What can be wrong with what was sent, and how HTTP says so. None of it has been imported. */
export const uploadStatus = {
	/** The connection ended before all was there, or fewer bytes came than were announced. */
	cut: 400,
	/** More bytes came than were announced. */
	longer_than_said: 400,
	not_a_form: 400,
	no_file: 400,
	too_many_files: 400,
	bad_request: 400,
	stalled: 408,
	/** The bytes begin elsewhere than where those that are here end. */
	out_of_place: 409,
	/** The sender began the same file again on another connection. */
	superseded: 409,
	too_large: 413,
	/** The data folder can't be written to. */
	read_only: 503,
	/** The disk reports an error. */
	disk_error: 503,
	no_space: 507
} as const;

export type UploadFault = keyof typeof uploadStatus;

/** Thrown for an upload that is not taken; safe to send again. */
export class UploadProblem extends Error {
	readonly fault: UploadFault;
	/** How many bytes of a file that can be gone on with are here. */
	readonly received: number;
	constructor(fault: UploadFault, received = 0) {
		super(`upload not taken: ${fault}`);
		this.name = 'UploadProblem';
		this.fault = fault;
		this.received = received;
	}
	get status(): number {
		return uploadStatus[this.fault];
	}
}
