import { m } from '#lib/paraglide/messages.js';
import { namedPeriodName } from './period-names.ts';

type Ref = { period: string; revision: number };

/** Addresses of a release and what belongs to it. */
export const releaseHref = ({ period }: Ref) => `/releases/${period}`;
export const revisionHref = ({ period, revision }: Ref) => `/releases/${period}/${revision}`;
export const fileHref = (ref: Ref, name: string) => `${revisionHref(ref)}/${name}`;
export const chartHref = (ref: Ref, name: string) => `${revisionHref(ref)}/charts/${name}`;
export const definitionsHref = (ref: Ref, anchor = '') => `${revisionHref(ref)}/definitions${anchor && `#${anchor}`}`;

/** 'September 2026, revision 1' */
export const releaseName = (ref: Ref) =>
	m.release_name({ period: namedPeriodName(ref.period), revision: ref.revision });

/** How the names of a release's files begin. */
export const releaseFileParts = (ref: Ref): string[] => [
	m.more_file_release({ period: namedPeriodName(ref.period), revision: ref.revision })
];

const tableNames: Record<string, () => string> = {
	'volumes-by-month': m.release_table_volumes_by_month,
	'volumes-by-district': m.release_table_volumes_by_district,
	'volumes-by-kind': m.release_table_volumes_by_kind,
	'timeliness-by-district': m.release_table_timeliness_by_district,
	'timeliness-by-unit': m.release_table_timeliness_by_unit,
	'on-time-by-district': m.release_table_on_time_by_district,
	'handling-time-by-district': m.release_table_handling_time_by_district,
	stages: m.release_table_stages,
	ranking: m.release_table_ranking,
	'return-visits-by-district': m.release_table_return_visits_by_district,
	'return-visits-by-unit': m.release_table_return_visits_by_unit
};

/** What a released table shows, in words; its own name where a later Duban released it. */
export const tableName = (id: string): string => tableNames[id]?.() ?? id;
