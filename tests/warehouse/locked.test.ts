import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockedInstance } from '#lib/server/warehouse/locked-instance.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { warehouseBench } from '../support/warehouse.ts';

const { root } = warehouseBench();
const folder = join(root, `it's a folder`);
const file = join(folder, 'small.duckdb');
let made: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
	mkdirSync(folder);
	const maker = await DuckDBInstance.create(file);
	const writer = await maker.connect();
	await writer.run(`create table orders as select range as number, 'x' || range as name from range(200000)`);
	writer.closeSync();
	maker.closeSync();
	made = hashOf(file);
	writeFileSync(join(folder, 'secret.csv'), 'a,b\n1,2\n');
	instance = await lockedInstance(file);
	connection = await instance.connect();
	await connection.run('use warehouse');
});

afterAll(() => {
	connection.closeSync();
	instance.closeSync();
});

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

describe('a stranger’s statement is refused', () => {
	test.each([
		['reading a file', `from read_csv('secret.csv')`],
		['reading any file as text', `from read_text('/etc/hostname')`],
		['reading bytes', `from read_blob('/etc/hostname')`],
		['listing files', `from glob('/etc/*')`],
		['reading Parquet', `from read_parquet('x.parquet')`],
		['a file as a table', `from 'secret.csv'`],
		['attaching a file', `attach 'other.duckdb' as other`],
		['writing a file', `copy orders to 'out.csv'`],
		['exporting', `export database 'out'`],
		['importing', `import database 'out'`],
		['installing', 'install httpfs'],
		['loading', 'load httpfs'],
		['a setting', `set memory_limit = '100GB'`],
		['unlocking', 'set lock_configuration = false'],
		['access outside', 'set enable_external_access = true'],
		['a reset', 'reset memory_limit'],
		['profiling to a file', `pragma profiling_output = 'out.json'`],
		['a secret', `create persistent secret s (type s3)`],
		['inserting', `insert into warehouse.orders values (1, 'y')`],
		['updating', 'update warehouse.orders set name = null'],
		['deleting', 'delete from warehouse.orders'],
		['a new table', 'create table warehouse.mine (a integer)'],
		['dropping', 'drop table warehouse.orders'],
		['altering', 'alter table warehouse.orders add column b integer'],
		['a new view', 'create view warehouse.mine as select 1']
	])('%s', async (_, sql) => {
		await expect(connection.run(sql)).rejects.toThrow();
		expect(readdirSync(folder).sort()).toEqual(['secret.csv', 'small.duckdb']);
	});

	test('the warehouse is as it was, to the byte', async () => {
		await connection.run('checkpoint warehouse');
		expect(hashOf(file)).toBe(made);
		expect(await rows('select count(*) as n, count(name) as named from warehouse.orders')).toEqual([
			{ n: '200000', named: '200000' }
		]);
	});
});

describe('what questions need works', () => {
	test('reading, grouping and sorting', async () => {
		expect(await rows('select number, name from warehouse.orders order by number desc limit 1')).toEqual([
			{ number: '199999', name: 'x199999' }
		]);
	});

	test('temporary tables, which no other connection sees', async () => {
		await connection.run('create temp table mine as select 1 as a');
		expect(await rows('select a from mine')).toEqual([{ a: 1 }]);
		const other = await instance.connect();
		await expect(other.run('select a from mine')).rejects.toThrow();
		other.closeSync();
	});

	test('several processes and servers may have the file open', async () => {
		const second = await lockedInstance(file);
		const other = await second.connect();
		expect(
			(await other.runAndReadAll('select count(*)::integer as n from warehouse.orders')).getRowObjectsJson()
		).toEqual([{ n: 200_000 }]);
		other.closeSync();
		second.closeSync();
	});
});

test('settings read back as they were set', async () => {
	const names = [
		'enable_external_access',
		'lock_configuration',
		'autoinstall_known_extensions',
		'autoload_known_extensions'
	];
	const more = ['allow_community_extensions', 'allow_persistent_secrets', 'threads', 'TimeZone', 'memory_limit'];
	const selected = [...names, ...more].map((name) => `current_setting('${name}')::varchar as ${name}`);
	expect(await rows(`select ${selected.join(', ')}`)).toEqual([
		{
			...{ enable_external_access: 'false', lock_configuration: 'true', autoinstall_known_extensions: 'false' },
			...{ autoload_known_extensions: 'false', allow_community_extensions: 'false', allow_persistent_secrets: 'false' },
			...{ threads: '2', TimeZone: 'Asia/Shanghai', memory_limit: '953.6 MiB' }
		}
	]);
});

describe('a file that is no warehouse', () => {
	test.each([
		['missing', undefined],
		['empty', ''],
		['garbage', 'x'.repeat(20_000)]
	])('%s: is not opened, and not touched', async (name, content) => {
		const path = join(root, `${name}.duckdb`);
		if (content !== undefined) {
			writeFileSync(path, content);
			chmodSync(path, 0o600);
		}
		await expect(openWarehouse(path)).rejects.toThrow();
		expect(readdirSync(root).filter((one) => one.startsWith(name))).toEqual(
			content === undefined ? [] : [`${name}.duckdb`]
		);
	});
});
