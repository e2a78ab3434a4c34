import { m } from '#lib/paraglide/messages.js';
import { addUser } from '#lib/server/auth/user-commands.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { usage } from './usage.ts';

/** `duban user add NAME --role deputy|supervisor|admin`: a password is drawn and shown this once. */
export async function user(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'role']);
	const [verb, name, ...others] = args.words;
	const role = option(args, 'role', ['deputy', 'supervisor', 'admin']);
	if (verb !== 'add' || !name || !role || others.length > 0) {
		throw usage(m.cli_user_usage, {});
	}
	const folder = ensureDataFolder(dataFolder());
	try {
		return { output: await addUser(openLedger(folder), { name, role }) };
	} finally {
		await closeLedger(folder);
	}
}
