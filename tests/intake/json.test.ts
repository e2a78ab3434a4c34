import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';
import { jsonElements } from '#lib/server/intake/read/json-elements.ts';
import { objectPairs } from '#lib/server/intake/read/json-object.ts';

const { take, taken, refused, ask } = intakeBench();
const order = (number: string | number, more: object = {}) => ({
	工单编号: number,
	登记时间: '2025-03-01 08:00:00',
	...more
});
const numbers = 'select row_number, order_number from staged order by row_number';

describe('JSON', () => {
	test('an array of objects; numbers stay as written, null and "null" are blank, names within are joined', async () => {
		const text = `[
			{"工单编号": 20260101000000000001, "登记时间": "2025-03-01 08:00:00", "退单次数": 2, "承办": {"单位": "城管局"}, "标签": ["a", {"b": 1}]},
			{"登记时间": "2025-03-01T09:00:00", "工单编号": "0007", "退单次数": null, "承办": {"单位": "null"}, "街道": "\\u6c34\\n\\"务\\""}
		]`;
		const result = await taken(take(text, {}, 'export.xlsx'));
		expect(result.format).toMatchObject({ container: 'json', encoding: 'utf-8', sheet: '' });
		expect(result.unmapped).toEqual(expect.arrayContaining(['标签']));
		expect(
			await ask(
				result,
				'select row_number, order_number, return_count::integer as n, unit, street from staged order by 1'
			)
		).toEqual([
			{ row_number: 1, order_number: '20260101000000000001', n: 2, unit: '城管局', street: null },
			{ row_number: 2, order_number: '0007', n: null, unit: null, street: '水\n"务"' }
		]);
		expect(result.repairs).toContainEqual({ rule: 'null_word', count: 1 });
	});

	test('Open311: the list within an object, by its name; times with a zone become city time', async () => {
		const requests = [
			{ service_request_id: '638344', requested_datetime: '2025-03-01T08:00:00+08:00', status: 'closed' },
			{ service_request_id: '638349', requested_datetime: '2025-03-01T00:30:00Z', status: 'open' }
		];
		const text = JSON.stringify({ count: 2, tags: ['x'], service_requests: requests });
		const result = await taken(take(text));
		expect(result.format).toMatchObject({ container: 'json', sheet: 'service_requests' });
		expect(result.notes).toContain('times_converted_to_city_zone');
		expect(await ask(result, 'select sheet, row_number, received_at from staged order by row_number')).toEqual([
			{ sheet: 'service_requests', row_number: 1, received_at: '2025-03-01 08:00:00' },
			{ sheet: 'service_requests', row_number: 2, received_at: '2025-03-01 08:30:00' }
		]);
	});

	test('of several lists the first with orders is read, wherever it stands', async () => {
		const text = JSON.stringify({ units: [{ name: 'x' }], response: { data: [order('GD1')] }, old: [order('GD2')] });
		const result = await taken(take(text));
		expect(result.format.sheet).toBe('response.data');
		expect(result.notes).toContain('other_tables_not_read');
		expect(await ask(result, numbers)).toEqual([{ row_number: 1, order_number: 'GD1' }]);
	});

	test('JSON lines, GB18030 among them, are numbered by line; a broken line is set aside and no other', async () => {
		const lines = [JSON.stringify(order('GD1')), '{"工单编号": "GD2", "登', '', '[1, 2]', JSON.stringify(order('GD3'))];
		const result = await taken(take(`${lines.join('\r\n')}\r\n`));
		expect(result.format.container).toBe('jsonl');
		expect(result.rows).toMatchObject({ read: 5, accepted: 2, setAside: 2, nonData: 1 });
		expect(await ask(result, 'select row_number, outcome, reason from rows order by row_number')).toEqual([
			{ row_number: 2, outcome: 'setAside', reason: 'broken_json' },
			{ row_number: 3, outcome: 'nonData', reason: 'blank' },
			{ row_number: 4, outcome: 'setAside', reason: 'not_an_object' }
		]);
		expect(await ask(result, numbers)).toEqual([
			{ row_number: 1, order_number: 'GD1' },
			{ row_number: 5, order_number: 'GD3' }
		]);
		// {"order_number":"GD1","opened":"2025-03-01","unit":"城管局"} with the unit in GB18030.
		const gb = Buffer.concat([
			Buffer.from('{"order_number":"GD1","opened":"2025-03-01","unit":"'),
			Buffer.from('b3c7b9dcbed6', 'hex'),
			Buffer.from('"}')
		]);
		const one = await taken(take(gb));
		expect(one.format).toMatchObject({ container: 'jsonl', encoding: 'gb18030' });
		expect(await ask(one, 'select unit from staged')).toEqual([{ unit: '城管局' }]);
	});

	test('a name that comes twice: equal values are one, two values set the row aside where a field is read from them', async () => {
		const text = `[
			{"工单编号":"GD1","登记时间":"2025-03-01 08:00:00","工单编号":"GD1"},
			{"工单编号":"GD2","登记时间":"2025-03-01 08:00:00","工单编号":"GD9"},
			{"工单编号":"GD3","登记时间":"2025-03-01 08:00:00","图":"a","图":"b"}
		]`;
		const result = await taken(take(text));
		expect(result.rows).toMatchObject({ read: 3, accepted: 2, setAside: 1 });
		expect(result.reasons).toEqual([{ reason: 'repeated_key', count: 1 }]);
		expect(result.notes).toContain('repeated_keys');
		expect(await ask(result, 'select row_number, value from rows')).toMatchObject([{ row_number: 2 }]);
	});

	test('a file cut short gives what is whole, sets the rest aside and says that orders may be missing', async () => {
		const text = JSON.stringify([order('GD1'), order('GD2'), order('GD3')]);
		const cut = await taken(take(text.slice(0, -20)));
		expect(cut.rows).toMatchObject({ read: 3, accepted: 2, setAside: 1 });
		expect(cut.notes).toContain('json_not_whole');
		const between = await taken(take(text.slice(0, text.indexOf('GD3') - 10)));
		expect(between.notes).toContain('json_not_whole');
		const more = await taken(take(`${text}\n<html>`));
		expect(more.notes).toContain('json_not_whole');
		const whole = await taken(take(`${text}\n`));
		expect(whole.notes).not.toContain('json_not_whole');
	});

	test('a caller’s number in an entry that cannot be read stands in the internal store alone', async () => {
		const whole = JSON.stringify(order('GD2', { 来电号码: '13800138000' }));
		const result = await taken(take(`${JSON.stringify(order('GD1'))}\n${whole.slice(0, -1)}\n`));
		const [row] = await ask(result, 'select reason, value from rows');
		expect(row).toMatchObject({ reason: 'broken_json' });
		expect(row!.value).toContain('13800138000');
		expect(JSON.stringify([await ask(result, 'from staged'), result])).not.toContain('13800138000');
	});

	test('JSON without orders and JSON that is none are refused', async () => {
		expect(await refused(take('[[1, 2], [3, 4]]'))).toMatchObject({ reason: 'json_without_orders' });
		expect((await refused(take('{"error": {"code": 401, "message": "login"}}'))).reason).toBe('json_without_orders');
		expect((await refused(take('{"data": []}'))).reason).toBe('json_without_orders');
		expect((await refused(take('[]'))).reason).toBe('json_without_orders');
		expect(await refused(take('{"data": [1,2], "x" 3}'))).toEqual({
			reason: 'unreadable_json',
			details: { place: 21 }
		});
		expect(await refused(take(JSON.stringify([{ 工单编号: '1', 承办单位: 'x' }])))).toMatchObject({
			reason: 'missing_columns',
			details: { missing: ['received_at'] }
		});
	});

	test('depth, width and length have their limits, and no name reaches our own objects', async () => {
		const deep = `[{"工单编号":"GD1","登记时间":"2025-03-01","x":${'['.repeat(5000)}${']'.repeat(5000)}},${JSON.stringify(order('GD2', { __proto__: null, constructor: 'x' }))}]`;
		expect((await taken(take(deep))).rows).toMatchObject({ accepted: 1, setAside: 1 });
		const wide = Object.fromEntries(Array.from({ length: 600 }, (_, place) => [`k${place}`, 1]));
		expect(await refused(take(JSON.stringify([order('GD1', wide)])))).toMatchObject({
			reason: 'too_large',
			details: { columns: 513 }
		});
		const long = `[${JSON.stringify(order('GD1', { 内容: 'x'.repeat(1_100_000) }))},${JSON.stringify(order('GD2'))}]`;
		const result = await taken(take(long));
		expect(result.reasons).toEqual([{ reason: 'row_too_long', count: 1 }]);
		expect((await refused(take('{"a":'.repeat(200_000)))).reason).toBe('unreadable_json');
	});
});

test('the pieces a text comes in make no difference', () => {
	const text = JSON.stringify({ a: [1, '],['], 'b"': { c: [{ x: '}]"\\' }, { y: [{ z: 1 }] }, 3] } });
	const split = (size: number) => {
		const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
			text.slice(n * size, (n + 1) * size)
		);
		const ending = { isWhole: true };
		return { elements: [...jsonElements(pieces, ending)], ending };
	};
	const whole = split(text.length);
	expect(whole.elements.map(({ number, text: element }) => [number, element])).toEqual([
		[1, '{"x":"}]\\"\\\\"}'],
		[2, '{"y":[{"z":1}]}'],
		[3, '3']
	]);
	for (const size of [1, 2, 3, 7]) expect(split(size)).toEqual(whole);
});

test.each([
	['{"a":1}', [['a', '1']]],
	[
		'{"a":{"b":{"c":"x"}},"d":{}}',
		[
			['a.b.c', 'x'],
			['d', '']
		]
	],
	[
		'{"a":-1.5e3,"b":true,"c":null,"d":NaN}',
		[
			['a', '-1.5e3'],
			['b', 'true'],
			['c', ''],
			['d', 'NaN']
		]
	],
	[
		'{"a":"\\\\","b":"\\u4e2d\\/"}',
		[
			['a', '\\'],
			['b', '中/']
		]
	],
	['{"a":[1,{"b":2}]}', [['a', '[1,{"b":2}]']]],
	['{"a":01}', [['a', '01']]],
	['{"a":0x1}', undefined],
	['{"a":1,}', undefined],
	['{"a":"\\x"}', undefined],
	["{'a':1}", undefined],
	['{"a":1} {"b":2}', undefined],
	['{"a"', undefined],
	['{"a":[1,]}', undefined]
])('%s reads as %j', (text, pairs) => {
	expect(objectPairs(text)).toEqual(pairs);
});
