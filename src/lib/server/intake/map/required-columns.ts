import type { OpenExport } from '../read/open-export.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { shownSamples } from '../cells/shown-cells.ts';
import { OpenQuestion } from '../open-question.ts';
import { RefusedExport } from '../refused-export.ts';
import { askDuplicates } from './column-names.ts';
import { missingFields } from './find-header.ts';

/** From so many fields on a table is one of orders, and a column it lacks may be there under a name nobody knows yet. */
const tellingFields = 3;
const sampleRows = 3;

/**
 * Makes sure that there is what an export of its kind cannot do without: of orders a number and a time of receipt. Where
 * enough of the table is known, asks which of its unknown columns holds what is missing; throws OpenQuestion, or RefusedExport where there is nothing to choose from.
 */
export async function requireColumns(
	{ header, head, rows }: Pick<OpenExport, 'header' | 'head' | 'rows'>,
	answers: Answers
): Promise<void> {
	if (head) askDuplicates(header, head, answers);
	const lacking = missingFields(header);
	const [missing] = lacking;
	if (missing === undefined) return;
	const taken = new Set(header.match.values());
	const free = header.headers.flatMap((name, place) => (name !== '' && !taken.has(place) ? [{ name, place }] : []));
	const isTold = header.isSaid || answers.kind !== undefined || header.match.size >= tellingFields;
	if (!isTold || free.length === 0) {
		const headers = header.headers.filter((name) => name !== '').slice(0, 60);
		throw new RefusedExport('missing_columns', { missing: lacking, headers });
	}
	const field = missing === 'received_at' ? 'registered_at' : missing;
	const examples: string[][] = [];
	for await (const batch of rows()) {
		examples.push(...batch.filter(({ number }) => number > header.lastRow).map(({ cells }) => cells));
		if (examples.length >= sampleRows) break;
	}
	throw new OpenQuestion({
		name: `column:${field}`,
		details: { field },
		choices: free.map(({ name, place }) => ({
			value: name,
			samples: shownSamples(examples.slice(0, sampleRows).map((cells) => cells[place] ?? ''))
		}))
	});
}
