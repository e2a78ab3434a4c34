import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentVersion, type DataFolder, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { seededRandom } from '#seeds/random.ts';
import { type Running, start } from '../support/command-line.ts';
import { rowsIn, warehouseBench } from '../support/warehouse.ts';

const { root, newFolder, take, write, served } = warehouseBench();

/** Set DUBAN_TEST_SEED to have the kills at the moments of an earlier run. */
const seed = Number(process.env.DUBAN_TEST_SEED ?? Date.now() % 1_000_000);
const kills = 6;

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

/** What appears in which folder when an import comes to a step. */
const steps: [step: string, part: 'scratch' | 'exports' | 'staged' | 'warehouse', name: RegExp][] = [
	['keeping the bytes', 'scratch', /^archive-/],
	['reading', 'scratch', /^intake-/],
	['leaving the staged rows', 'staged', /^[0-9a-f]{64}\.parquet$/],
	['building', 'warehouse', /^[0-9a-f]{16}\.\d+\.tmp$/],
	['naming the new version', 'warehouse', /^[0-9a-f]{16}\.duckdb$/],
	['writing its manifest', 'warehouse', /^[0-9a-f]{16}\.json/],
	['swapping the pointer', 'warehouse', /^current\./]
];

describe('kill -9 in the middle of an import leaves the old figures or the new ones, never others', () => {
	const cut = '2026-09-30 23:59:59';
	let file: string;
	let before: DataFolder;
	let old: Awaited<ReturnType<typeof seen>>;
	let fresh: Awaited<ReturnType<typeof seen>>;
	let took: number;

	beforeAll(async () => {
		file = write(exportOf(5000, 4000), 'newer.csv');
		before = newFolder();
		await take(before, [{ dataCut: '2026-09-20 23:59:59', text: exportOf(2000, 500) }]);
		old = await seen(before);
		const after = copyOf(before, 'after');
		const begun = performance.now();
		expect(await start(after.root, ['import', file, '--data-cut', cut]).done).toMatchObject({ status: 0 });
		took = performance.now() - begun;
		fresh = await seen(after);
	});

	/** Imports the newer export over the older until `kill` says when it dies; what then is seen, in a word. */
	async function killed(folder: DataFolder, kill: (running: Running) => () => void): Promise<string> {
		for (const part of ['staged', 'warehouse'] as const) {
			cpSync(before[part], folder[part], { recursive: true });
			for (const name of readdirSync(folder[part])) {
				if (!existsSync(join(before[part], name)) && part === 'staged') rmSync(join(folder[part], name));
			}
		}
		const running = start(folder.root, ['import', file, '--data-cut', cut]);
		const stop = kill(running);
		const { signal, status, stderr } = await running.done;
		stop();
		if (signal === null) expect(status, stderr).toBe(0);
		const now = await seen(folder);
		expect([old, fresh]).toContainEqual(now);
		return `${signal ?? 'ended'}, ${now.version === old.version ? 'old' : 'new'}`;
	}

	async function endsWell(folder: DataFolder): Promise<void> {
		await importExports(folder, [{ path: file, dataCut: cut }]);
		expect(await seen(folder)).toEqual(fresh);
		expect(leftovers(folder)).toEqual([]);
	}

	test(`at ${kills} moments spread over the whole of it`, async () => {
		const random = seededRandom(seed);
		const folder = copyOf(before, 'at-moments');
		for (let kill = 0; kill < kills; kill += 1) {
			const begun = performance.now();
			const moment = (took * (kill + random.unit())) / kills;
			const outcome = await killed(folder, ({ process }) => {
				const timer = setTimeout(() => process.kill('SIGKILL'), moment);
				return () => clearTimeout(timer);
			});
			if (outcome.startsWith('ended')) took = Math.min(took, performance.now() - begun);
			console.info(`seed ${seed}: kill -9 at ${moment.toFixed(0)} ms: ${outcome}`);
		}
		await endsWell(folder);
	});

	test.each(steps)('while %s', async (step, part, name) => {
		const folder = copyOf(before, `while ${step}`);
		const outcome = await killed(folder, ({ process }) => {
			const watcher = watch(folder[part], (_, file) => {
				if (file !== null && name.test(file) && !existsSync(join(before[part], file))) process.kill('SIGKILL');
			});
			return () => watcher.close();
		});
		console.info(`kill -9 while ${step}: ${outcome}`);
		// Only what comes after the swap may be over before the kill arrives.
		expect(['SIGKILL, old', 'SIGKILL, new', 'ended, new']).toContain(outcome);
		await endsWell(folder);
	});
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
