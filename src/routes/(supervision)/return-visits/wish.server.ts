import { error, type RequestEvent } from '@sveltejs/kit';
import { isSeed, numberWithin, sampleLimits, type SampleWish } from '#lib/domain/sample.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { sampleDetail, type Sample } from '#lib/server/reports/sample.ts';
import { m } from '#lib/paraglide/messages.js';

export const sampleKinds = ['city', 'unit', 'per-unit'] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** What an address asks to be drawn. Parameters: how, per-unit, precision (points), expected (percent), minimum, seed. */
export type AskedWish = { how: SampleKind; wish: SampleWish; texts: Record<string, string>; seed: string | null };

const fields = {
	'per-unit': { ...sampleLimits.perUnit, name: m.visit_sample_per_unit },
	precision: { ...sampleLimits.precision, name: m.visit_sample_precision },
	expected: { from: 1, to: 99, default: 90, name: m.visit_sample_expected },
	minimum: { ...sampleLimits.minimum, name: m.visit_sample_minimum }
};

/** Reads the wish; 400 with the field's name where a number or the seed can't be read. */
export function wishFrom(params: URLSearchParams): AskedWish {
	const texts: Record<string, string> = {};
	const number = (key: keyof typeof fields): number => {
		const { from, to, default: usual, name } = fields[key];
		const text = params.get(key)?.trim() || String(usual);
		const value = numberWithin(text, from, to);
		if (value === null) error(400, m.visit_sample_bad({ field: name(), from, to, value: text.slice(0, 40) }));
		texts[key] = text;
		return value;
	};
	const how = sampleKinds.find((known) => known === params.get('how')) ?? 'city';
	const [perUnit, minimum] = [Math.round(number('per-unit')), Math.round(number('minimum'))];
	const [precision, expected] = [number('precision') / 100, number('expected') / 100];
	const seed = params.get('seed')?.trim() || null;
	if (seed !== null && !isSeed(seed)) error(400, m.visit_sample_bad_seed());
	const wish: SampleWish =
		how === 'per-unit' ? { kind: 'perUnit', perUnit } : { kind: 'precision', precision, expected, by: how, minimum };
	return { how, wish, texts, seed };
}

/** Writes down who drew what, before it is shown: a draw that can't be recorded does not happen. */
export async function recordDraw(
	{ locals }: Pick<RequestEvent, 'locals'>,
	sample: Sample,
	scope: Scope,
	version: string
): Promise<void> {
	await appendAudit(openLedger(dataFolder()), {
		actor: locals.user?.name ?? 'anonymous',
		action: 'sample_drawn',
		object: 'return-visits',
		detail: sampleDetail(sample, scope, version)
	});
}
