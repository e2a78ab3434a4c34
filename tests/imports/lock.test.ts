import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay, whileImporting } from '#lib/server/imports/lock.ts';
import { duban } from '../support/command-line.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served, write } = warehouseBench({ inChild: true });
const oneOrder = (number: string) => csv([{ 工单编号: number, 受理时间: '2026-09-01 08:00:00' }]);

/** Another process that holds the folder's lock until it is killed. */
async function holder({ root }: DataFolder) {
	const lock = resolve(import.meta.dirname, '../../src/lib/server/imports/lock.ts');
	const program = `
		const { whileImporting } = await import(process.argv[1]);
		await whileImporting({ root: process.argv[2] }, () => new Promise(() => {
			process.stdout.write('held');
			setInterval(() => {}, 1000);
		}));`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program, lock, root], {
		env: { ...process.env, NODE_NO_WARNINGS: '1' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	return {
		pid: child.pid!,
		kill: async () => {
			child.kill('SIGKILL');
			await once(child, 'exit');
		}
	};
}

describe('a second import at once', () => {
	test('in another process is refused, and says which process is at it', async () => {
		const folder = newFolder();
		const { pid, kill } = await holder(folder);
		const second = take(folder, [{ text: oneOrder('1') }]);
		await expect(second).rejects.toThrow(ImportUnderWay);
		await expect(second).rejects.toMatchObject({ pid });
		await kill();
	});

	test('in the same process is refused too, and the first goes on undisturbed', async () => {
		const folder = newFolder();
		const first = take(folder, [{ text: oneOrder('1') }]);
		await expect(take(folder, [{ text: oneOrder('2') }])).rejects.toMatchObject({ pid: process.pid });
		await expect(take(folder, [{ text: oneOrder('3') }])).rejects.toThrow(ImportUnderWay);
		await first;
		expect(await served(folder, 'select order_number from orders')).toEqual([{ order_number: '1' }]);
	});

	test('into another folder is none of its business', async () => {
		const [one, other] = [newFolder(), newFolder()];
		await whileImporting(one, async () => {
			expect(await whileImporting(other, async () => 'done')).toBe('done');
		});
	});
});

describe('the lock', () => {
	test('of a process that was killed is free at once', async () => {
		const folder = newFolder();
		const { kill } = await holder(folder);
		await kill();
		expect(await take(folder, [{ text: oneOrder('1') }])).toMatchObject([{ outcome: 'taken' }]);
	});

	test('is let go when the work fails', async () => {
		const folder = newFolder();
		await expect(whileImporting(folder, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
		expect(await whileImporting(folder, async () => 'free')).toBe('free');
	});
});

test('commands at once: one is carried out, the others are told to wait; later they go through', async () => {
	const folder = newFolder();
	const files = ['1', '2', '3'].map((number) => write(oneOrder(number)));
	const said = await Promise.all(files.map((file) => duban(folder.root, ['import', file, '--json'])));
	const taken = said.filter(({ status }) => status === 0);
	const waiting = said.filter(({ status }) => status === 1);
	expect(taken.length).toBeGreaterThan(0);
	expect(taken.length + waiting.length).toBe(3);
	for (const { stdout, stderr } of waiting) {
		expect(stdout).toBe('');
		expect(stderr).toMatch(/^duban: [^\n]*import[^\n]*\d+[^\n]*\n$/);
	}
	await take(
		folder,
		['1', '2', '3'].map((number) => ({ text: oneOrder(number) }))
	);
	expect(await served(folder, 'select orders from about')).toEqual([{ orders: 3 }]);
});
