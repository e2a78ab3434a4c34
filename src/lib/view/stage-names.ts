import { m } from '#lib/paraglide/messages.js';

/** Headings of the tables of stages: the stages by the measures of their times, and the columns in working days. */
export const stageNames: Record<string, () => string> = {
	stage: m.column_stage,
	'dispatch-time': m.stage_dispatch,
	'sign-time': m.stage_sign,
	'first-contact-time': m.stage_first_contact,
	'handling-time': m.stage_handling,
	'dispatch-working-days': m.stage_dispatch,
	'sign-working-days': m.stage_sign,
	'first-contact-working-days': m.stage_first_contact,
	'handling-working-days': m.stage_handling,
	medianWorkingDays: m.stage_column_median_days,
	p90WorkingDays: m.stage_column_p90_days,
	mostWorkingDays: m.stage_column_most_days,
	notCounted: m.stage_column_not_counted
};
