import { m } from '#lib/paraglide/messages.js';

const kinds = {
	any: m.quality_kind_any,
	completeness: m.quality_kind_completeness,
	validity: m.quality_kind_validity,
	timeliness: m.quality_kind_timeliness,
	contradictions: m.quality_kind_contradictions
};

/** A kind of check, or any of them, in the reader's language. */
export const checkKindName = (kind: keyof typeof kinds): string => kinds[kind]();

/** Headings and codes of the tables of data quality. */
export const qualityNames: Record<string, () => string> = {
	qualityCheck: m.quality_column_check,
	qualityId: m.quality_column_id,
	qualityName: m.quality_column_name,
	qualityKind: m.quality_column_kind,
	qualityFinds: m.quality_column_finds,
	qualityAffected: m.quality_column_affected,
	qualityOf: m.quality_column_of,
	qualityShare: m.quality_column_share,
	qualityMeasures: m.quality_column_measures,
	qualityEffect: m.quality_column_effect,
	qualityOthers: m.quality_column_others,
	qualityReceived: m.quality_column_received,
	sourceName: m.quality_column_source,
	sourceCut: m.quality_column_cut,
	daysBehind: m.quality_column_behind,
	qualitySize: m.quality_column_size,
	'quality-few': m.quality_few_code,
	...Object.fromEntries(
		(Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => [
			[`quality-${kind}`, kinds[kind]],
			[`${kind}Orders`, () => m.quality_column_kind_orders({ kind: kinds[kind]() })],
			[`${kind}Rate`, kinds[kind]]
		])
	)
};
