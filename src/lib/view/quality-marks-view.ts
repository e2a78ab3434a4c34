import type { QualityMarks } from '#lib/components/quality-marks.ts';
import { formatCount, formatRate } from '#lib/domain/format.ts';
import { measuresInDoubt, marked, type Quality } from '#lib/server/reports/quality.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { qualityCheck, type CheckKey } from '#queries/quality/index.ts';
import { own } from './names.ts';

type Place = { periodName: string; href: (check: CheckKey) => string };

/** The marks of a page's figures: for each measure the check with the largest share, where that is large enough. */
export function qualityMarks(quality: Quality, { periodName, href }: Place): QualityMarks {
	const n = (value: number) => formatCount(value, getLocale());
	return {
		checks: Object.fromEntries(
			marked(quality).map(({ key, affected, of }) => {
				const check = qualityCheck(key);
				const name = own(check.name);
				return [
					key,
					{
						text: m.quality_mark({ share: formatRate(affected, of), name }),
						detail: m.quality_mark_detail({
							...{ affected: n(affected), of: n(of), among: own(check.among), period: periodName, name }
						}),
						href: href(key)
					}
				];
			})
		),
		measures: Object.fromEntries([...measuresInDoubt(quality)].map(([measure, [worst]]) => [measure, worst!.key]))
	};
}
