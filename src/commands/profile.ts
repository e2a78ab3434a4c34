import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isProfileName, readProfileText, UnreadableProfile } from '#lib/domain/profiles/read-profile.ts';
import { profileDocument, profileText } from '#lib/domain/profiles/profile.ts';
import { profileFaultSentence } from '#lib/messages/profile-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { NoProfileInIt, profileOfImport } from '#lib/server/imports/profile-of-import.ts';
import { importBySeq } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import {
	keepProfile,
	type ListedProfile,
	profileNamed,
	profilesListed,
	removeProfile
} from '#lib/server/profiles/profiles.ts';
import { onlyOptions, parseArguments, typedFile, wholeOption, type Arguments } from './arguments.ts';
import { shellLanguage, usage, UsageError } from './usage.ts';

const actor = 'command line';

/**
 * `duban profile list | show NAME | save NAME --from IMPORT | export NAME FILE | add FILE | remove NAME`: how kinds of export
 * are read, by name, those that come along included.
 */
export async function profile(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'from']);
	const [verb = '', ...words] = args.words;
	const wanted = { list: 0, show: 1, save: 1, export: 2, add: 1, remove: 1 }[verb];
	if (words.length !== wanted || (verb === 'save') !== args.options.has('from')) throw usage(m.profile_cli_usage, {});
	const ledger = openLedger(ensureDataFolder(dataFolder()));
	const [name = '', file = ''] = words;
	try {
		switch (verb) {
			case 'list':
				return { output: (await profilesListed(ledger)).map(asRow) };
			case 'show':
				return { output: profileDocument((await known(ledger, name)).profile) };
			case 'save':
				return { output: await saved(ledger, name, args) };
			case 'export':
				return { output: exported(await known(ledger, name), file) };
			case 'add':
				return { output: await added(ledger, name) };
			default:
				await known(ledger, name);
				await removeProfile(ledger, name, actor);
				return { output: { removed: name } };
		}
	} finally {
		await closeLedger(dataFolder());
	}
}

async function known(ledger: Ledger, name: string): Promise<ListedProfile> {
	const found = await profileNamed(ledger, name);
	if (found) return found;
	const names = (await profilesListed(ledger)).map(({ profile }) => profile.name);
	throw usage(m.profile_unknown, { name, known: names.join(', ') });
}

async function saved(ledger: Ledger, name: string, args: Arguments) {
	if (!isProfileName(name)) throw usage(m.profile_bad_name, { name });
	const number = wholeOption(args, 'from')!;
	const record = await importBySeq(ledger, number);
	if (record === null) throw usage(m.profile_no_import, { number });
	try {
		const made = await profileOfImport(dataFolder(), record, { name });
		return { saved: name, from: number, ...(await keepProfile(ledger, made, actor)) };
	} catch (error) {
		if (!(error instanceof NoProfileInIt)) throw error;
		throw usage(error.why === 'not_taken' ? m.profile_not_taken : m.profile_headers_not_kept, { number });
	}
}

/** A file is never written over. */
function exported({ profile }: ListedProfile, file: string) {
	const path = resolve(process.env.INIT_CWD ?? '.', file);
	if (existsSync(path)) throw usage(m.profile_file_there, { file });
	writeFileSync(path, profileText(profile));
	return { exported: profile.name, file };
}

async function added(ledger: Ledger, file: string) {
	const path = typedFile(file);
	if (!existsSync(path)) throw usage(m.cli_no_such_file, { file });
	try {
		const read = readProfileText(readFileSync(path, 'utf8'));
		return { added: read.name, ...(await keepProfile(ledger, read, actor)) };
	} catch (error) {
		if (!(error instanceof UnreadableProfile)) throw error;
		throw new UsageError(profileFaultSentence(error, shellLanguage()));
	}
}

function asRow({ profile, signatures, entered }: ListedProfile) {
	const { name, kind, columns, about } = profile;
	return {
		...{ name, kind, fields: Object.keys(columns).length, headers: signatures.length, comesAlong: entered === null },
		...{ enteredAt: entered?.at ?? null, enteredBy: entered?.by ?? null, about }
	};
}
