import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/long-first.ts';

/**
 * Messages are compiled twice: for the browser a module a message, so that a page brings only its own; for Node a module a
 * language, which a command loads ten times as fast.
 */
const forBrowser = { outdir: './.svelte-kit/paraglide', outputStructure: 'message-modules' } as const;
const forNode = { outdir: './src/lib/paraglide', outputStructure: 'locale-modules' } as const;

export default defineConfig(({ command }) => ({
	plugins: [
		sveltekit(),
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			...(command === 'build' ? forBrowser : forNode)
		})
	],
	resolve: {
		alias:
			command === 'build'
				? [
						{
							find: /^(?:#lib\/|(?:\.\.\/)+)paraglide\//,
							replacement: `${join(import.meta.dirname, '.svelte-kit', 'paraglide')}/`
						}
					]
				: []
	},
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/journeys/**'],
		environment: 'node',
		env: { TZ: 'UTC' },
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// One more than the two cores it is meant for: many tests wait for processes of their own.
		maxWorkers: 3,
		sequence: { sequencer: LongFirst }
	}
}));
