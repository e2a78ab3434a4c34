import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { verify as verifyAll, type Verified } from '#lib/server/imports/verify.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { shellLanguage } from './usage.ts';

const names: Record<Verified['thing'], (words: object, options: { locale: 'zh-CN' | 'en' }) => string> = {
	archive: m.verify_archive,
	staged: m.verify_staged,
	warehouse: m.verify_warehouse,
	imports: m.verify_imports,
	audit: m.verify_audit,
	releases: m.verify_releases
};

/** `duban verify`: looks at everything at rest and says so in one line a thing; exits 1 where something is wrong. */
export async function verify(line: string[]): Promise<{ output: unknown; exitCode: number }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const folder = ensureDataFolder(dataFolder());
	try {
		const all = await verifyAll(folder, openLedger(folder));
		const locale = shellLanguage();
		const output = all.map(({ thing, looked, faults }) => ({
			thing,
			what: names[thing]({}, { locale }),
			looked,
			ok: faults.length === 0,
			...(args.options.has('json') ? { faults } : { faults: faults.join('; ') || null })
		}));
		return { output, exitCode: all.every(({ faults }) => faults.length === 0) ? 0 : 1 };
	} finally {
		await closeLedger(folder);
	}
}
