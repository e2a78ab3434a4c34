import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';

/** An account as the list shows it; days are the city's, 'YYYY-MM-DD'. */
export type AccountShown = { name: string; role: string; added: string; disabledOn: string | null };

const headings: Record<string, () => string> = {
	name: m.users_name,
	role: m.users_role,
	added: m.users_added,
	state: m.users_state,
	disabledOn: m.lists_disabled_on,
	deputy: m.users_role_deputy,
	supervisor: m.users_role_supervisor,
	admin: m.users_role_admin,
	active: m.users_active,
	disabled: m.lists_account_disabled
};

/** Headings, roles and states, on the page and in the file. */
export const accountsHeading = (key: string): string | undefined => headings[key]?.();

/** The accounts in the order given: what the page tells of each, and nothing more. */
export const accountsList = (accounts: AccountShown[]): FigureTable => ({
	...{ id: 'accounts', by: null, total: null },
	columns: [
		{ key: 'name', kind: 'text' },
		{ key: 'role', kind: 'code' },
		{ key: 'added', kind: 'time' },
		{ key: 'state', kind: 'code' },
		{ key: 'disabledOn', kind: 'time' }
	],
	rows: accounts.map(({ name, role, added, disabledOn }) => ({
		...{ name, role, added, disabledOn },
		state: disabledOn === null ? 'active' : 'disabled'
	}))
});
