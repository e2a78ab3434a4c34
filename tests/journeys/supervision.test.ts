import { readFileSync } from 'node:fs';
import { expect, readIn, signIn, test } from './reader.ts';

test('a supervisor reads the ranking, keeps it to a district, explains a number and finds it in the CSV', async ({
	page
}) => {
	await signIn(page, 'supervisor', '/ranking?period=2026');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('部门排名');
	await expect(page.locator('.finding .says')).toContainText('低于偶然能解释的范围');
	await expect(page.locator('figure.chart').first()).toBeVisible();

	const district = page.locator('.period-bar input[name=district]').first();
	const name = await district.getAttribute('value');
	const districts = page.locator('.period-bar details').filter({ has: page.locator('input[name=district]') });
	await districts.last().locator('summary').click();
	await district.check();
	await page.locator('.period-bar button').last().click();
	await expect(page).toHaveURL(new RegExp(`district=${encodeURIComponent(name!)}`));
	await expect(page.locator('.period-bar')).toContainText(name!);

	const row = page.locator('table.figures tbody tr').first();
	const unit = (await row.locator('th').innerText()).trim();
	const [numerator, denominator] = (await row.locator('td').allInnerTexts()).slice(2, 4);
	const csv = page.waitForEvent('download');
	await page.locator('a[href*="/tables/ranking.csv"]').click();
	const lines = readFileSync((await (await csv).path())!, 'utf8').split('\r\n');
	expect(lines[0]!.startsWith('\uFEFF')).toBe(true);
	const found = lines.find((line) => line.startsWith(`${unit},`))!.split(',');
	expect(found.slice(3, 5)).toEqual([numerator!.replace(',', ''), denominator!.replace(',', '')]);

	await row.locator('td a').first().click();
	await expect(page.locator('dl.facts')).toContainText(`${numerator} 按期办结`);
	await expect(page.locator('dl.facts')).toContainText(`${denominator} 期内到期`);
	await expect(page.locator('dl.facts')).toContainText('T9');
	await expect(page.locator('pre')).toContainText('"warehouse"."orders"');
	await expect(page.locator('ol.parameters')).toContainText(name!);

	await readIn(page, 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('On-time rate, by due date');
	await expect(page.locator('dl.facts')).toContainText(`${numerator} closed on time`);
});

test('every supervisors page answers for a month, for everything, and for a period without orders', async ({
	page
}) => {
	await signIn(page, 'supervisor', '/overview');
	for (const path of ['/overview', '/response-times', '/completion', '/ranking', '/return-visits']) {
		for (const query of ['', '?period=all', '?period=2026-Q3&compare=year', '?from=2030-01-01&to=2030-01-31']) {
			const response = await page.goto(path + query);
			expect(response!.status(), path + query).toBe(200);
			await expect(page.locator('.page-foot')).toContainText('2026年10月31日');
			await expect(page.locator('.made-up').first()).toContainText('虚构数据');
			expect(await page.content(), path + query).not.toMatch(/NaN|undefined|\[object/);
		}
	}
});

test("a period that is none is refused with a sentence, in the reader's language", async ({ request, page }) => {
	await signIn(page, 'supervisor', '/overview');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const response = await request.get('/overview?period=2026-13', { headers: { cookie, accept: 'text/html' } });
	expect(response.status()).toBe(400);
	expect(await response.text()).toContain('2026-13');
});

test('a supervisor takes every table away as CSV', async ({ page }) => {
	await signIn(page, 'supervisor', '/overview');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	for (const table of [
		'volumes',
		'timeliness',
		'on-time',
		'handling-time',
		'stages',
		'distribution',
		'ranking',
		'case-mix',
		'movement',
		'return-visits',
		'visit-estimates',
		'visit-intervals',
		'visit-doubts'
	]) {
		const response = await page.request.get(`/tables/${table}.csv?period=2026&by=district`, { headers: { cookie } });
		expect(response.status(), table).toBe(200);
		expect(response.headers()['content-type']).toContain('text/csv');
		expect((await response.text()).split('\r\n').length, table).toBeGreaterThan(3);
	}
});
