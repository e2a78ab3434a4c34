import { blot } from '#lib/domain/citizen.ts';
import { fieldWords, flagWordsOf } from '#lib/domain/field-words.ts';
import { headerKey } from '#lib/domain/header-matching.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import { addressedPerson, readsAsPerson } from '#lib/domain/person-names.ts';
import { unpartedLandline } from '#lib/domain/personal-numbers.ts';
import { shapeOfCell } from '#lib/domain/time-shapes.ts';
import { wordKey } from '#lib/domain/vocabularies.ts';
import { blotted } from './blotted.ts';

/**
 * What of an export's cells is said in questions and refusals. They are kept in the ledger, outside the internal store: so a name, an
 * address or what somebody told is shown by its place alone, and whoever asks for more opens the file's first rows.
 */

/** Stands for a text that is not shown. */
const unshown = '…';

const longestCode = 40;
const code = /^[!-~]+$/;
const landline = new RegExp(`^${unpartedLandline}$`);
const measured = /^\d+(?:\.\d+)?\s?[天日工作小时分钟秒月年个次级%]{1,3}$/;
const longestUnit = 12;
const unit = /(?:[局委办镇乡县市省站所院厅处科厂馆]|街道|社区|中心|公司|学校|医院|政府|平台|[大中支]队|部门|集团)$/;

const words = new Set(
	[...Object.values(fieldWords), flagWordsOf('is_supervised')].flatMap((vocabulary) =>
		Object.values(vocabulary).flatMap((each) => each.map(wordKey))
	)
);

/** A cell of data: times, numbers, codes, words that we know and units as they stand; anything else unsaid. */
export function shownCell(cell: string): string {
	const text = cell.trim();
	if (text === '') return text;
	if (landline.test(text)) return blot;
	if (text.length > longestCode) return unshown;
	if (shapeOfCell(text) !== undefined) return text;
	if (code.test(text) && /\d/.test(text)) return blotted(text);
	if (measured.test(text) || words.has(wordKey(text))) return text;
	const isUnit = text.length <= longestUnit && unit.test(text) && !/\d/.test(text) && !readsAsPerson(text);
	return isUnit ? text : unshown;
}

const quoted = /(["'])(?:(?!\1).)*(?:\1|$)/g;

/** What a program said of its failing, without what it quotes of a cell. */
export const shownProblem = (problem: string): string =>
	blotted(problem.replace(quoted, (text) => (/[^ -~]|\d{7}/.test(text) ? unshown : text)));

/** What is shown of a column's cells: none of which nothing is. */
export const shownSamples = (cells: string[]): string[] =>
	cells.map(shownCell).filter((cell) => cell !== '' && cell !== unshown);

const headers = new Set(
	[headerSynonyms, ...Object.values(otherKinds).map((kind) => kind.headers)].flatMap((names) =>
		Object.values(names).flatMap((each) => each.map(headerKey))
	)
);
/** Signs that names of columns end with, and given names hardly. */
const headerEnding = /[间期日号码称型类别级次数式度率额位况因述态目项时点段址]$/;
const longestName = { han: 16, other: 60 };
const addressed = new RegExp(addressedPerson, 'g');
/** Twice, since of two that stand side by side the first takes the sign between them. */
const unaddressed = (text: string) => text.replace(addressed, `$1${blot}$2`);

/** A cell that may be a column's name, or of data: no number and no name of a person, and no text that is too long for a name. */
export function shownName(cell: string): string {
	const name = cell.trim();
	if (headers.has(headerKey(name))) return cell;
	if (name.length > (/[一-龥]/.test(name) ? longestName.han : longestName.other)) return unshown;
	if (readsAsPerson(name) && !headerEnding.test(name)) return blot;
	return unaddressed(unaddressed(blotted(cell)));
}
