import type { FigureTable } from '#lib/domain/table.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { catalogueTable, supervisionTypesTable } from './catalogue-tables.ts';
import { caseMixTable } from './case-mix-table.ts';
import { deadlinesTable } from './deadlines-table.ts';
import { changesByTable, changesTable, changesTimesTable } from './changes-tables.ts';
import { exclusionReasonsTable, exclusionsTable } from './exclusions-tables.ts';
import { drawSharesTable, drawTimesTable } from './draw-tables.ts';
import { distributionTable, handlingTimeTable, stages, stagesTable } from './duration-tables.ts';
import { handlerQuotaTable, handlerVisitsTable } from './handler-tables.ts';
import { movementTable } from './movement-table.ts';
import { backlogTable, doneWithinTable } from './open-orders-tables.ts';
import { ordersBehindTable, watchListTable } from './orders-tables.ts';
import { onTimeTable } from './on-time-table.ts';
import {
	qualityByTable,
	qualityMeasuresTable,
	qualityOrdersTable,
	qualitySourcesTable,
	qualityTable
} from './quality-tables.ts';
import { withQuietMonths } from './quiet-months.ts';
import { rankingTable } from './ranking-table.ts';
import { replayTable } from './replay-table.ts';
import { returnVisitsTable } from './return-visits-table.ts';
import { stageDaysByTable, stageDaysTable } from './stage-days-tables.ts';
import type { TableOptions } from './table-options.ts';
import { breaksTable } from './series-breaks.ts';
import { timelinessTable } from './timeliness-table.ts';
import { visitFunnelTable } from './visit-funnel-table.ts';
import { visitAgreementTable, visitAnswersTable, visitWordsTable } from './visit-pairs-tables.ts';
import { visitDoubtsTable, visitEstimatesTable, visitIntervalsTable } from './visit-tables.ts';
import { visitTotalsTable } from './visit-totals-table.ts';
import { volumesTable } from './volumes-table.ts';

/** Months without an order stand in a table by month, as they do in its picture. */
const everyMonth =
	(table: (db: WarehouseDb, options: TableOptions) => Promise<FigureTable>) =>
	async (db: WarehouseDb, options: TableOptions) =>
		withQuietMonths(await table(db, options));

/** Every table there is, by the name its file has. Pages, downloads and releases all come through here. */
export const tables = {
	volumes: everyMonth(volumesTable),
	timeliness: everyMonth(timelinessTable),
	'on-time': everyMonth(onTimeTable),
	'handling-time': everyMonth(handlingTimeTable),
	stages: stagesTable,
	'stage-days': stageDaysTable,
	'stage-days-by': everyMonth(stageDaysByTable),
	distribution: distributionTable,
	'done-within': everyMonth(doneWithinTable),
	backlog: backlogTable,
	ranking: rankingTable,
	'case-mix': caseMixTable,
	movement: movementTable,
	replay: replayTable,
	deadlines: deadlinesTable,
	changes: changesTable,
	'changes-by': changesByTable,
	'changes-times': changesTimesTable,
	'orders-behind': ordersBehindTable,
	'watch-list': watchListTable,
	breaks: breaksTable,
	exclusions: exclusionsTable,
	'exclusion-reasons': exclusionReasonsTable,
	'return-visits': everyMonth(returnVisitsTable),
	'visit-estimates': visitEstimatesTable,
	'visit-intervals': everyMonth(visitIntervalsTable),
	'visit-doubts': everyMonth(visitDoubtsTable),
	'visit-funnel': visitFunnelTable,
	'visit-totals': visitTotalsTable,
	'visit-answers': visitAnswersTable,
	'visit-words': visitWordsTable,
	'visit-agreement': visitAgreementTable,
	'draw-shares': drawSharesTable,
	'draw-times': drawTimesTable,
	'handler-visits': handlerVisitsTable,
	'handler-quota': handlerQuotaTable,
	catalogue: catalogueTable,
	'supervision-types': supervisionTypesTable,
	quality: qualityTable,
	'quality-measures': qualityMeasuresTable,
	'quality-by': everyMonth(qualityByTable),
	'quality-sources': qualitySourcesTable,
	'quality-orders': qualityOrdersTable
} as const;

export type TableId = keyof typeof tables;
export const isTableId = (id: string): id is TableId => Object.hasOwn(tables, id);

export { stages, type TableOptions };
