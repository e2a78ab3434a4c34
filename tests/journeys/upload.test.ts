import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { expect, signIn, test } from './reader.ts';

/** Longer than a line of a form. */
const longText = '市民反映查档窗口中午无人值守。'.repeat(4);

/** An export with title rows whose days say nothing of their order, one row without a time, and a total. */
function exportOf(mark: string): { name: string; mimeType: string; buffer: Buffer } {
	const rows = [
		['某市12345热线工单明细（虚构数据）', '', '', '', ''],
		['导出时间：2025年6月', '', '', '', ''],
		['工单编号', '登记时间', '办结时间', '承办单位', `备注${mark}`],
		[`UP${mark}01`, '03/04/2025 08:00', '05/04/2025 09:00', '安澜市档案馆', ''],
		[`UP${mark}02`, '03/05/2025 10:00', '04/05/2025 11:00', '安澜市档案馆', ''],
		[`UP${mark}03`, '', '04/05/2025 11:00', '安澜市档案馆', longText],
		['合计', '3', '', '', '']
	];
	const text = rows.map((row) => `${row.join(',')}\r\n`).join('');
	return { name: `工单${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(encodeGb18030(text)) };
}

test('an operator sends an export with title rows, answers the one question, reads what was set aside, mends the row, and undoes it', async ({
	page
}, { project }) => {
	const hasScripts = project.name === 'with JavaScript';
	const file = exportOf(hasScripts ? '甲' : '乙');
	// Another journey may have sent something since.
	const state = page.locator('.upload-state > li', { hasText: file.name }).first();
	/** Without JavaScript a page is as of when it was asked for: its reader asks again. */
	const comesTo = async (words: string) => {
		await expect(async () => {
			if (!hasScripts) await page.goto('/imports');
			await expect(state).toContainText(words, { timeout: hasScripts ? 20_000 : 500 });
		}).toPass({ timeout: 45_000 });
	};

	await signIn(page, 'supervisor', '/imports');
	await page.locator('input[type=file]').setInputFiles(file);
	await page.getByRole('button', { name: '上传并导入' }).click();
	await comesTo('待答复');
	await expect(state).toContainText(file.name);

	await state.getByRole('link', { name: file.name }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);
	await expect(page.locator('.import-detail')).toContainText('03/04/2025 08:00');
	await page.getByRole('link', { name: /^先看文件的前几行/ }).click();
	await expect(page.locator('table.first-rows')).toContainText('03/04/2025 08:00');
	await expect(page.getByLabel('登记时间', { exact: true })).toHaveValue('registered_at');
	await page.goBack();
	await page.getByRole('radio', { name: /日在前/ }).check();
	await page.getByRole('button', { name: '按此答复导入' }).click();
	await expect(page).toHaveURL(/\/imports(\?|$)/);
	await comesTo('搁置 1 行');

	await state.getByRole('link', { name: file.name }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);
	await expect(page.locator('.row-counts')).toContainText('搁置');
	const number = /\/imports\/(\d+)/.exec(page.url())![1]!;
	await page.locator(`a[href="/imports/${number}?outcome=setAside"]`).click();
	const row = page.locator('#import-rows tbody tr');
	await expect(row).toHaveCount(1);
	await expect(row).toContainText('6');
	await expect(row).toContainText('登记时间');
	const csv = await page.request.get(`/imports/${number}/rows.csv?outcome=setAside`);
	expect(await csv.text()).toContain('登记时间');

	const original = await page.request.get(`/imports/${number}/set-aside.csv`);
	expect((await original.text()).split('\r\n')[0]).toContain(
		`工单编号,登记时间,办结时间,承办单位,备注${hasScripts ? '甲' : '乙'},搁置原因`
	);
	await row.getByRole('link').first().click();
	await expect(page.getByLabel('办结时间')).toHaveValue('04/05/2025 11:00');
	await expect(page.getByLabel('备注')).toHaveValue(longText);
	await page.getByLabel('登记时间').fill('03/05/2025 11:30');
	await page.getByRole('button', { name: '交回更正后的这一行' }).click();
	await expect(page).toHaveURL(/\/imports$/);
	const mended = page.locator('.upload-state > li', { hasText: `第${number}次导入第6行更正` }).first();
	await expect(async () => {
		if (!hasScripts) await page.goto('/imports');
		await expect(mended).toContainText('已用 1 行', { timeout: hasScripts ? 20_000 : 500 });
	}).toPass({ timeout: 45_000 });
	await page.goto(`/imports/${number}`);

	await page.getByRole('link', { name: '撤销这次导入' }).click();
	await page.getByRole('button', { name: '确定撤销' }).click();
	await expect(page.locator('main')).toContainText('撤销，它的行不在数据里', { timeout: 45_000 });
	await expect(page.getByRole('link', { name: '撤销这次导入' })).toHaveCount(0);
});
