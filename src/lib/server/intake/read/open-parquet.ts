import { dirname } from 'node:path';
import {
	type DuckDBConnection,
	DuckDBInstance,
	DuckDBStructType,
	type DuckDBType,
	DuckDBTypeId
} from '@duckdb/node-api';
import { headerOfNames } from '../map/find-header.ts';
import { limits } from '../limits.ts';
import { literal } from '../check/database.ts';
import { RefusedExport } from '../refused-export.ts';
import { noDates, type OpenExport, requireHeader } from './opened.ts';
import type { SourceRow } from './records.ts';

/** A column to be read as text: its header, and its value as SQL. Headers never stand in SQL: columns go by number. */
type Column = { header: string; sql: string };

/** Whole numbers a floating number holds exactly, by its type; a longer order number has lost its last digits. */
const exactBelow = { [DuckDBTypeId.DOUBLE]: '1e15', [DuckDBTypeId.FLOAT]: '16777216' } as Record<number, string>;

/** A value as text that can be read one way only: times with a zone say so, whole numbers have no fraction. */
function textSql(value: string, type: DuckDBType): string {
	const exact = exactBelow[type.typeId];
	if (exact) {
		return `case when not isfinite(${value}) then '' when abs(${value}) >= ${exact} then format('{:e}', ${value})
			when ${value} = trunc(${value}) then cast(cast(${value} as bigint) as varchar) else cast(${value} as varchar) end`;
	}
	if (type.typeId === DuckDBTypeId.TIMESTAMP_TZ) return `strftime(${value}, '%Y-%m-%d %H:%M:%S+00:00')`;
	// Old writers mark no text as text.
	if (type.typeId === DuckDBTypeId.BLOB) return `coalesce(try(decode(${value})), hex(${value}))`;
	return `cast(${value} as varchar)`;
}

function columnsOf(header: string, value: string, type: DuckDBType, depth: number): Column[] {
	if (!(type instanceof DuckDBStructType) || depth > limits.nesting) return [{ header, sql: textSql(value, type) }];
	return type.entryNames.flatMap((name, place) =>
		columnsOf(`${header}.${name}`, `struct_extract_at(${value}, ${place + 1})`, type.entryTypes[place]!, depth + 1)
	);
}

/** A connection that can reach this one file and the folder it may spill to, and nothing else. */
async function connect(path: string, folder: string) {
	const instance = await DuckDBInstance.create(':memory:', {
		memory_limit: limits.databaseMemory,
		threads: '1',
		temp_directory: folder,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	const connection = await instance.connect();
	await connection.run(`set TimeZone = 'UTC'`);
	await connection.run(`set allowed_paths = [${literal(path)}]`);
	await connection.run(`set allowed_directories = [${literal(folder)}]`);
	await connection.run('set enable_external_access = false');
	await connection.run('set lock_configuration = true');
	return {
		connection,
		close() {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

const unreadable = (error: unknown) => {
	if (error instanceof RefusedExport) return error;
	const problem = error instanceof Error ? error.message.split('\n')[0]! : String(error);
	return new RefusedExport('unreadable_parquet', { problem: problem.slice(0, 200) });
};

async function described(connection: DuckDBConnection, path: string): Promise<Column[]> {
	const file = literal(path);
	const [size] = (
		await connection.runAndReadAll(
			`select coalesce(sum(total_uncompressed_size), 0)::double as bytes from parquet_metadata(${file})`
		)
	).getRows();
	const bytes = Number(size?.[0]);
	if (bytes > limits.exportBytes) throw new RefusedExport('too_large', { bytes });
	const empty = await connection.run(`select * from read_parquet(${file}, hive_partitioning = false) limit 0`);
	const types = empty.columnTypes();
	if (types.length > limits.columns) throw new RefusedExport('too_large', { columns: types.length });
	const columns = empty.columnNames().flatMap((name, place) => columnsOf(name, `s${place}`, types[place]!, 1));
	if (columns.length > limits.columns) throw new RefusedExport('too_large', { columns: columns.length });
	return columns;
}

/** Parquet: every column as text, a row of the file each, counted from 1. `folder` is where the reader may spill to. */
export async function openParquet(path: string, folder = dirname(path)): Promise<OpenExport> {
	const { connection, close } = await connect(path, folder);
	try {
		const columns = await described(connection, path);
		const headers = columns.map(({ header }) => header);
		const header = requireHeader(headerOfNames(headers), []);
		return {
			format: { container: 'parquet', encoding: '', separator: '', sheet: '' },
			header,
			rows: () => rowsOf(connection, path, columns, close),
			dates: noDates(),
			notes: []
		};
	} catch (error) {
		close();
		throw unreadable(error);
	}
}

async function* rowsOf(
	connection: DuckDBConnection,
	path: string,
	columns: Column[],
	close: () => void
): AsyncGenerator<SourceRow[]> {
	const names = (
		await connection.run(`select * from read_parquet(${literal(path)}, hive_partitioning = false) limit 0`)
	).columnCount;
	const aliases = Array.from({ length: names }, (_, place) => `s${place}`);
	const selected = columns.map(({ sql }) => `coalesce(${sql}, '')`);
	try {
		const result = await connection.stream(
			`select ${selected.join(', ')} from read_parquet(${literal(path)}, hive_partitioning = false) as t(${aliases.join(', ')})`
		);
		let number = 0;
		for await (const rows of result.yieldRows()) {
			yield rows.map((cells) => ({ number: ++number, cells: cells as string[] }));
		}
	} catch (error) {
		throw unreadable(error);
	} finally {
		close();
	}
}
