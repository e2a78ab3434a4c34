import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';

/** Settings of a serving instance, and how each must read back. Sizes read back in MiB, so they are compared as text of the first reading. */
const lockedSettings: [name: string, value: string | boolean | number][] = [
	['TimeZone', 'Asia/Shanghai'],
	['allow_persistent_secrets', false],
	['enable_external_access', false],
	['lock_configuration', true]
];

/**
 * Opens a warehouse file for reading only, under the profile of a server that meets strangers: no file system,
 * no network, no extensions, no change of settings. Throws when a setting does not read back as set.
 */
export async function lockedInstance(path: string): Promise<DuckDBInstance> {
	if (existsSync(`${path}.wal`)) throw new Error(`a log lies beside ${path}, which has none: not serving`);
	const instance = await DuckDBInstance.create(':memory:', {
		threads: '2',
		memory_limit: '1GB',
		max_temp_directory_size: '2GB',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		await connection.run(`attach '${path.replaceAll("'", "''")}' as warehouse (read_only)`);
		for (const [name, value] of lockedSettings) {
			await connection.run(`set global ${name} = ${typeof value === 'string' ? `'${value}'` : value}`);
		}
		for (const [name, value] of lockedSettings) {
			const reader = await connection.runAndReadAll(`select current_setting('${name}')::varchar as value`);
			const found = (reader.getRowObjectsJS()[0] as { value: string }).value;
			if (found !== String(value))
				throw new Error(`DuckDB setting ${name} is ${found} instead of ${value}: not serving`);
		}
	} catch (error) {
		connection.closeSync();
		instance.closeSync();
		throw error;
	}
	connection.closeSync();
	return instance;
}
