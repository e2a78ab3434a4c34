import type { Answers } from '#lib/domain/answers.ts';
import { durationUnit, type DurationUnit, durationUnits } from '#lib/domain/duration-units.ts';
import { shownSamples } from '../cells/shown-cells.ts';
import { OpenQuestion } from '../open-question.ts';
import type { SourceRow } from '../read/records.ts';
import type { FoundHeader } from './find-header.ts';

/**
 * What the column of days suspended is counted in: what its header says, else what people said. Undefined where there is no
 * such column. Throws OpenQuestion where the header speaks of a length of time and says no unit.
 */
export function suspendedUnit(
	{ headers, match, lastRow }: FoundHeader,
	head: SourceRow[],
	answers: Answers
): DurationUnit {
	const place = match.get('suspended_days');
	const header = place === undefined ? undefined : headers[place]!;
	if (header === undefined) return 'days';
	const said = answers['unit:suspended_days'];
	const unit = durationUnit(header) ?? durationUnits.find((each) => each === said);
	if (unit) return unit;
	if (!/时长|时间/.test(header)) return 'days';
	const cells = head.filter(({ number }) => number > lastRow).flatMap(({ cells }) => cells[place!]?.trim() || []);
	throw new OpenQuestion({
		name: 'unit:suspended_days',
		details: { header, field: 'suspended_days' },
		choices: durationUnits.map((value) => ({ value, samples: shownSamples(cells.slice(0, 3)) }))
	});
}
