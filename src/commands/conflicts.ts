import type { Conflict } from '#lib/domain/conflict.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { conflicts } from '#lib/server/internal/conflicts.ts';
import { conflictReasonName } from '#lib/view/conflict-reasons.ts';
import { stagedName, stagedWord } from '#lib/view/staged-words.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { mapped, pageOption } from './long-list.ts';
import { shellLanguage } from './usage.ts';

/** `duban conflicts [--limit N] [--offset N]`: orders whose rows contradict each other, both forms and which of them counts. */
export async function listConflicts(line: string[]): Promise<{ output: AsyncIterable<unknown> }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'limit', 'offset']);
	const isJson = args.options.has('json');
	const found = conflicts(ensureDataFolder(dataFolder()), pageOption(args));
	return { output: mapped(found, (conflict) => (isJson ? inFull(conflict) : onOneLine(conflict))) };
}

const sentenceOf = ({ reason }: Conflict) => conflictReasonName(reason, shellLanguage());
const word = (field: string, value: string | null) => stagedWord(field, value, shellLanguage());

const inFull = (conflict: Conflict) => ({
	...conflict,
	sentence: sentenceOf(conflict),
	values: conflict.values.map(({ field, former, latter }) => ({
		...{ field, name: stagedName(field, shellLanguage()) },
		...{ older: word(field, former), newer: word(field, latter) }
	}))
});

/** Conflicts as a table has room for: the values that differ in one cell. */
const onOneLine = (conflict: Conflict) => ({
	...{ order: conflict.orderNumber, why: sentenceOf(conflict), older: conflict.olderIn, newer: conflict.newerIn },
	...{ counts: conflict.counts, holds: conflict.heldIn },
	values: conflict.values
		.map(({ field, former, latter }) => {
			const [older, newer] = [word(field, former) ?? '–', word(field, latter) ?? '–'];
			return `${stagedName(field, shellLanguage())}: ${older} → ${newer}`;
		})
		.join('; ')
});
