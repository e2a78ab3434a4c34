import { readFileSync, statSync } from 'node:fs';
import { OpenQuestion } from '../open-question.ts';

/** A longer file holds some character that settles it. */
const longestTiny = 64 * 1024;

/** Pairs that are a common character in GBK and a letter or sign in UTF-8. */
const pairs = /^(?:[\xc2-\xd7][\xa1-\xbf])+$/;

/**
 * Text beyond ASCII that a file without a mark says in two ways, of which neither is damaged; null where only UTF-8 makes
 * sense. Letters with accents stand beside plain ones, so that Café is no question.
 */
export function readTwoWays(path: string): { utf8: string; gb18030: string } | null {
	if (statSync(path).size > longestTiny) return null;
	const bytes = readFileSync(path);
	const runs = [...bytes.toString('latin1').matchAll(/([a-z]?)([\x80-\xff]+)([a-z]?)/gi)];
	const isOpen =
		runs.length > 0 && runs.every(([, , run]) => pairs.test(run!)) && !runs.every((run) => run[1] || run[3]);
	if (!isOpen) return null;
	const first = Buffer.from(runs.find((run) => !run[1] && !run[3])![2]!, 'latin1');
	return { utf8: first.toString('utf8'), gb18030: new TextDecoder('gb18030').decode(first) };
}

export const encodingQuestion = ({ utf8, gb18030 }: { utf8: string; gb18030: string }, signature: string) =>
	new OpenQuestion(
		{
			name: 'encoding',
			details: { value: gb18030 },
			choices: [
				{ value: 'utf-8', samples: [utf8] },
				{ value: 'gb18030', samples: [gb18030] }
			]
		},
		signature
	);
