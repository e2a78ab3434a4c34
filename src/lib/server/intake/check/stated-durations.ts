import { durationUnit } from '#lib/domain/duration-units.ts';
import type { CleanedView } from './cleaned-view.ts';
import type { Database } from './database.ts';

/** Seconds of each unit; days by their office's clock can not be held against times without its hours. */
const seconds = { days: 86_400, hours: 3600, minutes: 60, 'working-days': undefined } as const;

/**
 * Whether the export says of some taken orders another handling time than its own receipt and closing come to, by more
 * than one of its units. False where its column says no unit, or counts in working days. Ours alone is counted with.
 */
export async function differFromStated(database: Database, view: CleanedView): Promise<boolean> {
	const read = (field: string) => view.fields.find((each) => each.field === field);
	const stated = read('stated_duration');
	const received = read('registered_at') ?? read('contacted_at');
	const unit = stated && durationUnit(stated.column.header);
	const length = unit && seconds[unit];
	if (length === undefined || !received || !read('closed_at')) return false;
	const [row] = await database.rows(
		`select count(*) filter (
			abs(date_diff('second', ${received.field}, closed_at) - try_cast(v_stated_duration as double) * ${length}) > ${length}
		) as n_other
		from judged where set_aside is null and not is_date_${received.field} and not is_date_closed_at`
	);
	return Number(row?.n_other) > 0;
}
