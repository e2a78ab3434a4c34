import { expect, signIn, test } from './reader.ts';

test('a supervisor releases a month, and anyone reads it signed out', async ({ page, browser }, { project }) => {
	const [period, words] = project.name === 'with JavaScript' ? ['2026-08', '2026年8月'] : ['2026-07', '2026年7月'];
	await signIn(page, 'supervisor', '/publishing');
	await page.locator(`form:has(input[value="${period}"]) button, button[value="${period}"]`).first().click();
	await expect(page.locator('main')).toContainText(words);

	const stranger = await (
		await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: project.name === 'with JavaScript' })
	).newPage();
	await stranger.goto(`/releases/${period}`);
	await expect(stranger.getByRole('heading', { level: 1 })).toContainText(words);
	await expect(stranger.locator('.made-up').first()).toContainText('虚构数据');
	await expect(stranger.locator('.site-header')).not.toContainText('duban');
	await expect(stranger.locator('figure.chart').first()).toBeVisible();
	await stranger.context().close();
});

test('a stranger lands on the newest release and takes its files away', async ({ page }) => {
	const response = await page.goto('/');
	expect(response!.status()).toBe(200);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年10月');
	const manifest = await page.request.get('/releases/2026-10/1/manifest.json');
	const { files, period } = (await manifest.json()) as { period: string; files: { name: string }[] };
	expect(period).toBe('2026-10');
	for (const { name } of files)
		expect((await page.request.get(`/releases/2026-10/1/${name}`)).status(), name).toBe(200);
});

test('a deputy compares two units over the released periods', async ({ page }) => {
	await signIn(page, 'deputy', '/compare');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto('/compare?unit=安澜市公安局&unit=安澜市市场监督管理局');
	await expect(page.locator('main')).toContainText('安澜市公安局');
	await expect(page.locator('table.figures').first()).toContainText('安澜市市场监督管理局');
});

test('a deputy finds no internal page and a stranger is sent to sign in', async ({ page, browser }) => {
	const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
	await stranger.goto('/overview');
	await expect(stranger).toHaveURL(/\/login\?to=%2Foverview/);
	await stranger.context().close();
	await signIn(page, 'deputy', '/compare');
	for (const path of [
		'/overview',
		'/imports',
		'/publishing',
		'/users',
		'/explain/on-time-due',
		'/orders/behind/on-time-due',
		'/orders/AL2026100100001',
		'/watch-list',
		'/tables/ranking.csv'
	]) {
		const response = await page.request.get(path);
		expect(response.status(), path).toBe(404);
	}
});
