declare global {
	namespace App {
		interface Error {
			message: string;
			/** What the log calls it; given for faults of ours only. */
			id?: string;
		}
		interface Locals {
			user: import('#lib/server/auth/sessions.ts').SignedInUser | null;
			session: import('#lib/server/auth/sessions.ts').CurrentSession | null;
			locale: import('#lib/paraglide/runtime.js').Locale;
		}
	}
}

export {};
