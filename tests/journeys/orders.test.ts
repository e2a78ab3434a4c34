import { expect, readIn, signIn, test } from './reader.ts';

test('a supervisor follows a number of the ranking down to an order, its timeline and its row', async ({ page }) => {
	await signIn(page, 'supervisor', '/ranking?period=2026-Q3');
	const row = page.locator('table.figures tbody tr').first();
	const unit = (await row.locator('th').innerText()).trim();
	const denominator = (await row.locator('td').allInnerTexts())[3]!.trim();
	await row.locator('td a').first().click();

	await page.locator('ul.orders-behind a[href*="part=denominator"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('按期办结率（应办结口径）');
	await expect(page.locator('.finding .says')).toHaveText(`共 ${denominator} 件工单：期内到期。`);
	const rows = page.locator('table.figures tbody tr');
	expect(await rows.count()).toBe(Math.min(100, Number(denominator.replace(',', ''))));
	expect(new Set(await rows.locator('td:nth-child(2)').allInnerTexts())).toEqual(new Set([unit]));

	const number = (await rows.first().locator('th').innerText()).trim();
	await rows.first().locator('th a').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`工单 ${number}`);
	await expect(page.locator('ol.timeline li').first()).toContainText('受理');
	await expect(page.locator('main')).toContainText(/导出文件写明的(延期后)?期限/);
	await expect(page.locator('main')).toContainText(/\.(csv|xlsx)，.*第 [\d,]+ 行/);

	await readIn(page, 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
	await expect(page.locator('main')).toContainText("the export's deadline");
});

test('the watch list stands in the navigation, longest overdue first, and is kept to a reason by a link', async ({
	page
}) => {
	await signIn(page, 'supervisor', '/overview');
	await page.locator('.site-header a[href="/watch-list"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('关注清单');
	const rows = page.locator('table.figures tbody tr');
	const overdue = (await rows.locator('td:nth-child(2)').allInnerTexts()).flatMap(
		(why) => /逾期 ([\d,]+)天/.exec(why)?.[1] ?? []
	);
	expect(overdue.length).toBeGreaterThan(1);
	const days = overdue.map((text) => Number(text.replace(',', '')));
	expect(days).toEqual(days.toSorted((a, b) => b - a));

	await page.locator('nav.choices a[href*="reason=dueSoon"]').click();
	await expect(page).toHaveURL(/reason=dueSoon/);
	const soon = await rows.locator('td:nth-child(2)').allInnerTexts();
	expect(soon.filter((why) => !why.includes('到期'))).toEqual([]);
});

test('an order that is not there is refused with a sentence', async ({ page }) => {
	await signIn(page, 'supervisor', '/overview');
	const response = await page.request.get(`/orders/${encodeURIComponent('<b>/?#')}`);
	expect(response.status()).toBe(404);
	expect(await response.text()).toContain('已导入的文件里没有编号为 &lt;b>/?# 的工单');
});
