/** What a column of lengths of time is counted in. Working days are days as the export counts them. */
export const durationUnits = ['days', 'hours', 'minutes', 'working-days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** How many of the unit a day has. */
export const perDay: Record<DurationUnit, number> = { days: 1, 'working-days': 1, hours: 24, minutes: 1440 };

const written: [pattern: RegExp, unit: DurationUnit][] = [
	[/^(个?工作日|working ?days?)$/i, 'working-days'],
	[/^(小时|时|h|hours?)$/i, 'hours'],
	[/^(分钟?|min|minutes?)$/i, 'minutes'],
	[/^(天|日|自然日|days?)$/i, 'days']
];

/** The unit a header states in brackets, such as 挂起时长（小时）; undefined where it states none. */
export function durationUnit(header: string): DurationUnit | undefined {
	for (const [, inside] of header.matchAll(/[([（【［〔]\s*(?:单位[:：])?\s*([^)\]）】］〕]*?)\s*[)\]）】］〕]/g)) {
		const unit = written.find(([pattern]) => pattern.test(inside!))?.[1];
		if (unit) return unit;
	}
	return undefined;
}
