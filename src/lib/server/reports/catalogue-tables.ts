import type { Cell, FigureTable, TableRow } from '#lib/domain/table.ts';
import { rowMeasure } from '#lib/domain/table.ts';
import { besideMeasure, measures, type Measure } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { supervisionTypes } from '#queries/supervision-types.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { Answer, BesideAnswer } from './answers.ts';
import { catalogue, type Lack } from './catalogue.ts';
import type { TableOptions } from './table-options.ts';

/** Every measure of the scope, a row a measure, its value in its own unit; what it lacks where it has none. */
export async function catalogueTable(
	db: WarehouseDb,
	{ scope, language = 'zh-CN' }: TableOptions
): Promise<FigureTable> {
	const { ofOrders, beside } = await catalogue(db, scope);
	const lacking = (lack: Lack | null) => (lack === null ? null : [lack.reason, ...lack.columns].join(' '));
	const rows: TableRow[] = [
		...ofOrders.map(({ theme, key, answer, lack }) => {
			const measure: Measure = measures[key];
			return {
				measure: key,
				measureId: measure.id,
				measureName: measure.name[language],
				theme: `theme-${theme}`,
				valueUnit: `unit-${unitOf(measure)}`,
				...(answer === null ? nothing : valueOf(answer)),
				lacking: lacking(lack)
			};
		}),
		...beside.map(({ theme, key, answer, lack }) => {
			const measure = besideMeasure(key);
			const unit = measure.type === 'calls' ? measure.gives : 'perResidents';
			return {
				measure: key,
				measureId: measure.id,
				measureName: measure.name[language],
				theme: `theme-${theme}`,
				valueUnit: `unit-${unit}`,
				...(answer === null ? nothing : besideValueOf(answer)),
				lacking: lacking(lack)
			};
		})
	];
	return {
		id: 'catalogue',
		by: null,
		columns: [
			{ key: 'measure', kind: 'text' },
			{ key: 'measureId', kind: 'text' },
			{ key: 'measureName', kind: 'text' },
			{ key: 'theme', kind: 'code' },
			{ key: 'value', kind: 'ratio', measure: rowMeasure },
			{ key: 'valueUnit', kind: 'code' },
			{ key: 'numerator', kind: 'count' },
			{ key: 'denominator', kind: 'count' },
			{ key: 'lacking', kind: 'text' }
		],
		rows,
		total: null
	};
}

const nothing = { value: null, numerator: null, denominator: null };

const besideValueOf = ({ value, numerator, denominator }: BesideAnswer) => ({ value, numerator, denominator });

function unitOf(measure: Measure): string {
	if (measure.type === 'count') return 'orders';
	if (measure.type === 'quantity') return measure.unit;
	if (measure.type === 'duration') return 'seconds';
	if (measure.type === 'survival') return measure.days === 'working' ? 'workingDays' : 'days';
	if (measure.type === 'gap') return measure.statistic === 'median' ? 'seconds' : 'points';
	return 'share';
}

/** The value, and the orders it is made of: those that have a time, out of all counted; of a gap both sides. */
function valueOf(answer: Answer): { value: Cell; numerator: Cell; denominator: Cell } {
	switch (answer.type) {
		case 'rate':
		case 'ratio':
		case 'quota':
			return { value: answer.rate, numerator: answer.numerator, denominator: answer.denominator };
		case 'count':
			return { value: answer.orders, numerator: answer.orders, denominator: null };
		case 'duration':
			return {
				value: answer.medianSeconds,
				numerator: answer.n,
				denominator: answer.n + answer.negative + answer.missing
			};
		case 'survival':
			return {
				value: answer.medianDays,
				numerator: answer.n,
				denominator: answer.n + answer.negative + answer.missing + answer.yearNotLoaded
			};
		case 'quantity':
			return { value: answer.median, numerator: answer.n, denominator: answer.n + answer.missing };
		case 'gap':
			return { value: answer.gap, numerator: answer.oneDenominator, denominator: answer.otherDenominator };
	}
}

/** Orders under supervision, a row per type of it. */
export async function supervisionTypesTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const [rows, supervised, closed] = await Promise.all([
		supervisionTypes(db, scope).execute(),
		rate(db, 'supervised', scope).executeTakeFirstOrThrow(),
		rate(db, 'supervision-closed', scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'supervision-types',
		by: null,
		columns: [
			{ key: 'supervisionType', kind: 'text' },
			{ key: 'supervised', kind: 'count', measure: 'supervised' },
			{ key: 'supervisionClosed', kind: 'count', measure: 'supervision-closed' },
			{ key: 'supervisionSaid', kind: 'count', measure: 'supervision-closed' },
			{
				key: 'supervisionRate',
				kind: 'rate',
				measure: 'supervision-closed',
				of: { numerator: 'supervisionClosed', denominator: 'supervisionSaid' }
			}
		],
		rows: rows.map(({ name, supervised, numerator, denominator, rate }) => ({
			supervisionType: name,
			supervised,
			supervisionClosed: numerator,
			supervisionSaid: denominator,
			supervisionRate: rate
		})),
		total: {
			supervisionType: null,
			supervised: supervised.numerator,
			supervisionClosed: closed.numerator,
			supervisionSaid: closed.denominator,
			supervisionRate: closed.rate
		}
	};
}
