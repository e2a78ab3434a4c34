/**
 * The door every npm script goes through. It runs on the host's Node (20 or newer), before anything is
 * installed, so it is plain JavaScript without dependencies: it installs what the lockfile names, compiles
 * the messages, builds the pages when they are needed, and hands over to Node 24, which the project brings.
 * Everything it says goes to standard error: standard output belongs to the command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const vite = at('node_modules', 'vite', 'bin', 'vite.js');
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(path) {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	if (path.endsWith('paraglide')) return 0;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(program, args, options = {}) {
	const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
	if (done.error) throw done.error;
	if (done.status !== 0) process.exit(done.status ?? 1);
}

process.env.UV_THREADPOOL_SIZE ??= '16';
// Node keeps what it made of our TypeScript: a command starts in half the time.
process.env.NODE_COMPILE_CACHE ??= at('node_modules', '.cache', 'compiled');

const quietly = { stdio: ['ignore', 2, 2] };
const say = (sentence) => process.stderr.write(`duban: ${sentence}\n`);

/** npm writes node_modules/.package-lock.json last; older than the lockfile means not installed. */
function install() {
	const installed = at('node_modules', '.package-lock.json');
	if (modified(installed) >= modified(at('package-lock.json')) && existsSync(installed)) return;
	say('installing what package-lock.json names (Node 24 included) …');
	run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'], quietly);
	const now = new Date();
	utimesSync(installed, now, now);
}

function node24() {
	const carried = at('node_modules', '.bin', 'node');
	if (existsSync(carried)) return carried;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	say(
		`no Node 24 for ${process.platform} ${process.arch} comes with the project, and this is Node ${process.versions.node}: install Node 24, then run the command again`
	);
	process.exit(1);
}

function compileMessages(node) {
	const compiled = at('src', 'lib', 'paraglide', 'messages.js');
	if (modified(compiled) > newest(at('src', 'lib', 'messages'))) return;
	run(
		node,
		[
			at('node_modules', '@inlang', 'paraglide-js', 'bin', 'run.js'),
			'compile',
			'--project',
			'./src/lib/messages/project.inlang',
			'--outdir',
			'./src/lib/paraglide',
			'--strategy',
			'cookie',
			'preferredLanguage',
			'baseLocale',
			'--output-structure',
			'locale-modules',
			'--silent'
		],
		quietly
	);
	const now = new Date();
	utimesSync(compiled, now, now);
}

function buildPages(node) {
	const stamp = at('build', '.built');
	const sources = ['src', 'queries', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
	if (modified(stamp) > Math.max(...sources.map((name) => newest(at(name))))) return;
	say('building the pages …');
	const built = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
	if (built.status !== 0) {
		process.stderr.write(built.stdout + built.stderr);
		process.exit(1);
	}
	writeFileSync(stamp, '');
}

const [command, ...rest] = process.argv.slice(2);
install();
const node = node24();
process.env.PATH = `${dirname(node)}:${process.env.PATH}`;
compileMessages(node);

const vitest = at('node_modules', 'vitest', 'vitest.mjs');
const inNode24 = (...args) => run(node, ['--disable-warning=ExperimentalWarning', ...args]);
const commands = {
	cli: () => inNode24(at('src', 'cli.ts'), ...rest),
	demo: () => {
		buildPages(node);
		inNode24(at('src', 'cli.ts'), 'demo', ...rest);
	},
	start: () => {
		buildPages(node);
		inNode24(at('src', 'cli.ts'), 'serve', ...rest);
	},
	bench: () => {
		buildPages(node);
		inNode24(at('src', 'cli.ts'), 'bench', ...rest);
	},
	dev: () => {
		process.env.DUBAN_DATA ??= at('data', 'demo');
		inNode24(at('src', 'cli.ts'), 'demo', '--prepare-only');
		inNode24(vite, 'dev', ...rest);
	},
	build: () => inNode24(vite, 'build', ...rest),
	'build-if-needed': () => buildPages(node),
	check: () => {
		run(node, [at('node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], quietly);
		run(node, [at('node_modules', 'svelte-check', 'bin', 'svelte-check'), '--tsconfig', './tsconfig.json', ...rest]);
	},
	format: () =>
		run(node, [at('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', '--log-level', 'warn', '.']),
	defects: () => inNode24(at('tests', 'intake', 'defects', 'run.ts'), ...rest),
	unit: () => inNode24(vitest, 'run', ...rest),
	kills: () => inNode24(at('tests', 'imports', 'killing', 'command.ts'), ...rest),
	journeys: () => inNode24(at('tests', 'run.ts'), 'journeys', ...rest),
	test: () => inNode24(at('tests', 'run.ts'), ...rest)
};
const chosen = commands[command];
if (!chosen) {
	say(
		`unknown command: ${command}; one of ${Object.keys(commands).join(', ')}; package.json has ${JSON.parse(readFileSync(at('package.json'), 'utf8')).name}'s scripts`
	);
	process.exit(2);
}
chosen();
