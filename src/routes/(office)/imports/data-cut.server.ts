import { readDataCut } from '#lib/server/intake/take-in.ts';

/**
 * The data cut that a form's field says, `YYYY-MM-DD HH:MM:SS`: a day is its end, as on the command line. Undefined where it
 * was left empty, null where it is no moment.
 */
export function dataCutFrom(said: FormDataEntryValue | string | null | undefined): string | undefined | null {
	const text = typeof said === 'string' ? said.trim() : '';
	if (text === '') return undefined;
	// A browser's own field leaves the seconds away where they are none.
	const whole = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$/.test(text) ? `${text}:00` : text;
	try {
		return readDataCut(whole);
	} catch {
		return null;
	}
}
