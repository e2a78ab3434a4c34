import { limits } from '../limits.ts';
import { headerOfNames, tableToRead } from '../map/find-header.ts';
import { sourceColumns } from '../map/source-columns.ts';
import { RefusedExport } from '../refused-export.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { type Element, type Ending, jsonElements, jsonLines } from './json-elements.ts';
import { objectPairs } from './json-object.ts';
import { noDates, type OpenExport, requireHeader } from './opened.ts';
import type { SourceRow } from './records.ts';
import type { ByteOrderMark } from './sniff.ts';

/** Lines that are looked at to tell JSON lines from one JSON value. */
const sampledLines = 20;
const shownLength = 400;

/**
 * JSON lines have an object a line; the first line of a value written over several lines is none, and a value written on
 * one line holds the list within.
 */
function areLines(pieces: Iterable<string>): boolean {
	let lines = 0;
	let objects = 0;
	let isFirstOrder = false;
	for (const { text, problem } of jsonLines(pieces)) {
		if (text === '') continue;
		lines++;
		const pairs = !problem && text.startsWith('{') ? objectPairs(text) : undefined;
		if (pairs) objects++;
		if (lines === 1 && pairs) isFirstOrder = !pairs.some(([, value]) => /^\[\s*[{\]]/.test(value));
		if (lines >= sampledLines) break;
	}
	return isFirstOrder || (objects > 1 && objects * 2 > lines);
}

/** The names used in a list's objects, in the order they first come, and how many objects it has. */
type List = { name: string; places: Map<string, number> };

function listsOf(elements: Iterable<Element>): List[] {
	const lists = new Map<string, List>();
	for (const { list: name, text, problem } of elements) {
		if (!lists.has(name) && lists.size >= limits.workbook.sheets) continue;
		const list = lists.get(name) ?? { name, places: new Map<string, number>() };
		lists.set(name, list);
		for (const [key] of (!problem && objectPairs(text)) || []) {
			if (list.places.has(key)) continue;
			list.places.set(key, list.places.size);
			if (list.places.size > limits.columns) throw new RefusedExport('too_large', { columns: list.places.size });
		}
	}
	return [...lists.values()];
}

/**
 * JSON: the first list of objects that holds orders, or what else is known, each object a row; and JSON lines. Names within an object within are
 * joined, `a.b`. A name that comes twice in an object with two values leaves open which one holds: where a field is read
 * from it, the row is set aside.
 */
export function openJson(path: string, mark: ByteOrderMark): OpenExport {
	const encoding = detectEncoding(path, mark);
	const isLines = areLines(decodedText(path, encoding));
	const ending: Ending = { isWhole: true };
	const elements = () =>
		isLines ? jsonLines(decodedText(path, encoding)) : jsonElements(decodedText(path, encoding), ending);
	const lists = listsOf(elements()).map((list) => ({ ...list, found: headerOfNames([...list.places.keys()]) }));
	const { best, complete } = tableToRead(lists, ({ found }) => found);
	if (!best || best.found.match.size < 2) {
		throw new RefusedExport('json_without_orders', { headers: best?.found.headers.slice(0, 60) ?? [] });
	}
	const header = requireHeader(best.found, []);
	const read = new Set(sourceColumns(header).map(({ place }) => place));
	const notes = new Set<string>();
	if (complete > 1) notes.add('other_tables_not_read');
	if (!ending.isWhole) notes.add('json_not_whole');

	function rowOf({ number, text, problem }: Element): SourceRow {
		if (text === '') return { number, cells: [] };
		const pairs = problem ? undefined : objectPairs(text);
		if (!pairs) {
			const isOther = !problem && /^("|\[|-?\d|true|false|null)/.test(text);
			return {
				number,
				cells: [text.slice(0, shownLength)],
				problem: problem ?? (isOther ? 'not_an_object' : 'broken_json')
			};
		}
		const cells = new Array<string>(header.headers.length).fill('');
		const told = new Set<number>();
		let isOpen = false;
		for (const [key, value] of pairs) {
			const place = best!.places.get(key)!;
			if (told.has(place) && cells[place] !== value) {
				notes.add('repeated_keys');
				isOpen ||= read.has(place);
				continue;
			}
			told.add(place);
			cells[place] = value.toWellFormed();
		}
		return isOpen ? { number, cells: [text.slice(0, shownLength)], problem: 'repeated_key' } : { number, cells };
	}

	const opened: OpenExport = {
		format: { container: isLines ? 'jsonl' : 'json', encoding, separator: '', sheet: best.name },
		header,
		*rows() {
			let batch: SourceRow[] = [];
			for (const element of elements()) {
				if (element.list !== best.name) continue;
				if (batch.push(rowOf(element)) < 1000) continue;
				yield batch;
				batch = [];
			}
			yield batch;
		},
		dates: noDates(),
		get notes() {
			return [...notes];
		}
	};
	return opened;
}
