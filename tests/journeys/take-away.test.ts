import { readFileSync } from 'node:fs';
import { expect, signIn, test } from './reader.ts';

test('a supervisor takes a table and a chart away with a press each', async ({ page }) => {
	await signIn(page, 'supervisor', '/ranking?period=2026');
	for (const [link, file, start] of [
		[page.locator('a[href*="/tables/ranking.xlsx"]'), '部门排名-按承办单位-2026年-期间未完.xlsx', 'PK'],
		[page.locator('a[href*="/tables/ranking.parquet"]'), '部门排名-按承办单位-2026年-期间未完.parquet', 'PAR1'],
		[page.locator('a[href*="/charts/ranking/funnel.png"]'), /^部门排名-.*-2026年-期间未完\.png$/, '\x89PNG'],
		[page.locator('a[href*="/charts/ranking/funnel.svg"]'), /^部门排名-.*-2026年-期间未完\.svg$/, '<svg xmlns=']
	] as const) {
		const waiting = page.waitForEvent('download');
		await link.click();
		const download = await waiting;
		if (typeof file === 'string') expect(download.suggestedFilename()).toBe(file);
		else expect(download.suggestedFilename()).toMatch(file);
		expect(
			readFileSync(await download.path())
				.toString('latin1')
				.startsWith(start),
			String(file)
		).toBe(true);
	}
});

test('every picture, on every page that has one, can be had in both forms', async ({ page }) => {
	await signIn(page, 'supervisor', '/compare');
	const names = await page
		.locator('fieldset.compared input')
		.evaluateAll((all) => all.map((one) => one.getAttribute('value')!));
	const compared = `/compare?${new URLSearchParams(names.slice(0, 2).map((name) => ['district', name]))}`;
	for (const address of [
		'/overview',
		'/completion',
		'/ranking?period=2026',
		'/response-times',
		'/return-visits',
		'/quality',
		'/',
		compared
	]) {
		await page.goto(address);
		const charts = await page.locator('figure.chart').all();
		expect(charts.length, address).toBeGreaterThan(0);
		for (const chart of charts) {
			const links = chart.locator('.source a');
			await expect(links, address).toHaveCount(2);
			for (const [place, type] of [
				[0, 'image/png'],
				[1, 'image/svg+xml; charset=utf-8']
			] as const) {
				const answer = await page.request.get((await links.nth(place).getAttribute('href'))!);
				expect([answer.status(), answer.headers()['content-type']], address).toEqual([200, type]);
			}
		}
	}
});

test('anyone takes a released table away as a workbook and as Parquet', async ({ page }) => {
	await page.goto('/');
	for (const [ending, start] of [
		['xlsx', 'PK'],
		['parquet', 'PAR1']
	] as const) {
		const waiting = page.waitForEvent('download');
		await page.locator(`#files a[href$="/ranking.${ending}"]`).click();
		const download = await waiting;
		expect(download.suggestedFilename()).toMatch(new RegExp(`^2026年\\d+月发布（第 \\d+ 版）-.+\\.${ending}$`));
		expect(
			readFileSync(await download.path())
				.toString('latin1')
				.startsWith(start),
			ending
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
	for (const said of ['期间', '2026年', '2026年10月31日', '数据仓库版本', '归期依据'])
		await expect(page.locator('.page-foot')).toContainText(said);
	const totals = await page.locator('.data-table tfoot').all();
	expect(totals.length).toBeGreaterThan(0);
	for (const total of totals) await expect(total).toBeVisible();
});
