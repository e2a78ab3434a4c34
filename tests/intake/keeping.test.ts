import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalSentence } from '#lib/messages/intake-sentences.ts';
import { type DataFolder, dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { limits } from '#lib/server/intake/limits.ts';
import { startChild } from '#lib/server/intake/run-child.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { readHere } from '../support/read-here.ts';
import { intakeBench } from './intake-helpers.ts';

const { root, folder, take, takeFile, taken, refused } = intakeBench({ inChild: true });
const text = '工单编号,登记时间,办结时间\nGD1001,2025-03-01 08:00:00,2025-03-02 08:00:00\n';
const staged = (sha256: string) => join(folder.staged, `${sha256}.parquet`);

describe('what is kept', () => {
	test('the bytes as they came, under their hash, for the owner only, and nothing in the scratch folder', async () => {
		const result = await taken(take(text, {}, '三月 工单.csv'));
		expect(result.sha256).toBe(createHash('sha256').update(text).digest('hex'));
		expect(result.fileName).toMatch(/三月 工单\.csv$/);
		const kept = join(folder.exports, result.sha256);
		expect(readFileSync(kept, 'utf8')).toBe(text);
		expect(statSync(kept).mode & 0o077).toBe(0);
		expect(readdirSync(folder.scratch)).toEqual([]);
	});

	test('the bytes of a refused file too, but no staged rows', async () => {
		const refusedText = '工单编号,登记时间\nGD1001,soon\n';
		await refused(take(refusedText));
		const sha256 = createHash('sha256').update(refusedText).digest('hex');
		expect(existsSync(join(folder.exports, sha256))).toBe(true);
		expect(readdirSync(folder.staged).filter((name) => name.startsWith(sha256))).toEqual([]);
	});

	test('an export read in the process of a test, as most are, gives what the child gives, to the byte', async () => {
		const several = `${text}GD1002,soon,\n ＧＤ1003 ,2025/3/4 8:00,—\n合计,,\n`;
		const other = ensureDataFolder(dataFolder(join(root, 'read-here')));
		const path = join(root, 'several.csv');
		writeFileSync(path, several);
		const [child, here] = [await takeFile(path), await takeFile(path, { folder: other, reader: readHere })];
		expect(child).toMatchObject({ outcome: 'taken', rows: { read: 4, accepted: 2, setAside: 1, nonData: 1 } });
		expect(here).toEqual(child);
		const files = (of: DataFolder) => Object.values(stagedPaths(of, child.sha256));
		for (const [place, file] of files(folder).entries())
			if (file.endsWith('.parquet'))
				expect(readFileSync(files(other)[place]!).equals(readFileSync(file)), file).toBe(true);
	});

	test('the same bytes again change nothing; another data cut stages them anew', async () => {
		const first = await taken(take(text));
		const written = statSync(staged(first.sha256)).mtimeMs;
		const again = await taken(take(text, {}, 'copy.csv'));
		expect(again).toEqual({ ...first, fileName: again.fileName });
		expect(statSync(staged(first.sha256)).mtimeMs).toBe(written);
		const cut = await taken(take(text, { dataCut: '2025-03-31' }));
		expect(cut).toMatchObject({ sha256: first.sha256, dataCut: '2025-03-31 23:59:59' });
		expect(statSync(staged(first.sha256)).mtimeMs).toBeGreaterThan(written);
	});

	test('a receipt without its rows is not believed', async () => {
		const { sha256 } = await taken(take(text));
		writeFileSync(join(folder.staged, `${sha256}.json`), '{');
		await taken(take(text));
		expect(JSON.parse(readFileSync(join(folder.staged, `${sha256}.json`), 'utf8'))).toMatchObject({ outcome: 'taken' });
	});
});

describe('the child process', () => {
	const program = (name: string, source: string) => {
		const path = join(folder.root, name);
		writeFileSync(path, source);
		return path;
	};

	/** A reader that does this once it has its job. */
	const reader = (name: string, source: string) =>
		program(`${name}.ts`, `import { writeSync } from 'node:fs'; process.stdin.once('data', () => { ${source} });`);

	test.each<[name: string, source: string, details: object]>([
		[
			'crashes',
			`throw new Error('out of luck')`,
			{ cause: 'crash', problem: expect.stringContaining('out of luck'), code: 1 }
		],
		['ends without an answer', 'process.exit(0)', { cause: 'crash', code: 0 }],
		['is killed', `process.kill(process.pid, 'SIGKILL')`, { cause: 'crash', signal: 'SIGKILL' }],
		['reaches where it may not', `process.kill(process.pid, 'SIGSEGV')`, { cause: 'crash', signal: 'SIGSEGV' }],
		[
			'says what went wrong',
			`writeSync(3, '{"type":"failed","message":"rows do not add up"}\\n'); process.exit(0)`,
			{ cause: 'error', problem: 'rows do not add up' }
		],
		[
			'answers garbage',
			`writeSync(3, 'garbage{{{\\n'); setInterval(() => {}, 1000)`,
			{ cause: 'crash', signal: 'SIGKILL' }
		],
		[
			'answers what is no message',
			`writeSync(3, 'null\\n'); setInterval(() => {}, 1000)`,
			{ cause: 'crash', signal: 'SIGKILL' }
		],
		[
			'answers without end',
			`const a = 'a'.repeat(1 << 20); for (;;) writeSync(3, a)`,
			{ cause: 'crash', signal: 'SIGKILL' }
		],
		[
			'complains without end',
			`const a = 'a'.repeat(1 << 20); for (let i = 0; i < 100; i++) writeSync(2, a); process.exit(1)`,
			{ cause: 'crash', code: 1 }
		],
		[
			'takes all memory',
			'const a = []; for (;;) a.push(new Array(1e5).fill(1.5))',
			{ cause: 'crash', problem: expect.stringMatching(/heap out of memory/) }
		]
	])('one that %s refuses the export in words, and nobody else notices', async (name, source, details) => {
		const settable = limits as { childHeapMegabytes: number };
		const { childHeapMegabytes } = limits;
		settable.childHeapMegabytes = 64;
		const refusal = await refused(take(text + '\n', { childProgram: reader(name.replaceAll(' ', '-'), source) }));
		settable.childHeapMegabytes = childHeapMegabytes;
		expect(refusal).toMatchObject({ reason: 'reader_stopped', details });
		expect(refusalSentence(refusal, 'en')).toMatch(/nothing was imported/);
		expect(readdirSync(folder.scratch)).toEqual([]);
	});

	test('one that hangs is killed at its time limit', async () => {
		const hang = reader('hang', 'setInterval(() => {}, 1000)');
		const job = {
			...{ archived: '', folder: '', sha256: '', fileName: '', mayUnpack: false },
			...{ zone: 'Asia/Shanghai', callerSecret: '', said: {} }
		};
		await expect(startChild(hang).read(job, () => {}, 500)).rejects.toMatchObject({
			refusal: { reason: 'reader_stopped', details: { cause: 'timeout', signal: 'SIGKILL' } }
		});
	});

	test('a file that is not there, or is a folder, is refused', async () => {
		expect((await refused(takeFile(join(folder.root, 'nowhere.csv')))).reason).toBe('unreadable_file');
		expect((await refused(takeFile(folder.root))).reason).toBe('unreadable_file');
	});
});
