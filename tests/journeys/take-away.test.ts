import { readFileSync } from 'node:fs';
import { expect, signIn, test } from './reader.ts';

test('a supervisor takes a table and a chart away with a press each', async ({ page }) => {
	await signIn(page, 'supervisor', '/ranking?period=2026');
	for (const [link, file, start] of [
		[page.locator('a[href*="/tables/ranking.xlsx"]'), 'ranking-2026-incomplete.xlsx', 'PK'],
		[page.locator('a[href*="/tables/ranking.parquet"]'), 'ranking-2026-incomplete.parquet', 'PAR1'],
		[page.locator('.chart .take-away').first(), 'ranking-funnel.svg', '<svg xmlns=']
	] as const) {
		const waiting = page.waitForEvent('download');
		await link.click();
		const download = await waiting;
		expect(download.suggestedFilename()).toBe(file);
		expect(
			readFileSync(await download.path())
				.toString('latin1')
				.startsWith(start),
			file
		).toBe(true);
	}
});

test('from a number to its explanation, and on to the methods of all', async ({ page }) => {
	await signIn(page, 'supervisor', '/explain/on-time-due');
	await page.locator('a[href="/methods#on-time-due"]').click();
	await expect(page).toHaveURL(/\/methods#on-time-due$/);
	await expect(page.locator('section#on-time-due')).toContainText('T9');
	await expect(page.locator('section#on-time-due dl.facts')).toContainText('期内到期且按期办结的工单');
});

test('on paper nothing is left to press, tables stand in full, and the foot defines them', async ({ page }) => {
	await signIn(page, 'supervisor', '/ranking?period=2026');
	await page.emulateMedia({ media: 'print' });
	for (const part of ['.site-header nav', '.period-bar form', '.table-foot', '.take-away', '.foot-links', 'button'])
		for (const each of await page.locator(part).all()) await expect(each, part).toBeHidden();
	await expect(page.locator('.page-foot .on-paper')).toContainText('T9');
	await expect(page.locator('.page-foot')).toContainText('2026年10月31日');
	const totals = await page.locator('.data-table tfoot').all();
	expect(totals.length).toBeGreaterThan(0);
	for (const total of totals) await expect(total).toBeVisible();
});
