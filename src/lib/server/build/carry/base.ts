import { existsSync } from 'node:fs';
import { placeOfExport } from '#lib/domain/export-order.ts';
import { versionPath } from '../../data-folder.ts';
import { kindOf } from '../kinds/current-rows.ts';
import { type BuildInput, manifestIfReadable, versionOf } from '../manifest.ts';
import { type BuildPlan, isOfOrders } from '../plan.ts';
import { stagedBytes } from '../staged.ts';

/** The version that another goes on from. */
export type Base = {
	path: string;
	fingerprint: string;
	/** How many versions in a row went on from the one before. */
	carriedOver: number;
	/** How many rows of orders these took out. */
	holes: number;
};

/**
 * The served version, where nothing but exports of orders came to what it holds, each later than all of them, and few
 * against them. Then what they do not show can be left as it stands, but for what the later data cut changes. Null where
 * all must be made anew.
 */
export function baseOf({ folder, inputs, newcomers, zone, carrying }: BuildPlan): Base | null {
	const manifest = manifestIfReadable(folder);
	if (manifest === null || manifest.fingerprint === undefined || newcomers.length === 0) return null;
	const { version, orders, carriedOver = 0, holes = 0, fingerprint } = manifest;
	const path = versionPath(folder, version);
	if (orders < carrying.leastOrders || holes > orders * carrying.mostHoles || !existsSync(path)) return null;
	// Another program's version, or another zone's.
	if (manifest.zone !== zone || version !== versionOf(manifest.inputs, zone)) return null;
	const [later, standing] = [true, false].map((isNew) =>
		inputs.filter(({ sha256 }) => newcomers.includes(sha256) === isNew)
	) as [BuildInput[], BuildInput[]];
	if (!sameInputs(standing, manifest.inputs) || !later.every(isOfOrders)) return null;
	const newest = standing.filter(isOfOrders).map(placeOfExport).sort().at(-1);
	if (newest === undefined || later.some((input) => placeOfExport(input) < newest)) return null;
	const isMuch = stagedBytes(folder, later) > stagedBytes(folder, standing.filter(isOfOrders)) * carrying.mostShare;
	return isMuch ? null : { path, fingerprint, carriedOver, holes };
}

const sameInputs = (one: BuildInput[], other: BuildInput[]) => {
	const told = (inputs: BuildInput[]) =>
		inputs
			.map((input) => `${placeOfExport(input)} ${input.staged} ${kindOf(input)}`)
			.sort()
			.join('\n');
	return told(one) === told(other);
};
