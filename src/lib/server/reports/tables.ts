import { catalogueTable, handlersTable, supervisionTypesTable } from './catalogue-tables.ts';
import { caseMixTable } from './case-mix-table.ts';
import { distributionTable, handlingTimeTable, stages, stagesTable } from './duration-tables.ts';
import { movementTable } from './movement-table.ts';
import { backlogTable, doneWithinTable } from './open-orders-tables.ts';
import { onTimeTable } from './on-time-table.ts';
import { rankingTable } from './ranking-table.ts';
import { returnVisitsTable } from './return-visits-table.ts';
import type { TableOptions } from './table-options.ts';
import { timelinessTable } from './timeliness-table.ts';
import { visitDoubtsTable, visitEstimatesTable, visitIntervalsTable } from './visit-tables.ts';
import { volumesTable } from './volumes-table.ts';

/** Every table there is, by the name its file has. Pages, downloads and releases all come through here. */
export const tables = {
	volumes: volumesTable,
	timeliness: timelinessTable,
	'on-time': onTimeTable,
	'handling-time': handlingTimeTable,
	stages: stagesTable,
	distribution: distributionTable,
	'done-within': doneWithinTable,
	backlog: backlogTable,
	ranking: rankingTable,
	'case-mix': caseMixTable,
	movement: movementTable,
	'return-visits': returnVisitsTable,
	'visit-estimates': visitEstimatesTable,
	'visit-intervals': visitIntervalsTable,
	'visit-doubts': visitDoubtsTable,
	catalogue: catalogueTable,
	'supervision-types': supervisionTypesTable,
	handlers: handlersTable
} as const;

export type TableId = keyof typeof tables;
export const isTableId = (id: string): id is TableId => Object.hasOwn(tables, id);

export { stages, type TableOptions };
