import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { IntakeResult } from '#lib/domain/intake-result.ts';
import { intakeBench } from './intake-helpers.ts';
import { zip } from './zip-file.ts';

const { folder, takeAll, take, refused, ask } = intakeBench({ inChild: true });
const orders = (number: string) => Buffer.from(`工单编号,登记时间\n${number},2025-03-01 08:00:00\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const reasonOf = ([result]: IntakeResult[]) => (result!.outcome === 'refused' ? result!.refusal.reason : 'taken');

describe('archives', () => {
	test('each member is an export of its own; the bytes of all are kept; nothing is left behind', async () => {
		const workbook = Buffer.from(
			await writeXlsx({
				sheets: [
					{
						name: '明细',
						rows: [
							['工单编号', '登记时间'],
							['GD3', '2025-03-03 08:00:00']
						]
					}
				]
			})
		);
		const gbkName = Buffer.from('c8fdd4c22e637376', 'hex');
		const archive = zip([
			{ name: '2025/一月.csv', content: orders('GD1') },
			{ name: gbkName, content: orders('GD2'), isStored: true },
			{ name: '工作簿', content: workbook },
			{ name: '说明.txt', content: Buffer.from('你好') },
			{ name: '__MACOSX/2025/._一月.csv', content: Buffer.from('x') },
			{ name: '2025/.DS_Store', content: Buffer.from('x') },
			{ name: '2025/', content: Buffer.alloc(0) }
		]);
		const results = await takeAll(archive, 'orders.zip');
		expect(results.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
			['orders.zip/2025/一月.csv', 'taken'],
			['orders.zip/三月.csv', 'taken'],
			['orders.zip/工作簿', 'taken'],
			['orders.zip/说明.txt', 'refused']
		]);
		const [first, second, third] = results;
		if (first!.outcome !== 'taken' || third!.outcome !== 'taken') throw new Error('not taken');
		expect(first!.notes).toContain('archive_parts_left_out');
		expect(first!.sha256).toBe(sha256(orders('GD1')));
		expect(third!.format.container).toBe('xlsx');
		expect(await ask(third!, 'select order_number, row_number from staged')).toEqual([
			{ order_number: 'GD3', row_number: 2 }
		]);
		const kept = readdirSync(folder.exports);
		expect(kept).toEqual(expect.arrayContaining([sha256(archive), first!.sha256, second!.sha256, third!.sha256]));
		expect(readFileSync(join(folder.exports, sha256(archive)))).toEqual(archive);
		expect(readdirSync(folder.scratch)).toEqual([]);
	});

	test('one packed file: its own name where the packer wrote it, else the archive’s', async () => {
		const [result] = await takeAll(gzipSync(orders('GD1')), 'orders.csv.gz');
		expect(result).toMatchObject({
			outcome: 'taken',
			fileName: 'orders.csv.gz/orders.csv',
			sha256: sha256(orders('GD1'))
		});
		const named = gzipSync(orders('GD2'));
		named[3] = 8;
		const withName = Buffer.concat([
			named.subarray(0, 10),
			Buffer.from('../../evil\u001b[2J.csv\0'),
			named.subarray(10)
		]);
		const [other] = await takeAll(withName, 'a.gz');
		expect(other).toMatchObject({ outcome: 'taken', fileName: 'a.gz/evil\ufffd[2J.csv' });
	});

	test('an archive in an archive is not unpacked; the other members are taken', async () => {
		const results = await takeAll(
			zip([
				{ name: 'inner.zip', content: zip([{ name: 'a.csv', content: orders('GD1') }]) },
				{ name: 'inner.gz', content: gzipSync(orders('GD1')) },
				{ name: 'a.csv', content: orders('GD4') }
			]),
			'outer.zip'
		);
		expect(results.map((result) => reasonOf([result]))).toEqual(['nested_archive', 'nested_archive', 'taken']);
		expect((await refused(take(gzipSync(orders('GD1'))))).reason).toBe('nested_archive');
	});

	test('names that lead outside, links, passwords, lies, damage and nothing at all refuse the archive', async () => {
		const content = orders('GD1');
		const reason = async (...parts: Parameters<typeof zip>[0]) => reasonOf(await takeAll(zip(parts), 'a.zip'));
		for (const name of ['../a.csv', 'x/../../a.csv', '/etc/a.csv', 'C:\\a.csv', '..\\a.csv', 'a\0.csv']) {
			expect(await reason({ name, content })).toBe('unsafe_archive');
		}
		expect(await reason({ name: 'a.csv', content: Buffer.from('/etc/passwd'), isLink: true })).toBe('unsafe_archive');
		expect(await reason({ name: 'a.csv', content, isEncrypted: true })).toBe('protected_archive');
		expect(await reason({ name: 'a.csv', content, claimed: content.length - 5 })).toBe('unreadable_archive');
		expect(await reason({ name: 'a.csv', content, claimed: content.length + 5 })).toBe('unreadable_archive');
		expect(await reason({ name: 'a.csv', content, crc: 1 })).toBe('unreadable_archive');
		expect(await reason({ name: '.DS_Store', content })).toBe('empty_archive');
		expect(await reason()).toBe('empty_archive');
		expect(reasonOf(await takeAll(gzipSync(content).subarray(0, 30), 'a.gz'))).toBe('unreadable_archive');
		expect(reasonOf(await takeAll(zip([{ name: 'a.csv', content }]).subarray(0, 40), 'a.zip'))).toBe(
			'unreadable_workbook'
		);
		expect(readdirSync(folder.scratch)).toEqual([]);
	});

	test('bombs and archives of other kinds are refused', async () => {
		const zeros = Buffer.alloc(32 * 1024 * 1024, 'a');
		expect(reasonOf(await takeAll(zip([{ name: 'a.csv', content: zeros }]), 'a.zip'))).toBe('too_large');
		expect(reasonOf(await takeAll(gzipSync(zeros), 'a.gz'))).toBe('too_large');
		const liar = zip([{ name: 'a.csv', content: zeros, claimed: 1000 }]);
		expect(reasonOf(await takeAll(liar, 'a.zip'))).toBe('unreadable_archive');
		const many = Array.from({ length: 201 }, (_, part) => ({ name: `${part}.csv`, content: orders('GD1') }));
		expect(reasonOf(await takeAll(zip(many), 'a.zip'))).toBe('too_large');
		expect(deflateRawSync(zeros).length).toBeLessThan(zeros.length / 200);
		const rar = Buffer.from('526172211a070100', 'hex');
		expect(await refused(take(rar))).toEqual({ reason: 'other_archive', details: { found: 'RAR' } });
		const tar = Buffer.alloc(512);
		tar.write('a.csv');
		tar.write('ustar', 257);
		expect(reasonOf(await takeAll(gzipSync(tar), 'a.tgz'))).toBe('other_archive');
	});
});
