/**
 * `npm test`: format, lint and types at once, unit and architecture tests, then the journeys in a real browser.
 * Every step runs whatever the ones before it gave; the closing line counts each check and each test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { browserPath } from './support/browser.ts';

type Count = { passed: number; failed: number };

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
const tool = (...parts: string[]) => join(root, 'node_modules', ...parts);

async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
	const work = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	const [status] = (await once(work, 'close')) as [number | null];
	return status === 0;
}

const check = async (...args: string[]): Promise<Count> =>
	(await run(args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

async function unit(): Promise<Count> {
	const report = join(results, 'unit.json');
	await run([
		tool('vitest', 'vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`
	]);
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that can't be loaded fails without a failed test.
	return { passed: numPassedTests, failed: Math.max(numFailedTests, success ? 0 : 1) };
}

async function journeys(): Promise<Count> {
	const report = join(results, 'journeys.json');
	const env = { DUBAN_CHROMIUM: await browserPath(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
	const built = await run([join(root, 'src', 'setup.mjs'), 'build-if-needed']);
	if (!built) return { passed: 0, failed: 1 };
	const passed = await run(
		[tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...process.argv.slice(3)],
		env
	);
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { stats } = JSON.parse(readFileSync(report, 'utf8'));
	const failed = stats.unexpected + stats.flaky;
	return { passed: stats.expected, failed: passed ? failed : Math.max(1, failed) };
}

const steps: Record<string, () => Promise<Count>> = {
	format: () => check(tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'),
	lint: () => check(tool('eslint', 'bin', 'eslint.js'), '.'),
	types: () => check(join(root, 'src', 'setup.mjs'), 'check', '--threshold', 'warning', '--fail-on-warnings'),
	unit,
	journeys
};

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
/** Steps side by side have a core each; the tests after them want all there are. */
const together = process.argv[2] ? [[process.argv[2]]] : [['format', 'lint', 'types'], ['unit'], ['journeys']];
const total: Count = { passed: 0, failed: 0 };
async function count(name: string): Promise<void> {
	const begun = Date.now();
	const step = steps[name];
	if (!step) throw new Error(`unknown step: ${name}; one of ${Object.keys(steps).join(', ')}`);
	const { passed, failed } = await step();
	total.passed += passed;
	total.failed += failed;
	process.stdout.write(`${name}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - begun) / 1000)} s\n`);
}
for (const names of together) await Promise.all(names.map(count));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
