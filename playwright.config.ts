import { defineConfig } from '@playwright/test';

const port = 4173;
const browser = {
	executablePath: process.env.DUBAN_CHROMIUM,
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};

export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results/journeys',
	timeout: 90_000,
	// Browser and server share the processor: a page that is slow to come is not a page that is wrong.
	expect: { timeout: 20_000 },
	workers: 2,
	use: { baseURL: `http://localhost:${port}`, locale: 'zh-CN', launchOptions: browser, screenshot: 'only-on-failure' },
	projects: [
		{ name: 'with JavaScript' },
		{
			name: 'without JavaScript',
			use: { javaScriptEnabled: false },
			testIgnore: /(every-page|with-javascript|slow-scripts|real-server)\.test/
		}
	],
	webServer: {
		command: `node --disable-warning=ExperimentalWarning src/cli.ts demo --port ${port} --orders 15000`,
		env: { DUBAN_DATA: 'test-results/journey-data', ORIGIN: `http://localhost:${port}` },
		url: `http://localhost:${port}/login`,
		timeout: 180_000,
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
