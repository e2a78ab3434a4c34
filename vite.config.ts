import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		sveltekit(),
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		})
	],
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/journeys/**'],
		environment: 'node',
		env: { TZ: 'UTC' },
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// One more than the two cores it is meant for: many tests wait for processes of their own.
		maxWorkers: 3
	}
});
