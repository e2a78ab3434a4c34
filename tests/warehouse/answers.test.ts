import { DuckDBInstance } from '@duckdb/node-api';
import { Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Answers } from '#lib/server/warehouse/answers.ts';
import { DuckDbDialect } from '#lib/server/warehouse/dialect.ts';

/** A question of one number, and how often it was worked out. */
function asker(answers: Answers) {
	const worked: unknown[] = [];
	const ask = (text: string, ...parameters: unknown[]) =>
		answers.once({ sql: text, parameters }, async () => {
			await new Promise((wake) => setTimeout(wake, 5));
			worked.push(parameters[0] ?? text);
			return [{ text, value: parameters[0] }];
		});
	return { ask, worked };
}

describe('the answers of a version', () => {
	test('a statement is worked out once for each set of values, also when it is asked at once', async () => {
		const { ask, worked } = asker(new Answers(10_000));
		const answered = await Promise.all([ask('q', 1), ask('q', 1), ask('q', '1'), ask('q', 2)]);
		expect(answered.map((rows) => rows[0]!.value)).toEqual([1, 1, '1', 2]);
		await ask('q', 1);
		expect(worked).toEqual([1, '1', 2]);
	});

	test('without room nothing is remembered, and nothing runs twice at once', async () => {
		const { ask, worked } = asker(new Answers(0));
		await Promise.all([ask('q'), ask('q'), ask('q')]);
		expect(worked).toEqual(['q']);
		await ask('q');
		expect(worked).toEqual(['q', 'q']);
	});

	test('what was not used longest goes first, and room is kept', async () => {
		// Each of these takes 33 characters with its statement: room for nine.
		const { ask, worked } = asker(new Answers(300));
		for (const value of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await ask('q', value);
		await ask('q', 1);
		await ask('q', 0);
		expect(worked).toHaveLength(10);
		await ask('q', 1);
		expect(worked).toHaveLength(10);
		await ask('q', 2);
		expect(worked.slice(10)).toEqual([2]);
	});

	test('an answer that would drive out the others is not remembered', async () => {
		const { ask, worked } = asker(new Answers(800));
		await ask('q', 'x'.repeat(200));
		await ask('q', 'x'.repeat(200));
		expect(worked).toHaveLength(2);
	});

	test.each([['orderNumber'], ['order_number']])(
		'rows of orders, with %s among their columns, are not',
		async (name) => {
			const answers = new Answers(10_000);
			const worked: number[] = [];
			const ask = () => answers.once({ sql: 'q', parameters: [] }, async () => [{ [name]: `A${worked.push(1)}` }]);
			expect(await ask()).toEqual([{ [name]: 'A1' }]);
			expect(await ask()).toEqual([{ [name]: 'A2' }]);
		}
	);

	test('figures are, though their statement speaks of order numbers', async () => {
		const { ask, worked } = asker(new Answers(10_000));
		await ask('with "orders" as (select "order_number" …) select count(*) from "orders"');
		await ask('with "orders" as (select "order_number" …) select count(*) from "orders"');
		expect(worked).toHaveLength(1);
	});

	test('who changes an answer changes their own copy', async () => {
		const { ask } = asker(new Answers(10_000));
		const first = await ask('q', 1);
		first[0]!.value = 'changed';
		first.push({});
		expect(await ask('q', 1)).toEqual([{ text: 'q', value: 1 }]);
	});

	test('a failure is told to everyone who waited, and asked again the next time', async () => {
		const answers = new Answers(10_000);
		const failing = () => answers.once({ sql: 'q', parameters: [] }, () => Promise.reject(new Error('stopped')));
		expect((await Promise.allSettled([failing(), failing()])).map(({ status }) => status)).toEqual([
			'rejected',
			'rejected'
		]);
		expect(await answers.once({ sql: 'q', parameters: [] }, async () => [{ n: 1 }])).toEqual([{ n: 1 }]);
	});
});

test('a database that remembers runs a statement once, logs each asking, and has no transactions', async () => {
	const instance = await DuckDBInstance.create(':memory:');
	let logged = 0;
	const db = new Kysely({
		dialect: new DuckDbDialect({ instance, answers: new Answers(10_000) }),
		log: () => void (logged += 1)
	});
	onTestFinished(() => db.destroy());
	const drawn = () => sql<{ drawn: number }>`select random() as drawn`.execute(db);
	const [first, second] = await Promise.all([drawn(), drawn()]);
	const third = await drawn();
	expect(second.rows).toEqual(first.rows);
	expect(third.rows).toEqual(first.rows);
	expect(logged).toBe(3);
	await expect(db.transaction().execute(async () => {})).rejects.toThrow(/transactions/);
});
