import { appendAudit } from '../ledger/audit.ts';
import { recordImport } from '../ledger/imports.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { currentManifest } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { buildByVersion, recordBuild } from '../ledger/builds.ts';
import type { Imported } from './import-exports.ts';
import { rememberReading } from './said-of-files.ts';

/**
 * Keeps what came of each file, what people said of the files taken, and the version that was built, in the ledger and the
 * audit chain: all of it or nothing. Gives the number of each, which `duban rows` and `duban undo` take.
 */
export function recordImports(
	folder: DataFolder,
	ledger: Ledger,
	imported: Imported[],
	actor: string,
	{ isRemembered = true } = {}
): Promise<number[]> {
	const manifest = currentManifest(folder);
	return together(ledger, async (ledger) => {
		const numbers: number[] = [];
		for (const one of imported) {
			numbers.push(await recordOne(ledger, one, actor));
			if (isRemembered && one.outcome === 'taken') await rememberReading(ledger, one.result, actor);
		}
		// A data cut that is set back gives a version that was there before; it is the same build.
		if (manifest === null || (await buildByVersion(ledger, manifest.version))) return numbers;
		const { version, dataCut, orders, inputs } = manifest;
		await recordBuild(ledger, { version, dataCut, orders, exports: inputs.map(({ sha256 }) => sha256) });
		return numbers;
	});
}

async function recordOne(ledger: Ledger, one: Imported, actor: string): Promise<number> {
	const seq = await recordImport(ledger, one.outcome === 'taken' ? { ...one.result, rows: one.rows } : one.result);
	await appendAudit(ledger, { actor, action: actions[one.outcome], object: one.result.sha256, detail: detailOf(one) });
	return seq;
}

const actions = { taken: 'export_taken', refused: 'export_refused', asked: 'export_asks' } as const;

function detailOf(one: Imported): Parameters<typeof appendAudit>[1]['detail'] {
	if (one.outcome === 'taken') {
		const { profile } = one.result;
		return { rows: one.rows, version: one.version, ...(profile && { profile }) };
	}
	return one.outcome === 'refused' ? { reason: one.result.refusal.reason } : { question: one.result.question.name };
}
