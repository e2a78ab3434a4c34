import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Citizen } from '#lib/domain/citizen.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Erasure } from './erase-citizen.ts';

/** Thrown where the erasing was refused; the sentence is for whoever asked, in their language. */
export class ErasingRefused extends Error {}

/**
 * Looks for a citizen, or erases them, in a process of its own: every cell of every export is read for it, which would take the
 * server's memory and its turn. Who the citizen is goes by standard input, so that no list of processes shows it. Throws ErasingRefused.
 */
export async function eraseApart(
	folder: DataFolder,
	citizen: Citizen,
	{ by, isMeant, locale }: { by: string; isMeant: boolean; locale: Language }
): Promise<Erasure> {
	const cli = join(process.cwd(), 'src', 'cli.ts');
	const options = ['erase', '--stdin', '--json', ...(isMeant ? ['--confirm'] : [])];
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...options], {
		env: { ...process.env, DUBAN_DATA: folder.root, DUBAN_LANG: locale },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let [printed, said] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
	child.stdin.on('error', () => {});
	child.stdin.end(JSON.stringify({ ...citizen, by }));
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0)
		throw new ErasingRefused(
			said
				.trim()
				.split('\n')
				.at(-1)
				?.replace(/^duban: /, '') ?? ''
		);
	return JSON.parse(printed) as Erasure;
}
