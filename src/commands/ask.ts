import { dimensions, filterDimensions, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { dayOption, onlyOptions, option, parseArguments, type Arguments } from './arguments.ts';
import { questions } from './questions/index.ts';
import type { Row } from './questions/question.ts';
import { sayAfter } from './import-files.ts';
import { usage } from './usage.ts';

/** Answers one question from the served warehouse: rows, the value of `--by` in a column of that name. */
export async function ask(line: string[]): Promise<Row[]> {
	const args = parseArguments(line, ['json']);
	const [name, ...others] = args.words;
	const question = name !== undefined && Object.hasOwn(questions, name) ? questions[name] : undefined;
	if (!question || others.length > 0) {
		throw usage(m.cli_unknown_question, {
			questions: Object.keys(questions).join(', '),
			value: args.words.join(' ') || '–'
		});
	}
	onlyOptions(args, ['json', 'from', 'to', 'by', ...question.options, ...filterDimensions]);
	const by = option(args, 'by', dimensions);
	const folder = dataFolder();
	await bringUpToDate(folder, sayAfter(2000));
	const version = currentVersion(folder);
	if (version === null) throw usage(m.cli_nothing_loaded, {});
	const warehouse = await openWarehouse(versionPath(folder, version));
	try {
		const rows = await question.answer(warehouse.db, scopeOf(args), by, args);
		return rows.map(({ name: value, ...row }) => (by === undefined ? row : { [by]: value ?? null, ...row }));
	} finally {
		await warehouse.close();
	}
}

function scopeOf(args: Arguments): Scope {
	const filters = Object.fromEntries(
		filterDimensions.map((dimension) => [dimension, args.options.get(dimension) ?? []])
	);
	return { period: { from: dayOption(args, 'from'), to: dayOption(args, 'to') }, ...filters } as Scope;
}
