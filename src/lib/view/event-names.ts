import type { EventCode } from '#lib/domain/kinds/words.ts';
import { m } from '#lib/paraglide/messages.js';

const names: Record<EventCode, () => string> = {
	receive: m.event_receive,
	dispatch: m.event_dispatch,
	redispatch: m.event_redispatch,
	return: m.event_return,
	return_granted: m.event_return_granted,
	sign: m.event_sign,
	contact: m.event_contact,
	extend: m.event_extend,
	reply: m.event_reply,
	redo: m.event_redo,
	urge: m.event_urge,
	supervise: m.event_supervise,
	close: m.event_close,
	visit: m.event_visit
};

/** What an event is taken for, in the reader's language. */
export const eventName = (code: EventCode): string => names[code]();
