import { afterAll, expect, test } from 'vitest';
import { answersOf, type Profile } from '#lib/domain/profiles/profile.ts';
import { signatureOf } from '#lib/server/intake/map/signature.ts';
import { stagingBench } from '../support/staging.ts';
import { rowsIn } from '../support/warehouse.ts';

const { stage, remove } = stagingBench();
afterAll(remove);

const headers = ['工单编号', '登记时间', '办结时间', '归档时间', '承办单位'];
const text = `${headers.join(',')}\nGD1001,03/04/2026 08:00,04/04/2026 08:00,05/04/2026 08:00,城管局\n`;
const profile: Profile = {
	...{ name: '某市', about: '', kind: 'orders', headers: [headers] },
	columns: { order_number: ['工单编号'], registered_at: ['登记时间'], closed_at: ['归档时间'] },
	answers: { 'date-order': 'dmy' }
};
const inForce = { name: profile.name, answers: answersOf(profile) };

const read = async (content: string, said: Parameters<typeof stage>[1]) => {
	const { result } = await stage(content, said);
	if (result.outcome !== 'taken') throw new Error(JSON.stringify(result));
	const { profile, answers, unmapped, mapping } = result;
	const notes = result.notes.filter((note) => note.startsWith('profile'));
	return {
		profile,
		answers,
		unmapped,
		notes,
		mapping: mapping.map(({ field, headers }) => `${field}=${headers.join('+')}`)
	};
};

test('a file with the headers of a profile is read by it: columns it names, all others raw, nothing asked', async () => {
	expect(await read(text, { profiles: { [signatureOf(headers)]: inForce } })).toEqual({
		profile: '某市',
		answers: inForce.answers,
		unmapped: ['办结时间', '承办单位'],
		notes: [],
		mapping: ['order_number=工单编号', 'registered_at=登记时间', 'closed_at=归档时间']
	});
});

test('a profile that is asked for reads the columns it knows; columns it never saw are read as ever', async () => {
	const other = text.replace('承办单位', '区县').replace('办结时间', '办结日期');
	const found = await read(other, { profile: inForce });
	expect(found).toMatchObject({ profile: '某市', unmapped: ['办结日期'], notes: [] });
	expect(found.mapping).toContain('district=区县');
	expect(found.mapping).toContain('closed_at=归档时间');
	expect((await stage(other)).result.outcome).toBe('asked');
	const without = await read(text.replace('归档时间', '归档人'), { profile: inForce });
	expect(without.notes).toEqual(['profile_columns_missing']);
});

test('the half of a moment that is kept raw is not joined', async () => {
	const split = '工单编号,受理日期,受理时间\nGD1,2026-03-01,08:00\n';
	const raw = { raw: '["受理时间"]' };
	expect((await read(split, {})).mapping).toContain('registered_at=受理日期+受理时间');
	expect(await read(split, { answers: { ...raw, 'column:registered_at': '受理日期' } })).toMatchObject({
		mapping: ['order_number=工单编号', 'registered_at=受理日期'],
		unmapped: ['受理时间']
	});
	expect((await read(split, { answers: { raw: 'no list' } })).mapping).toHaveLength(2);
});

test('read as another kind than its profile is for, a file is read by nothing of it', async () => {
	const visits = '工单编号,登记时间,回访时间,是否有效回访\nGD1,2026-03-01 08:00,2026-03-02 08:00,是\n';
	const names = visits.split('\n')[0]!.split(',');
	const orders = { name: 'p', answers: { kind: 'orders', raw: '["回访时间"]', 'column:registered_at': '登记时间' } };
	const said = {
		profiles: { [signatureOf(names)]: orders },
		answers: { kind: 'visits', 'column:registered_at': '回访时间' }
	};
	expect(await read(visits, said)).toMatchObject({
		...{ profile: null, mapping: ['order_number=工单编号', 'visited_at=回访时间', 'visit_valid=是否有效回访'] }
	});
});

test('the caller’s name is looked for in other columns also where a profile keeps its own raw', async () => {
	const named = '工单编号,登记时间,承办单位,来电人\nGD1,2026-03-01 08:00,城管局 王小明,王小明\n';
	const { result, rows } = await stage(named, { answers: { raw: '["来电人"]' } });
	expect(result).toMatchObject({ outcome: 'taken', repairs: [{ rule: 'caller_name', count: 1 }] });
	const units = await rowsIn(':memory:', `select unit from read_parquet('${rows}')`);
	expect(units).toEqual([{ unit: expect.stringMatching(/^城管局 (?!王小明)/) }]);
});
