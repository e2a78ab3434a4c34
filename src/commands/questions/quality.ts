import { dimensions, type Scope } from '#lib/domain/scope.ts';
import { quality as found, type Quality } from '#lib/server/reports/quality.ts';
import { tables } from '#lib/server/reports/tables.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { measures } from '#queries/measures.ts';
import type { QualityBy } from '#queries/quality-found.ts';
import { checkKinds, markedFrom, measuresTouched, qualityCheck } from '#queries/quality/index.ts';
import type { Question, Row } from './question.ts';

/**
 * What the checks of data quality find among the orders received in the period. A row a check: `affected` orders `of`
 * those it could find, whether it is `marked` beside the figures it touches, and their ids; nulls and `notInExports` where
 * no file carries its columns. With `--by` a row a value: the orders in doubt by kind of check, and how many days before
 * the newest data cut they were last seen; `--by source` a row an export.
 */
export const quality: Question<QualityBy> = {
	options: [],
	dimensions: [...dimensions, 'source'],
	answer: async (db, scope, by, _args, { rules }) =>
		by === undefined ? checkRows(await found(db, scope)) : partRows(db, scope, by, rules.minimumVolume)
};

const checkRows = ({ findings }: Quality): Row[] =>
	findings.map(({ key, affected, of, share, lacking }) => ({
		...{ check: key, id: qualityCheck(key).id, kind: qualityCheck(key).kind, affected, of, share },
		marked: share === null ? null : share >= markedFrom,
		measures: measuresTouched(key)
			.map((measure) => measures[measure].id)
			.join(' '),
		notInExports: lacking.join(', ') || null
	}));

async function partRows(db: WarehouseDb, scope: Scope, by: QualityBy, fewest: number): Promise<Row[]> {
	const table =
		by === 'source'
			? await tables['quality-sources'](db, { scope, by: 'unit' })
			: await tables['quality-by'](db, { scope, by, fewest });
	return table.rows.map((row) => ({
		name: by === 'source' ? row.sourceName : row.name,
		...(by === 'source' ? { dataCut: row.sourceCut } : { ranked: row.qualitySize === null }),
		daysBehind: row.daysBehind,
		received: row.qualityReceived,
		...Object.fromEntries(
			['any', ...checkKinds].flatMap((kind) => [
				[kind, row[`${kind}Orders`]],
				[`${kind}Share`, row[`${kind}Rate`]]
			])
		)
	}));
}
