import { existsSync, readdirSync } from 'node:fs';
import { m } from '#lib/paraglide/messages.js';
import { isReadOnly, type DataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay } from '#lib/server/imports/lock.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { verifyAudit } from '#lib/server/ledger/audit.ts';
import { ledgerFault, openLedger } from '#lib/server/ledger/open.ts';
import { sayAfter } from './import-files.ts';
import { inShellLanguage, usage } from './usage.ts';

const say = (sentence: string) => process.stderr.write(`duban: ${sentence}\n`);

/**
 * What a server does before it answers: looks at what it will serve, mends what can be mended, and says what it found. A
 * folder that can't be written to is served as it stands. Throws UsageError where the ledger is gone.
 */
export async function beginServing(folder: DataFolder): Promise<void> {
	const archived = existsSync(folder.exports) ? readdirSync(folder.exports).length : 0;
	if (!existsSync(folder.ledger) && archived > 0) throw usage(m.storage_ledger_missing, { exports: archived });
	if (isReadOnly(folder)) {
		say(inShellLanguage(m.storage_read_only, {}));
		return;
	}
	const damage = ledgerFault(folder);
	if (damage !== null) throw usage(m.storage_ledger_damaged_at, { damage });
	const ledger = openLedger(folder);
	const audit = await verifyAudit(ledger);
	if (!audit.intact) say(inShellLanguage(m.storage_audit_broken, { seq: audit.seq, fault: audit.fault }));
	try {
		const mended = await startUp(folder, ledger, sayAfter(0));
		if (mended === null) return;
		const { problem, isRebuilt } = mended;
		say(inShellLanguage(isRebuilt ? m.storage_mended : m.storage_nothing_served, { problem }));
	} catch (error) {
		if (!(error instanceof ImportUnderWay)) throw error;
		say(inShellLanguage(m.storage_busy, { pid: error.pid }));
	}
}
