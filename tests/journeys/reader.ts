import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';

type Role = 'deputy' | 'supervisor' | 'admin';

/** The demo's account of a role, with the password drawn for this run. */
export function accountOf(role: Role): { name: string; role: Role; password: string } {
	const accounts = JSON.parse(readFileSync('test-results/journey-data/demo-accounts.json', 'utf8')) as {
		name: string;
		role: Role;
		password: string;
	}[];
	return accounts.find((one) => one.role === role)!;
}

/** A reader of the demo signs in by the form. */
export async function signIn(page: Page, role: Role, to = '/'): Promise<void> {
	const account = accountOf(role);
	await page.goto(`/login?to=${encodeURIComponent(to)}`);
	await page.locator('input[name=name]').fill(account.name);
	await page.locator('input[name=password]').fill(account.password);
	await page.locator('main form button').click();
	await expect(page.locator('.site-header')).toContainText(account.name);
}

/** Changes the language by the button in the header. */
export async function readIn(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
	if ((await page.locator('html').getAttribute('lang')) === language) return;
	await page.locator('form.language button').click();
	await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** A journey fails when the browser reports an error of the page: a refused script or style, a failed request. */
export const test = base.extend({
	page: async ({ page }, use) => {
		const errors: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		page.on('pageerror', (error) => errors.push(error.message));
		await use(page);
		expect(errors).toEqual([]);
	}
});

export { expect };
