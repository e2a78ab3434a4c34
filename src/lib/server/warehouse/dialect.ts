import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import {
	CompiledQuery,
	PostgresAdapter,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type DatabaseIntrospector,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';
import type { Answers } from './answers.ts';
import { RememberingDriver } from './remembering-driver.ts';
import { fromDuckDb, toDuckDb } from './values.ts';

export type DuckDbDialectConfig = {
	instance: DuckDBInstance;
	/** Queries that may run at once; each holds one thread of libuv's pool. */
	connections?: number;
	/** After this long a query is interrupted and fails. */
	timeLimitMs?: number;
	/** What is known already; only for a database that does not change. */
	answers?: Answers;
};

/** Thrown when a query was stopped for taking too long. */
export class QueryTimeLimit extends Error {
	constructor(seconds: number) {
		super(`a query was stopped after ${seconds} s`);
		this.name = 'QueryTimeLimit';
	}
}

/** Kysely on DuckDB: PostgreSQL's spelling, our conversion of values, a small pool that is also the queue. */
export class DuckDbDialect implements Dialect {
	readonly #config: DuckDbDialectConfig;
	constructor(config: DuckDbDialectConfig) {
		this.#config = config;
	}
	createAdapter = () => new PostgresAdapter();
	createQueryCompiler = () => new PostgresQueryCompiler();
	createDriver = (): Driver => {
		const driver = new DuckDbDriver(this.#config);
		return this.#config.answers ? new RememberingDriver(driver, this.#config.answers) : driver;
	};
	createIntrospector = (): DatabaseIntrospector => {
		throw new Error('the warehouse describes itself in schema.ts');
	};
}

class DuckDbDriver implements Driver {
	readonly #config: DuckDbDialectConfig;
	readonly #idle: PooledConnection[] = [];
	readonly #waiting: ((connection: PooledConnection) => void)[] = [];
	#opened = 0;

	constructor(config: DuckDbDialectConfig) {
		this.#config = config;
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<PooledConnection> {
		const idle = this.#idle.pop();
		if (idle) return idle;
		if (this.#opened < (this.#config.connections ?? 3)) {
			this.#opened += 1;
			try {
				return new PooledConnection(await this.#config.instance.connect(), this.#config.timeLimitMs ?? 20_000);
			} catch (error) {
				this.#opened -= 1;
				throw error;
			}
		}
		return new Promise((resolve) => this.#waiting.push(resolve));
	}

	async releaseConnection(connection: PooledConnection): Promise<void> {
		const next = this.#waiting.shift();
		if (next) next(connection);
		else this.#idle.push(connection);
	}

	async beginTransaction(connection: PooledConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin'));
	}

	async commitTransaction(connection: PooledConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}

	async rollbackTransaction(connection: PooledConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('rollback'));
	}

	async destroy(): Promise<void> {
		for (const connection of this.#idle.splice(0)) connection.close();
		this.#config.instance.closeSync();
	}
}

class PooledConnection implements DatabaseConnection {
	readonly #connection: DuckDBConnection;
	readonly #timeLimitMs: number;

	constructor(connection: DuckDBConnection, timeLimitMs: number) {
		this.#connection = connection;
		this.#timeLimitMs = timeLimitMs;
	}

	close(): void {
		this.#connection.closeSync();
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		let stopped = false;
		const timer = setTimeout(() => {
			stopped = true;
			this.#connection.interrupt();
		}, this.#timeLimitMs);
		try {
			const reader = await this.#connection.runAndReadAll(sql, parameters.map(toDuckDb));
			const names = reader.deduplicatedColumnNames();
			const rows = reader
				.getRows()
				.map((row) => Object.fromEntries(row.map((value, i) => [names[i], fromDuckDb(value)])));
			return { rows: rows as R[] };
		} catch (error) {
			if (stopped) throw new QueryTimeLimit(this.#timeLimitMs / 1000);
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	// Kysely asks for it; no question here streams.
	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}
