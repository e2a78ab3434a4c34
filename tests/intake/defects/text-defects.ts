import type { Random } from '#lib/domain/random.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { below, pick } from './clean-export.ts';
import { type Draft, type Line, orders } from './draft.ts';
import type { Defect } from './table-defects.ts';

/** Does something to how one order is written; its cells can no longer be told for certain. */
const torn =
	(change: (written: string, separator: string, random: Random) => string, isUncounted = false): Defect['apply'] =>
	(draft, random) => {
		const line: Line = pick(random, orders(draft));
		if (line.raw) return false;
		line.isTorn = true;
		line.raw = (written, separator) => change(written, separator, random);
		// A record of several lines may fall apart into more than one.
		draft.isUncounted ||= isUncounted || line.cells.some(({ text }) => /[\r\n]/.test(text));
		return true;
	};

const spliced = (text: string, place: number, added: string, removed = 0) =>
	text.slice(0, place) + added + text.slice(place + removed);
const placesOf = (text: string, sign: string) =>
	[...text].flatMap((_, place) => (text.startsWith(sign, place) ? [place] : []));

/** Changes one separator of a line, whichever; also one inside quotes, which is none. */
const atSeparator =
	(change: (text: string, place: number, separator: string) => string) =>
	(text: string, separator: string, random: Random) => {
		const places = placesOf(text, separator);
		return places.length === 0 ? text : change(text, pick(random, places), separator);
	};

const whole = (change: (draft: Draft, random: Random) => boolean | void): Defect['apply'] => change;
const isBytes = (draft: Draft) => draft.encoding === 'utf-8' || draft.encoding === 'utf-8-mark';

/** What is wrong with rows of a text. */
const rowDefects: Defect[] = [
	{
		name: 'B33 a separator too many',
		apply: torn(atSeparator((text, place, separator) => spliced(text, place, separator)))
	},
	{ name: 'B33 a separator too many at the end', apply: torn((text, separator) => text + separator) },
	{
		name: 'B34 a separator too few',
		apply: torn(atSeparator((text, place, separator) => spliced(text, place, '', separator.length)))
	},
	{ name: 'B34 a row cut off', apply: torn((text, _, random) => text.slice(0, 1 + below(random, text.length)), true) },
	{
		name: 'B31 a stray quote',
		apply: torn((text, _, random) => spliced(text, below(random, text.length + 1), '"'), true)
	},
	{
		name: 'B31 a quote before a cell',
		apply: torn(
			atSeparator((text, place, separator) => spliced(text, place + separator.length, '"')),
			true
		)
	},
	{
		name: 'B31 a quote behind a cell',
		apply: torn(
			atSeparator((text, place) => spliced(text, place, '"')),
			true
		)
	},
	{
		name: 'B31 a cell in quotes with text behind',
		apply: torn((text, separator) => {
			const [first = '', ...rest] = text.split(separator);
			return [`"${first}"x`, ...rest].join(separator);
		}, true)
	},
	{
		name: 'B23 another separator in a row',
		apply: torn((text, separator) => text.replaceAll(separator, separator === ';' ? '|' : ';'))
	},
	{
		name: 'B23 another separator at one place',
		apply: torn(
			atSeparator((text, place, separator) => spliced(text, place, separator === ';' ? '|' : ';', separator.length))
		)
	},
	{
		name: 'B28 a line break inside a row',
		apply: torn((text, _, random) => spliced(text, below(random, text.length), '\n'), true)
	},
	{ name: 'B21 a line of two million', apply: torn((text, separator) => `${text}${separator}${'x'.repeat(2_100_000)}`) }
].map((defect) => ({ ...defect, isText: true as const }));

const foreignRow = 'B06 rows of another encoding';

/** What is wrong with a text file. */
const fileDefects: Defect[] = [
	{ name: 'B02 a mark of UTF-8', apply: whole((draft) => void (draft.encoding = 'utf-8-mark')) },
	{ name: 'B03 GB18030', apply: whole((draft) => void (draft.encoding = 'gb18030')) },
	{
		name: 'B05 UTF-16',
		apply: whole((draft, random) => {
			// A row is put in by its bytes, which are others then.
			if (draft.done.includes(foreignRow)) return false;
			draft.encoding = pick(random, ['utf-16le', 'utf-16be'] as const);
		})
	},
	{ name: 'B23 semicolons', apply: whole((draft) => void (draft.separator = ';')) },
	{ name: 'B24 tabs', apply: whole((draft) => void (draft.separator = '\t')) },
	{ name: 'B25 vertical bars', apply: whole((draft) => void (draft.separator = '|')) },
	{
		name: 'B26 full-width commas',
		apply: whole((draft) => {
			if (draft.quoting === 'always') return false;
			draft.separator = '，';
			draft.answers = { ...draft.answers, separator: '，' };
		})
	},
	{ name: 'B27 CR alone', apply: whole((draft) => void (draft.lineEnd = '\r')) },
	{ name: 'B28 CRLF', apply: whole((draft) => void (draft.lineEnd = '\r\n')) },
	{ name: 'B29 quotes round everything', apply: whole((draft) => void (draft.quoting = 'always')) },
	{ name: 'B32 backslashes before quotes', apply: whole((draft) => void (draft.quoting = 'backslashes')) },
	{ name: 'P04 apostrophes for quotes', apply: whole((draft) => void (draft.quoting = 'apostrophes')) },
	{ name: 'P05 a blank behind separators', apply: whole((draft) => void (draft.gap = ' ')) },
	{ name: 'B36 two ends of the last line', apply: whole((draft) => void (draft.ending = 'twice')) },
	{ name: 'P06 no end of the last line', apply: whole((draft) => void (draft.ending = 'none')) },
	{
		name: 'B07 cut anywhere',
		apply: whole((draft, random) => {
			const share = random();
			draft.isUncounted = true;
			for (const line of draft.lines) line.isTorn = true;
			draft.bytes.push((bytes) => bytes.subarray(0, 1 + Math.floor(bytes.length * (0.3 + 0.7 * share))));
		})
	},
	{
		name: 'B10 NUL bytes',
		apply: whole((draft, random) => {
			if (!isBytes(draft)) return false;
			const share = random();
			draft.isUncounted = true;
			for (const line of draft.lines) line.isTorn = true;
			draft.bytes.push((bytes) => {
				const place = Math.floor(bytes.length * share);
				return Buffer.concat([bytes.subarray(0, place), Buffer.from([0]), bytes.subarray(place)]);
			});
		})
	},
	{
		name: foreignRow,
		apply: whole((draft, random) => {
			if (!isBytes(draft)) return false;
			const line = pick(random, orders(draft));
			const written = line.cells.map(({ text }) => text).join(draft.separator);
			if (line.raw || draft.bytes.length > 0 || !/[\u4e00-\u9fff]{2}/.test(written) || /["'\r\n]/.test(written))
				return false;
			const mark = '@@another encoding@@';
			line.isTorn = true;
			line.raw = () => mark;
			draft.bytes.push((bytes) => {
				const place = bytes.indexOf(mark);
				return Buffer.concat([bytes.subarray(0, place), encodeGb18030(written), bytes.subarray(place + mark.length)]);
			});
		})
	}
].map((defect) => ({ ...defect, isText: true as const }));

export const textDefects: Defect[] = [...rowDefects, ...fileDefects];
