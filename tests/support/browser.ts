import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * A browser for the journeys: Playwright's own if it is there or can be had, else an installed Chromium, else
 * Debian's package, else the one that comes as an npm package. Gives its path, and says on standard error which.
 */
export async function browserPath(): Promise<string> {
	for (const [name, find] of Object.entries(sources)) {
		const path = await find();
		if (path === null || !starts(path)) continue;
		process.stderr.write(`journeys run in ${name}: ${path}\n`);
		return path;
	}
	throw new Error('no browser to be had: install Chromium, or put its path into DUBAN_CHROMIUM');
}

const sources: Record<string, () => string | null | Promise<string | null>> = {
	'the browser named in DUBAN_CHROMIUM': () => process.env.DUBAN_CHROMIUM ?? null,
	"Playwright's Chromium": () => existing(chromium.executablePath()),
	"Playwright's Chromium, just fetched": fetched,
	'an installed Chromium': installed,
	"Debian's Chromium, just installed": fromDebian,
	"npm's Chromium": fromNpm
};

const existing = (path: string) => (path && existsSync(path) ? path : null);
const quietly = (program: string, args: string[], seconds: number) =>
	spawnSync(program, args, { stdio: 'ignore', timeout: seconds * 1000 }).status === 0;

function starts(path: string): boolean {
	return quietly(path, ['--headless', '--no-sandbox', '--disable-gpu', '--version'], 30);
}

function installed(): string | null {
	for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
		const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
		if (found) return found;
	}
	return null;
}

function fetched(): string | null {
	const cli = new URL('../../node_modules/playwright/cli.js', import.meta.url).pathname;
	quietly(process.execPath, [cli, 'install', 'chromium'], 120);
	return existing(chromium.executablePath());
}

function fromDebian(): string | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
	quietly('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update'], 180);
	quietly(
		'apt-get',
		['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
		600
	);
	return installed();
}

async function fromNpm(): Promise<string | null> {
	const { default: packaged } = await import('@sparticuz/chromium');
	return packaged.executablePath().catch(() => null);
}
