import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { Answers } from './answers.ts';

/**
 * A driver that asks another only for what is not known yet: an answer that is remembered, or already being worked out,
 * takes no connection and waits for none. For a database that does not change; without transactions, which
 * would hold a connection.
 */
export class RememberingDriver implements Driver {
	readonly #driver: Driver;
	readonly #connection: DatabaseConnection;

	constructor(driver: Driver, answers: Answers) {
		this.#driver = driver;
		this.#connection = new RememberingConnection(driver, answers);
	}

	init = () => this.#driver.init();
	acquireConnection = async () => this.#connection;
	releaseConnection = async () => {};
	beginTransaction = async () => {
		throw new Error('a warehouse version never changes and is read without transactions');
	};
	commitTransaction = async () => {};
	rollbackTransaction = async () => {};
	destroy = () => this.#driver.destroy();
}

class RememberingConnection implements DatabaseConnection {
	readonly #driver: Driver;
	readonly #answers: Answers;

	constructor(driver: Driver, answers: Answers) {
		this.#driver = driver;
		this.#answers = answers;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		const rows = await this.#answers.once(query, async () => {
			const connection = await this.#driver.acquireConnection();
			try {
				return (await connection.executeQuery<Record<string, unknown>>(query)).rows;
			} finally {
				await this.#driver.releaseConnection(connection);
			}
		});
		return { rows: rows as R[] };
	}

	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}
