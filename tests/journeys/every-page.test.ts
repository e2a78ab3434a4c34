import AxeBuilder from '@axe-core/playwright';
import { howOften } from '../support/how-often.ts';
import { expect, readIn, signIn, test } from './reader.ts';

/** A page of a few units holds every kind of element that one of sixty does, and axe is done with it sooner. */
const few = ['公安局', '民政局', '市场监督管理局', '自然资源局', '档案馆']
	.map((name) => `&unit=安澜市${name}`)
	.join('');

const pages = {
	none: ['/', '/releases', '/releases/2026-09', '/releases/2026-10/1/definitions', '/login'],
	deputy: ['/compare', '/compare?unit=安澜市公安局&unit=安澜市民政局'],
	supervisor: [
		'/orders/behind/on-time-due?period=2026-Q3&part=denominator',
		'/orders/AL2026100100001',
		'/watch-list?reason=overdue'
	],
	/** The administrator sees every page; in parts, so that no test runs for minutes. */
	'admin, units': [
		`/overview?period=2026-Q3${few}`,
		`/response-times?period=2026-Q3${few}`,
		`/completion?period=2026-Q3${few}`,
		'/ranking?period=2026-Q3&peers=kind',
		`/changes?period=2026-Q3${few}`,
		`/exclusions?period=2026-Q3${few}`
	],
	'admin, visits': [
		`/return-visits?period=2026-Q3${few}`,
		'/return-visits/two-answers?period=2026-Q3',
		`/return-visits/selection?period=2026-Q3${few}`,
		'/return-visits/draw?period=2026-Q3&how=per-unit&per-unit=1&draw=1&seed=20261101',
		'/return-visits/handlers?period=2026-Q3'
	],
	'admin, definitions': [
		'/explain/resolved?period=2026-Q3',
		'/explain/handling-time',
		'/catalogue?period=2026-Q3',
		`/quality?period=2026-Q3${few}`,
		'/quality/timeliness-unknown?period=2026-Q3',
		'/explain/group-resolved?period=2026-Q3',
		'/explain/answer-rate',
		'/methods'
	],
	'admin, office': [
		'/rules?rules=usual-limits&period=2026-Q3',
		'/imports',
		'/imports/1',
		'/imports/names',
		'/imports/erase',
		'/publishing',
		'/users'
	],
	/** Of long lists the last page, which is short. */
	'admin, one import': [
		'/imports/1/columns',
		'/imports/profiles',
		'/imports/conflicts',
		'/imports/1?outcome=read&page=18',
		'/imports/1/changes?list=new&page=35',
		'/imports/1?outcome=repaired&undo=1'
	]
} as const;

// One after another they would keep one worker busy long after the other has done all the rest.
test.describe.configure({ mode: 'parallel' });

for (const [role, paths] of Object.entries(pages)) {
	for (const language of ['zh-CN', 'en'] as const) {
		test(`axe finds nothing on the pages of ${role === 'none' ? 'everyone' : role} in ${language}, and none is wider than a phone`, async ({
			page
		}) => {
			if (role !== 'none') await signIn(page, role.split(',')[0] as 'deputy' | 'supervisor' | 'admin');
			else await page.goto('/');
			await readIn(page, language);
			for (const [place, path] of paths.entries()) {
				await page.setViewportSize({ width: 390, height: 844 });
				const response = await page.goto(path);
				expect(response!.status(), path).toBe(200);
				await expect(page.locator('html'), path).toHaveAttribute('lang', language);
				await expect(page.locator('h1'), path).toHaveCount(1);
				// The document as it was sent is the page of who has no JavaScript.
				const sent = await response!.text();
				expect(sent, path).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
				expect(sent.match(/<h1[\s>]/g), path).toHaveLength(1);
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(width, `${path} is ${width} px wide`).toBeLessThanOrEqual(390);
				// In a run that is short of time every page is looked through in Chinese, and every other one in English too.
				if (language === 'en' && place % 2 < howOften(0, 1)) continue;
				await page.setViewportSize({ width: 1440, height: 900 });
				// No page has a frame; a second, blank page to add their findings up in would be made for each.
				const { violations } = await new AxeBuilder({ page })
					.setLegacyMode()
					.options({ resultTypes: ['violations'] })
					.analyze();
				expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
			}
		});
	}
}
