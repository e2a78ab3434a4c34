import type { Page } from '@playwright/test';
import { accountOf, expect, signIn, test } from './reader.ts';

/** Holds the scripts of the pages back, as a slow line does; what it gives lets them come, and waits until they have. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await released;
		await route.continue();
	});
	return async () => {
		release();
		await page.waitForLoadState('networkidle');
	};
}

test('what is typed into the sign-in form before the scripts arrive stays, and signs in', async ({ page }) => {
	const account = accountOf('supervisor');
	const letScriptsCome = await holdScripts(page);
	await page.goto('/login?to=/overview', { waitUntil: 'commit' });
	await page.locator('input[name=name]').fill(account.name);
	await page.locator('input[name=password]').fill(account.password);
	await letScriptsCome();
	await expect(page.locator('input[name=name]')).toHaveValue(account.name);
	await page.locator('main form button').click();
	await expect(page.locator('.site-header')).toContainText(account.name);
});

test('what is chosen before the scripts arrive stays chosen', async ({ page }) => {
	await signIn(page, 'admin');
	for (const [address, box] of [
		['/ranking?period=2026', '.period-bar input[name=district]'],
		['/compare', 'fieldset.compared input[type=checkbox]'],
		['/return-visits/draw?period=2026-Q3', 'input[name=how][value=per-unit]']
	] as const) {
		const letScriptsCome = await holdScripts(page);
		await page.goto(address, { waitUntil: 'commit' });
		const first = page.locator(box).first();
		await first.waitFor({ state: 'attached' });
		await first.evaluate((input: HTMLInputElement) => (input.checked = true));
		await letScriptsCome();
		await expect(first, address).toBeChecked();
		await page.unrouteAll();
	}
});
