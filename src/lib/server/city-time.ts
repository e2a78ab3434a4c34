import { cityZone } from './data-folder.ts';

/** A moment in UTC as the city's clocks showed it, 'YYYY-MM-DD HH:MM:SS'. A text without a zone is read as UTC. */
export function cityTime(utc: string): string {
	const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(utc);
	const moment = new Date(hasZone ? utc : `${utc.replace(' ', 'T')}Z`);
	// Swedish writes dates as ISO does.
	return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: cityZone() }).format(
		moment
	);
}
