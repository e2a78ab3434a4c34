import type { Refusal } from '#lib/domain/intake-result.ts';
import { withoutNumbers } from './cells/blotted.ts';
import { shownName } from './cells/shown-cells.ts';

/** Thrown where a whole export cannot be taken in; what the clerk reads is made from the refusal. */
export class RefusedExport extends Error {
	readonly refusal: Refusal;

	constructor(reason: Refusal['reason'], details: Refusal['details'] = {}) {
		super(`${reason} ${JSON.stringify(details)}`);
		const { headers } = details;
		this.refusal = {
			reason,
			details: withoutNumbers({ ...details, ...(Array.isArray(headers) && { headers: headers.map(shownName) }) })
		};
	}
}
