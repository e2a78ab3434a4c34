import type { ConflictReason } from '#lib/domain/conflict.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';

const reasons = {
	one_export: { name: m.conflicts_reason_one_export, why: m.conflicts_why_one_export },
	one_cut: { name: m.conflicts_reason_one_cut, why: m.conflicts_why_one_cut },
	fixed_field: { name: m.conflicts_reason_fixed_field, why: m.conflicts_why_fixed_field }
} as const satisfies Record<ConflictReason, unknown>;

/** Why two forms of an order contradict each other, in words. */
export const conflictReasonName = (reason: ConflictReason, locale: Language): string =>
	reasons[reason].name({}, { locale });

/** By what rule one of them counts. */
export const conflictRule = (reason: ConflictReason, locale: Language): string => reasons[reason].why({}, { locale });
