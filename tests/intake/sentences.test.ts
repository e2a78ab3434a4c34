import { describe, expect, test } from 'vitest';
import { fieldsInOrder } from '#lib/domain/export-fields.ts';
import type { Question } from '#lib/domain/answers.ts';
import type { Refusal } from '#lib/domain/intake-result.ts';
import { kindNames } from '#lib/domain/kinds/kind.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import { languages } from '#lib/domain/languages.ts';
import {
	fieldName,
	kindName,
	noteSentence,
	questionSentence,
	reasonSentence,
	refusalSentence,
	repairSentence,
	rowSentence
} from '#lib/messages/intake-sentences.ts';
import { cleaningSteps } from '#lib/server/intake/check/cleaning.ts';
import { personRules } from '#lib/server/intake/check/person-cells.ts';

const refusals: Refusal[] = [
	{ reason: 'empty_file', details: {} },
	{ reason: 'header_only', details: {} },
	{ reason: 'no_header_found', details: { headers: [] } },
	{ reason: 'missing_columns', details: { missing: ['order_number', 'received_at'], headers: ['标题', '内容'] } },
	{ reason: 'not_a_table', details: { found: 'PDF' } },
	{ reason: 'not_a_table', details: { found: 'binary' } },
	{ reason: 'html_table', details: { title: '' } },
	{ reason: 'html_table', details: { title: '用户登录' } },
	{ reason: 'unreadable_json', details: { place: 12 } },
	{ reason: 'json_without_orders', details: { headers: ['name'] } },
	{ reason: 'unreadable_parquet', details: { problem: 'No magic bytes' } },
	{ reason: 'protected_parquet', details: {} },
	{ reason: 'other_archive', details: { found: 'RAR' } },
	{ reason: 'nested_archive', details: {} },
	{ reason: 'protected_archive', details: { name: 'a.csv' } },
	{ reason: 'unsafe_archive', details: { name: '../a.csv' } },
	{ reason: 'unreadable_archive', details: { problem: 'checksum' } },
	{ reason: 'empty_archive', details: {} },
	{ reason: 'too_large', details: { cells: 20_000_001 } },
	{ reason: 'old_excel', details: {} },
	{ reason: 'protected_workbook', details: {} },
	{ reason: 'unreadable_workbook', details: { problem: 'no directory' } },
	{ reason: 'unknown_encoding', details: { byte: 12, encoding: '' } },
	{ reason: 'unknown_encoding', details: { byte: 12, encoding: 'utf-8' } },
	{ reason: 'mixed_dates', details: { header: '登记时间', value: '03/04/2026' } },
	{ reason: 'too_large', details: { bytes: 5_000_000_000 } },
	{ reason: 'too_large', details: { bytes: 5_000_000_000, free: 1_000_000 } },
	{ reason: 'too_large', details: { entries: 900 } },
	{ reason: 'too_large', details: { columns: 4000 } },
	{ reason: 'no_rows_accepted', details: { rows: 3, reason: 'bad_time', count: 3 } },
	{ reason: 'reader_stopped', details: { cause: 'timeout', problem: '', code: -1, signal: 'SIGKILL' } },
	{ reason: 'reader_stopped', details: { cause: 'crash', problem: 'out of memory', code: 134, signal: '' } },
	{ reason: 'unreadable_file', details: { problem: 'ENOENT' } },
	{ reason: 'erased_export', details: { day: '2026-11-22' } }
];
const reasons = [
	...['cell_count', 'unclosed_quote', 'row_too_long', 'missing_order_number', 'order_number_rounded'],
	'order_number_of_person',
	...['broken_characters', 'bad_time', 'year_out_of_range', 'missing_received_time'],
	...['foreign_encoding', 'cell_too_long', 'another_table', 'another_header'],
	...['broken_json', 'not_an_object', 'repeated_key'],
	...['missing_value', 'unreadable_value'],
	...['title', 'blank', 'repeated_header', 'total', 'remark']
];
const rules = [
	...cleaningSteps.map(({ rule }) => rule),
	...[
		'caller_name',
		...Object.values(personRules),
		'hour_24',
		'second_60',
		'excel_serial_date',
		'zone_converted',
		'unknown_word',
		'unreadable_number'
	],
	...['order_number_joined', 'number_written_otherwise', 'unit_converted', 'part_of_day']
];
const notes = [
	...['received_taken_from_contact', 'closing_taken_from_reply', 'no_closing_column', 'no_deadline_column'],
	...['dates_read_as_month_first', 'dates_read_as_day_first', 'times_converted_to_city_zone', 'category_path_split'],
	...['cut_short', 'broken_characters', 'header_tidied', 'header_of_two_rows', 'after_cut', 'closed_before_received'],
	...['events_out_of_order', 'unknown_status', 'days_without_time', 'outside_stated_period'],
	...['probably_truncated', 'other_sheets_not_read', 'other_tables_not_read', 'merged_cells_filled'],
	...['repeated_keys', 'json_not_whole', 'archive_parts_left_out', 'unknown_event', 'stated_durations_differ'],
	...['profile_columns_missing', 'citizen_erased'],
	...Object.keys(otherKinds).map((kind) => `rows_of_${kind}`)
];

/** A code, a gap left unfilled or a value that has become no text. */
const unfinished = /[{}]|undefined|\[object|_/;

describe.each(languages)('sentences in %s', (locale) => {
	test('every refusal, reason, repair, note and field has a finished one', () => {
		const all = [
			...refusals.map((refusal) => refusalSentence(refusal, locale)),
			...reasons.map((reason) => reasonSentence(reason, locale)),
			...rules.map((rule) => repairSentence(rule, locale)),
			...notes.map((note) => noteSentence(note, locale)),
			...[...fieldsInOrder, 'received_at'].map((field) => fieldName(field, locale)),
			...kindNames.map((kind) => kindName(kind, locale))
		];
		expect(all.filter((text) => unfinished.test(text) || /代码|Reason code/.test(text))).toEqual([]);
		expect(new Set(all.slice(0, refusals.length + reasons.length)).size).toBe(refusals.length + reasons.length);
	});
});

const questions: Question[] = [
	{ name: 'date-order', details: { header: '登记时间', value: '03/04/2026' }, choices: [] },
	{ name: 'kind', details: {}, choices: [] },
	{ name: 'column:unit', details: { field: 'unit' }, choices: [] },
	{ name: 'encoding', details: { value: '拢一' }, choices: [] },
	{ name: 'separator', details: { value: '，' }, choices: [] },
	{ name: 'header-row', details: {}, choices: [] },
	{ name: 'order-number', details: { value: ['GD1', 'gd1'] }, choices: [] },
	{ name: 'scale', details: { field: 'satisfaction', value: '5' }, choices: [] },
	{ name: 'unit:suspended_days', details: { header: '挂起时长', field: 'suspended_days' }, choices: [] }
];

test.each(languages)('every question has a finished sentence of its own in %s', (locale) => {
	const said = questions.map((question) => questionSentence(question, locale));
	expect(said.filter((text) => unfinished.test(text) || text.length < 15)).toEqual([]);
	expect(new Set(said).size).toBe(questions.length);
});

test('a refusal names the missing columns in the words of the reader', () => {
	const refusal = refusals.find(({ reason }) => reason === 'missing_columns')!;
	expect(refusalSentence(refusal, 'zh-CN')).toContain('缺少：工单编号、登记时间或来电时间。看到的列名是：标题、内容。');
	expect(refusalSentence(refusal, 'en')).toContain('lacks: order number, time of registration or contact.');
});

test('a row says its column and its value', () => {
	const row = { outcome: 'setAside', reason: 'bad_time', header: '登记时间', value: '2026-02-30' } as const;
	expect(rowSentence(row, 'zh-CN')).toMatch(/时间无法识别.*（“登记时间”列：2026-02-30）$/);
	expect(rowSentence({ ...row, reason: 'missing_received_time', value: null }, 'en')).toMatch(/blank\)$/);
});
