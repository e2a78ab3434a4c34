import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPlaced } from '#lib/domain/export-order.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { currentVersion, type DataFolder } from '../data-folder.ts';
import { stagedPaths, stagedReceipt } from '../staged-receipt.ts';

/** An export whose staged rows are there, and its place among those of its kind. */
export type PlacedExport = {
	sha256: string;
	fileName: string;
	/** 'YYYY-MM-DD HH:MM:SS'. */
	dataCut: string;
	/** How many times over its rows are mended ones. */
	mending: number;
	/** Names files with the same headers; '' where it is not known. */
	signature: string;
	/** Of its staged rows. */
	path: string;
	/** From 1, in the order in which a later one holds against an earlier. */
	place: number;
};

/** What is known of the export that is asked about, for one that is in no figure now. */
export type OwnExport = { sha256: string; fileName: string; kind: KindName; dataCut: string; mending?: number };

type Input = { sha256: string; fileName: string; kind?: KindName; dataCut: string; mending?: number };

/**
 * The exports of one kind that the figures are made of now, in the order in which a later one holds against an earlier; `own`
 * among them, whether it stands or not.
 */
export function standingExports(folder: DataFolder, kind: KindName, own?: OwnExport): PlacedExport[] {
	const version = currentVersion(folder);
	const manifest = join(folder.warehouse, `${version}.json`);
	const inputs: Input[] =
		version !== null && existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).inputs : [];
	const ofKind = inputs.filter((input) => (input.kind ?? 'orders') === kind);
	if (own && own.kind === kind && !ofKind.some(({ sha256 }) => sha256 === own.sha256)) ofKind.push(own);
	const staged = ofKind.filter(({ sha256 }) => existsSync(stagedPaths(folder, sha256).rows));
	return asPlaced(staged).map(({ sha256, fileName, dataCut, mending = 0 }, place) => ({
		...{ sha256, fileName, dataCut, mending, place: place + 1, path: stagedPaths(folder, sha256).rows },
		signature: stagedReceipt(folder, sha256)?.signature ?? ''
	}));
}
