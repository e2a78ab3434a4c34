import { m } from '#lib/paraglide/messages.js';
import type { TableId } from '#lib/server/reports/tables.ts';

const titles: Record<TableId, () => string> = {
	volumes: m.more_table_volumes,
	timeliness: m.more_table_timeliness,
	'on-time': m.more_table_on_time,
	'handling-time': m.more_table_handling_time,
	stages: m.more_table_stages,
	'stage-days': m.stage_days_caption,
	'stage-days-by': m.stage_days_caption,
	distribution: m.more_table_distribution,
	'done-within': m.more_table_done_within,
	backlog: m.more_table_backlog,
	ranking: m.more_table_ranking,
	'case-mix': m.more_table_case_mix,
	movement: m.more_table_movement,
	catalogue: m.catalogue_title,
	'supervision-types': m.catalogue_column_supervision_type,
	changes: m.changes_title,
	'changes-by': m.changes_title,
	'changes-times': m.changes_section_times,
	'orders-behind': m.orders_file_title,
	'watch-list': m.orders_watch_title,
	breaks: m.breaks_title,
	exclusions: m.exclusions_title,
	'exclusion-reasons': m.exclusions_section_reasons,
	replay: m.rules_section_replay,
	deadlines: m.rules_section_deadlines,
	'return-visits': m.more_table_return_visits,
	'visit-estimates': m.more_table_visit_estimates,
	'visit-intervals': m.more_table_visit_intervals,
	'visit-doubts': m.more_table_visit_doubts,
	'visit-funnel': m.visit_table_funnel,
	'visit-totals': m.totals_title,
	'visit-answers': m.visit_answers_section_twice,
	'visit-words': m.visit_answers_section_words,
	'visit-agreement': m.visit_table_agreement,
	'draw-shares': m.visit_table_draw_shares,
	'draw-times': m.visit_table_draw_times,
	'handler-visits': m.visit_quota_title,
	'handler-quota': m.visit_table_quota
};

/** What a table is called where it stands alone, as a file. */
export const tableTitle = (id: TableId): string => titles[id]();
