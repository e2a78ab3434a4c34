import { DuckDBInstance } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';

/** What of the room's files is asked in one go. Numbers and texts come out as they are; a BIGINT must be cast by who asks. */
export type Reader = {
	run(sql: string): Promise<void>;
	rows<Row>(sql: string): Promise<Row[]>;
	/** The same some two thousand at a time, so that no list need fit in memory. */
	batches<Row>(sql: string): AsyncIterable<Row[]>;
	close(): void;
};

/** Beside the pages of a server: what does not fit goes to scratch, and is gone with the reader. */
export async function openReader(folder: DataFolder): Promise<Reader> {
	const spilled = join(folder.scratch, `reading-${process.pid}-${randomUUID()}`);
	const instance = await DuckDBInstance.create(':memory:', {
		threads: '2',
		memory_limit: '500MB',
		preserve_insertion_order: 'false',
		temp_directory: spilled,
		max_temp_directory_size: '4GB',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	const connection = await instance.connect();
	return {
		run: async (sql) => void (await connection.run(sql)),
		rows: async <Row>(sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[],
		batches: async function* <Row>(sql: string) {
			for await (const batch of (await connection.stream(sql)).yieldRowObjectJs()) yield batch as Row[];
		},
		close() {
			connection.closeSync();
			instance.closeSync();
			rmSync(spilled, { recursive: true, force: true });
		}
	};
}

/** Opens a reader, asks, and closes it whatever happens. */
export async function reading<Answer>(folder: DataFolder, ask: (reader: Reader) => Promise<Answer>): Promise<Answer> {
	const reader = await openReader(folder);
	try {
		return await ask(reader);
	} finally {
		reader.close();
	}
}
