import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentVersion, type DataFolder, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { seededRandom } from '#seeds/random.ts';
import { start } from '../support/command-line.ts';
import { rowsIn, warehouseBench } from '../support/warehouse.ts';

const { root, newFolder, take, write, served } = warehouseBench();

/** Set DUBAN_TEST_SEED to have the kills at the moments of an earlier run. */
const seed = Number(process.env.DUBAN_TEST_SEED ?? Date.now() % 1_000_000);
const killsPerKind = 6;

/** Enough orders for an import to take its time: the first `closed` of them are closed. */
function exportOf(orders: number, closed: number): string {
	const lines = Array.from({ length: orders }, (_, n) => {
		const day = String(1 + (n % 28)).padStart(2, '0');
		const end = n < closed ? `2026-09-${day} 20:${String(n % 60).padStart(2, '0')}:00` : '';
		return `D${n},单位${n % 40},类别${n % 12},2026-09-${day} 08:00:00,${end},2026-10-${day} 23:59:59`;
	});
	return `工单编号,承办单位,一级分类,受理时间,办结时间,办理截止时间\n${lines.join('\n')}\n`;
}

/** What a reader sees: the version, and figures that every column of every order goes into. */
async function seen(folder: DataFolder) {
	const version = currentVersion(folder);
	const figures = `select count(*) as orders, count(closed_at) as closed, bit_xor(hash(orders))::varchar as fingerprint from orders`;
	return { version, ...(await rowsIn(versionPath(folder, version!), figures))[0] };
}

const copyOf = (folder: DataFolder, name: string): DataFolder => {
	const copy = dataFolder(join(root, name));
	cpSync(folder.root, copy.root, { recursive: true });
	return copy;
};

/** Everything in the folder that an import in progress would have and a finished one has not. */
const leftovers = (folder: DataFolder) => [
	...readdirSync(folder.scratch),
	...readdirSync(folder.warehouse).filter((name) => !/^(current|[0-9a-f]{16}\.(duckdb|json))$/.test(name)),
	...readdirSync(folder.staged).filter((name) => !/^[0-9a-f]{64}(\.rows)?\.(parquet|json)$/.test(name)),
	...readdirSync(folder.exports).filter((name) => !/^[0-9a-f]{64}$/.test(name))
];

describe('kill -9 in the middle of an import', () => {
	const older = { dataCut: '2026-09-20 23:59:59', text: exportOf(2000, 500) };
	const cut = '2026-09-30 23:59:59';
	let file: string;
	let before: DataFolder;
	let staged: DataFolder;
	let old: Awaited<ReturnType<typeof seen>>;
	let fresh: Awaited<ReturnType<typeof seen>>;
	const took: Record<string, number> = {};

	const timed = async (name: string, folder: DataFolder) => {
		const begun = performance.now();
		expect(await start(folder.root, ['import', file, '--data-cut', cut]).done).toMatchObject({ status: 0 });
		took[name] = performance.now() - begun;
	};

	beforeAll(async () => {
		file = write(exportOf(20_000, 15_000), 'newer.csv');
		before = newFolder();
		await take(before, [older]);
		old = await seen(before);
		const after = copyOf(before, 'after');
		await timed('reading and building', after);
		fresh = await seen(after);
		// The newer export read already, the older version served: what is killed next is the build and the swap.
		staged = copyOf(before, 'staged');
		for (const part of ['exports', 'staged']) cpSync(join(after.root, part), join(staged.root, part), { recursive: true });
		await timed('building', copyOf(staged, 'timing'));
	});

	test.each(['reading and building', 'building'])(
		`${killsPerKind} times while %s: the old figures or the new ones, never others; the next import ends it`,
		async (kind) => {
			const random = seededRandom(seed, kind.length);
			const folder = copyOf(kind === 'building' ? staged : before, `killed-${kind.length}`);
			const outcomes: string[] = [];
			for (let kill = 0; kill < killsPerKind; kill += 1) {
				if (kind !== 'building') rmSync(folder.staged, { recursive: true });
				mkdirSync(folder.staged, { recursive: true });
				cpSync(before.staged, folder.staged, { recursive: true });
				if (kind === 'building') cpSync(staged.staged, folder.staged, { recursive: true });
				const moment = (took[kind]! * (kill + random.unit())) / killsPerKind;
				const running = start(folder.root, ['import', file, '--data-cut', cut]);
				const timer = setTimeout(() => running.process.kill('SIGKILL'), moment);
				const { signal } = await running.done;
				clearTimeout(timer);
				const now = await seen(folder);
				expect([old, fresh], `seed ${seed}, kill ${kill} of ${kind} at ${moment.toFixed(0)} ms`).toContainEqual(now);
				outcomes.push(`${moment.toFixed(0)} ms ${signal ?? 'ended'}, ${now.version === old.version ? 'old' : 'new'}`);
				// From the new version on there would be nothing to do; the pointer goes back, as an operator may.
				if (now.version !== old.version) cpSync(before.warehouse, folder.warehouse, { recursive: true });
			}
			console.info(`kill -9, seed ${seed}, ${kind}: ${outcomes.join('; ')}`);
			await importExports(folder, [{ path: file, dataCut: cut }]);
			expect(await seen(folder)).toEqual(fresh);
			expect(leftovers(folder)).toEqual([]);
		}
	);
});

test('what killed imports left is gone after the next one, even one that changes nothing or is refused', async () => {
	const text = '工单编号,受理时间\n1,2026-09-01 08:00:00\n';
	const folder = newFolder();
	await take(folder, [{ text }]);
	const leave = () => {
		mkdirSync(join(folder.scratch, 'intake-dead'));
		for (const path of [
			join(folder.scratch, 'archive-dead'),
			join(folder.scratch, 'intake-dead', 'data.csv'),
			join(folder.warehouse, '0123456789abcdef.99.tmp'),
			join(folder.warehouse, '0123456789abcdef.99.tmp.wal'),
			join(folder.warehouse, 'current.99.tmp')
		]) {
			cpSync(folder.currentPointer, path);
		}
	};
	for (const next of [text, '', '工单编号,受理时间\n2,2026-09-01 08:00:00\n']) {
		leave();
		await take(folder, [{ text: next }]);
		expect(leftovers(folder)).toEqual([]);
	}
	expect(await served(folder, 'select orders from about')).toEqual([{ orders: 2 }]);
});

test('files in the scratch folder that are not an import’s are left alone', async () => {
	const folder = newFolder();
	const upload = join(folder.scratch, 'upload-1');
	cpSync(write('工单编号,受理时间\n1,2026-09-01 08:00:00\n'), upload);
	expect(await importExports(folder, [{ path: upload }])).toMatchObject([{ outcome: 'taken' }]);
	expect(existsSync(upload)).toBe(true);
	expect(readFileSync(upload, 'utf8')).toMatch(/^工单编号/);
});
