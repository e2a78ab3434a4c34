import { join } from 'node:path';
import { cityZone, type DataFolder } from '../data-folder.ts';
import { kindOf } from './kinds/current-rows.ts';
import { versionOf, type BuildInput } from './manifest.ts';
import type { RowStanding } from './merge.ts';
import type { TableSums } from './fingerprint.ts';

/** What is to be built, and of what. */
export type BuildPlan = {
	folder: DataFolder;
	inputs: BuildInput[];
	/** The hashes of those whose rows are counted against the exports listed before them. */
	newcomers: string[];
	zone: string;
	version: string;
	/** T: up to when the exports show. */
	dataCut: string;
	/** The file that is written, under no version's name. */
	draft: string;
	carrying: Carrying;
};

/** When a version goes on from the one before it. */
export type Carrying = {
	/** From so many orders on a version keeps what the next one needs for it. */
	leastOrders: number;
	/** The newcomers' staged bytes may be at most this part of all others'. */
	mostShare: number;
	/** Rows that later ones took the place of leave holes in the file, which every question reads over: so many to an order at most. */
	mostHoles: number;
};

/** What was written, by what is counted while it is: reading the file again must give the same. */
export type Written = {
	engine: string;
	sums: TableSums;
	standings: Map<string, RowStanding>;
	/** How many rows of orders were taken out of the version before. */
	gone: number;
};

export const isOfOrders = (input: BuildInput) => kindOf(input) === 'orders';

/** The plan of a version of these exports. */
export function planOf(folder: DataFolder, inputs: BuildInput[], newcomers: string[], carrying: Carrying): BuildPlan {
	const zone = cityZone();
	const version = versionOf(inputs, zone);
	const draft = join(folder.warehouse, `${version}.${process.pid}.tmp`);
	return { folder, inputs, newcomers, zone, version, dataCut: shownUpTo(inputs), draft, carrying };
}

/**
 * T: the latest cut of an export of orders. What other kinds show later than that is told of orders as they were then: a list
 * of October's return visits makes no order overdue in October. Without orders the latest cut of all.
 */
function shownUpTo(inputs: BuildInput[]): string {
	const ofOrders = inputs.filter(isOfOrders);
	const shown = (ofOrders.length > 0 ? ofOrders : inputs).map((input) => input.dataCut);
	return shown.reduce((latest, cut) => (cut > latest ? cut : latest));
}
