import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayNumber, deadlineAfterWorkingDays, YearNotLoaded } from '#lib/domain/working-days.ts';
import { planted } from './city/planted.ts';
import { lastMoment, planFiles, type Plan } from './files/plan.ts';
import { newSystem } from './files/layouts.ts';
import { writeCsv } from './files/write-csv.ts';
import { writeXlsx } from './files/write-xlsx.ts';
import { writeDay, writeMoment } from './orders/clock.ts';
import { knownAt, type Row } from './orders/known.ts';
import { ordersOfDay } from './orders/order.ts';
import { ordersPerDay } from './orders/rhythm.ts';

export type CityOptions = {
	/** Where the files go; made if it is not there. */
	folder: string;
	orders?: number;
	seed?: number;
	/** First and last day of receipt, 'YYYY-MM-DD'. The city's data end with the last second of `to`. */
	from?: string;
	to?: string;
	/** Told now and then how many of the orders are written. */
	onProgress?: (written: number, total: number) => void;
};

export type CityFile = {
	path: string;
	fileName: string;
	/** The moment the export shows, 'YYYY-MM-DD HH:MM:SS'. */
	dataCut: string;
	/** Orders in the file; titles, header and total not counted. */
	rows: number;
	/** First and last day of receipt in the file. */
	from: string;
	to: string;
	form: Plan['form'];
};

export const cityDefaults = { orders: 60_000, seed: 12345, from: '2024-11-01', to: '2026-10-31' };

/**
 * Writes the exports of a make-believe city and lists them in the order they were made. The same options give the same
 * bytes. Each order is in one file, as known at that file's data cut; the last file brings again what changed since.
 */
export async function generateCity(options: CityOptions): Promise<CityFile[]> {
	const { orders: total, seed, from, to, folder, onProgress } = { ...cityDefaults, ...options };
	const [first, last] = [dayNumber(from), dayNumber(to)];
	requireCalendar(to);
	await mkdir(folder, { recursive: true });

	const counts = ordersPerDay(total, first, last);
	const archive = archivePlaces(counts, total);
	const changed: Row[] = [];
	let written = 0;

	/** Rows of a plan a day at a time; those that will read differently in the end are kept for the last file. */
	function* rowsOf(plan: Plan): Generator<Row[]> {
		for (let of = plan.first; of <= plan.last; of++) {
			const place = of - first;
			const orders = ordersOfDay(seed, of, counts[place]!, archive.get(place) ?? new Set());
			yield orders.map((order) => {
				const row = knownAt(order, plan.cut);
				const inTheEnd = knownAt(order, lastMoment(last));
				if (row.some((value, column) => value !== inTheEnd[column])) changed.push(inTheEnd);
				return row;
			});
			onProgress?.((written += orders.length), total);
		}
	}

	const files: CityFile[] = [];
	for (const plan of planFiles(first, last, counts)) files.push(await writeFile(folder, plan, rowsOf(plan)));
	if (changed.length > 0) {
		const update: Plan = {
			fileName: `工单续报_截至${to.replaceAll('-', '')}.csv`,
			form: 'utf8.csv',
			layout: newSystem,
			first,
			last,
			cut: lastMoment(last)
		};
		files.push(await writeFile(folder, update, [changed]));
	}
	return files;
}

async function writeFile(folder: string, plan: Plan, batches: Iterable<Row[]>): Promise<CityFile> {
	const path = join(folder, plan.fileName);
	const rows = await (plan.form === 'xlsx' ? writeXlsx : writeCsv)(path, plan, batches);
	const { fileName, form, cut } = plan;
	return { path, fileName, dataCut: writeMoment(cut), rows, from: writeDay(plan.first), to: writeDay(plan.last), form };
}

/** The longest limit with its extension must end within the calendar. */
function requireCalendar(to: string) {
	try {
		deadlineAfterWorkingDays(to, 30);
	} catch (error) {
		if (!(error instanceof YearNotLoaded)) throw error;
		const problem = `orders received until ${to} have deadlines in ${error.year}, which the calendar does not hold`;
		throw new RangeError(problem, { cause: error });
	}
}

/** Spreads the tiny unit's orders evenly, the last ones early enough to be closed: place of day → places in the day. */
function archivePlaces(counts: readonly number[], total: number): Map<number, Set<number>> {
	const { orders } = planted.安澜市档案馆;
	const places = new Map<number, Set<number>>();
	for (let one = 0; one < Math.min(orders, total); one++) {
		let place = Math.floor(((one + 0.5) / orders) * 0.94 * total);
		let day = 0;
		while (place >= counts[day]!) place -= counts[day++]!;
		places.set(day, (places.get(day) ?? new Set()).add(place));
	}
	return places;
}

if (import.meta.main) {
	const { values } = parseArgs({
		options: {
			orders: { type: 'string' },
			seed: { type: 'string' },
			from: { type: 'string' },
			to: { type: 'string' },
			out: { type: 'string', default: 'data/make-believe' }
		}
	});
	const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
	const given = { orders: number(values.orders), seed: number(values.seed), from: values.from, to: values.to };
	const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
	for (const file of await generateCity({ folder: values.out, ...said })) {
		console.log(`${file.path}  ${file.rows} orders, data cut ${file.dataCut}`);
	}
}
