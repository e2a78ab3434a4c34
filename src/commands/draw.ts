import { randomInt } from 'node:crypto';
import { isSeed, numberWithin, sampleLimits, type SampleWish } from '#lib/domain/sample.ts';
import { filterDimensions, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { drawSample, sampleDetail, type Sample } from '#lib/server/reports/sample.ts';
import { rulesInUse } from '#lib/server/ledger/rule-uses.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { dayOption, onlyOptions, option, parseArguments, type Arguments } from './arguments.ts';
import { sayAfter } from './import-files.ts';
import { inShellLanguage, usage } from './usage.ts';

const method = 'md5(seed:order number), lower-case hexadecimal, ascending, within each unit';

/**
 * `duban draw --per-unit N | --precision POINTS [--expected SHARE] [--by unit|city] [--minimum N] [--seed SEED]
 * [--from DAY] [--to DAY] [--unit NAME ...]`: a list of orders for return visits that anyone with the seed can draw again.
 * Rows of orders for a person, with the seed and the digest on standard error; with --json the whole draw.
 */
export async function draw(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	if (args.words.length > 0) throw usage(m.visit_cli_draw_needs, {});
	onlyOptions(args, [
		...['json', 'per-unit', 'precision', 'expected', 'by', 'minimum', 'seed', 'from', 'to'],
		...filterDimensions
	]);
	const wish = wishOf(args);
	const seed = option(args, 'seed') ?? String(randomInt(10_000_000, 100_000_000));
	if (!isSeed(seed)) throw usage(m.visit_cli_draw_seed, { value: seed });
	const scope = scopeOf(args);
	const folder = dataFolder();
	await bringUpToDate(folder, sayAfter(2000));
	const version = currentVersion(folder);
	if (version === null) throw usage(m.cli_nothing_loaded, {});
	const warehouse = await openWarehouse(versionPath(folder, version));
	try {
		const db = underRules(warehouse.db, await rulesInUse(openLedger(folder)));
		const sample = await drawSample(db, scope, wish, seed);
		await record(folder, sample, scope, version);
		if (!args.options.has('json')) {
			process.stderr.write(`duban: ${inShellLanguage(m.visit_sample_finding_drawn, { ...sample })}\n`);
			process.stderr.write(`duban: ${inShellLanguage(m.visit_sample_digest, { digest: sample.digest })}\n`);
			return { output: sample.orders };
		}
		const { strata, orders, eligible, size, digest } = sample;
		const about = { ...scope.period, dataCut: warehouse.about.data_cut, version, method };
		return { output: { seed, ...about, eligible, size, digest, units: strata, orders } };
	} finally {
		await warehouse.close();
		await closeLedger(folder);
	}
}

function wishOf(args: Arguments): SampleWish {
	const number = (name: string, { from, to, default: usual }: { from: number; to: number; default: number }) => {
		const text = option(args, name);
		if (text === undefined) return usual;
		const value = numberWithin(text, from, to);
		if (value === null) throw usage(m.visit_cli_draw_number, { name, from, to, value: text });
		return value;
	};
	if (args.options.has('per-unit')) {
		for (const name of ['precision', 'expected', 'by', 'minimum'])
			if (args.options.has(name)) throw usage(m.visit_cli_draw_one, { name });
		return { kind: 'perUnit', perUnit: Math.round(number('per-unit', sampleLimits.perUnit)) };
	}
	if (!args.options.has('precision')) throw usage(m.visit_cli_draw_needs, {});
	return {
		kind: 'precision',
		precision: number('precision', sampleLimits.precision) / 100,
		expected: number('expected', sampleLimits.expected),
		by: option(args, 'by', ['unit', 'city'] as const) ?? 'city',
		minimum: Math.round(number('minimum', sampleLimits.minimum))
	};
}

function scopeOf(args: Arguments): Scope {
	const filters = Object.fromEntries(
		filterDimensions.map((dimension) => [dimension, args.options.get(dimension) ?? []])
	);
	return { period: { from: dayOption(args, 'from'), to: dayOption(args, 'to') }, ...filters } as Scope;
}

/** Before the list is given: a draw that can't be recorded does not happen. */
async function record(folder: DataFolder, sample: Sample, scope: Scope, version: string): Promise<void> {
	await appendAudit(openLedger(folder), {
		actor: 'command line',
		action: 'sample_drawn',
		object: 'return-visits',
		detail: sampleDetail(sample, scope, version)
	});
}
