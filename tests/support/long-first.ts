import { statSync } from 'node:fs';
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Files that wait for many processes one after another: begun last, one of them would still run when all else is done. */
const longest = [
	'imports/killed.test.ts',
	'intake/defects/defects.test.ts',
	'acceptance/real-exports.test.ts',
	'imports/failing.test.ts',
	'imports/killed-others.test.ts',
	'acceptance/command-line.test.ts',
	'acceptance/rules.test.ts',
	'imports/any-time.test.ts'
];

const place = (file: string) => {
	const found = longest.findIndex((name) => file.endsWith(`/tests/${name}`));
	return found < 0 ? longest.length : found;
};

/** The order of test files: the longest, then the larger before the smaller; the same in every run, whatever the last one took. */
export class LongFirst implements TestSequencer {
	shard(files: TestSpecification[]): TestSpecification[] {
		return files;
	}

	sort(files: TestSpecification[]): TestSpecification[] {
		const sizes = new Map(files.map(({ moduleId }) => [moduleId, statSync(moduleId).size]));
		return files.toSorted(
			(a, b) => place(a.moduleId) - place(b.moduleId) || sizes.get(b.moduleId)! - sizes.get(a.moduleId)!
		);
	}
}
