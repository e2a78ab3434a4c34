import { expect, signIn, test } from './reader.ts';

test('a chart answers the pointer: it is drawn again at its own width, with tips', async ({ page }) => {
	await signIn(page, 'supervisor', '/ranking?period=2026-Q3');
	const picture = page.locator('figure.chart .picture').first();
	await expect(picture.locator('.live svg')).toHaveCount(0);
	await picture.hover();
	await expect(picture.locator('.live svg').first()).toBeVisible();
	await expect(picture).toHaveAttribute('data-live', /.*/);
});
