import { createHash } from 'node:crypto';
import type { DataFolder } from '../data-folder.ts';
import { appendAudit } from '../ledger/audit.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { rulesInUse } from '../ledger/rule-uses.ts';
import { nextRevision, recordRelease } from '../ledger/releases.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { freeze, type Frozen } from './freeze.ts';
import { releasedFile, releaseManifest, revisionsOf } from './shelf.ts';

/** One at a time in this process: a button pressed twice gives one release, not a fault. */
let before: Promise<unknown> = Promise.resolve();

/** Freezes a period and enters it in the ledger and the audit chain. Throws NotReleasable. */
export function publish(
	folder: DataFolder,
	ledger: Ledger,
	warehouse: Warehouse,
	period: string,
	actor: string
): Promise<Frozen> {
	const mine = before.then(async () => {
		const frozen = await freeze(folder, warehouse, period, await rulesInUse(ledger));
		await enter(folder, ledger, period, actor);
		return frozen;
	});
	before = mine.catch(() => {});
	return mine;
}

/** Enters every revision on the shelf that the ledger lacks: a crash between the two must not lose one. */
async function enter(folder: DataFolder, ledger: Ledger, period: string, actor: string): Promise<void> {
	const next = await nextRevision(ledger, period);
	for (const revision of revisionsOf(folder, period).filter((standing) => standing >= next)) {
		const { frozenAt, warehouseVersion } = releaseManifest({ period, revision }, folder);
		const bytes = releasedFile({ period, revision }, 'manifest.json', folder)!;
		const manifestSha256 = createHash('sha256').update(bytes).digest('hex');
		await together(ledger, async (ledger) => {
			await recordRelease(ledger, { period, revision, frozenAt, frozenBy: actor, warehouseVersion, manifestSha256 });
			await appendAudit(ledger, {
				actor,
				action: 'release_frozen',
				object: `${period}/${revision}`,
				detail: { manifestSha256, warehouseVersion }
			});
		});
	}
}
