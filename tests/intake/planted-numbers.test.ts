import { describe, expect, test } from 'vitest';
import { csv } from '../support/warehouse.ts';
import { expectNowhere, order, phones, plantedBench } from './planted.ts';

const { newFolder, takeOne, readOutside } = plantedBench();

describe('where the number of an order belongs', () => {
	const others = Array.from({ length: 9 }, (_, place) => order(`A200${place}`, phones[1]!, '2026-09-02 08:00:00'));
	const persons = [
		'13855512341',
		'+86 138-5551-2341',
		'11010519491231002X',
		'粤B·D12345',
		'zhao.xm@example.com',
		'赵小满'
	];

	test.each([...persons, '赵小满 13855512341'])('%s is somebody: the row is set aside', async (person) => {
		const folder = newFolder();
		const imported = await takeOne(folder, csv([...others, order(person, phones[0]!, '2026-09-01 08:00:00')]));
		expect(imported).toMatchObject({
			...{ outcome: 'taken', rows: { read: 10, accepted: 9, setAside: 1 } },
			result: { reasons: [{ reason: 'order_number_of_person', count: 1 }] }
		});
		expectNowhere([person], [...(await readOutside(folder)), ['what the import says', JSON.stringify(imported)]]);
	});

	test.each(persons)('%s beside it is left out', async (person) => {
		const folder = newFolder();
		const pointing = { ...order('A1001', phones[0]!, '2026-09-01 08:00:00'), 父工单编号: person };
		const imported = await takeOne(folder, csv([...others.map((row) => ({ ...row, 父工单编号: '' })), pointing]));
		expect(imported).toMatchObject({ rows: { accepted: 10 }, result: { repairs: [{ count: 1 }] } });
		expectNowhere([person], [...(await readOutside(folder)), ['what the import says', JSON.stringify(imported)]]);
	});

	test('many of them are set aside as well; what goes on from a day was a way of numbering orders', async () => {
		const numbers = Array.from({ length: 8 }, (_, place) => [`1385551234${place}`, `1506010000${place}`]);
		for (const [place, accepted] of [
			[0, 9],
			[1, 17]
		] as const) {
			const rows = numbers.map((pair) => order(pair[place]!, phones[0]!, '2026-09-01 08:00:00'));
			const imported = await takeOne(newFolder(), csv([...others, ...rows]));
			expect(imported).toMatchObject({ rows: { read: 17, accepted, setAside: 17 - accepted } });
		}
	});

	test('numbers of all orders may look like those of telephones, or of cards with the day of receipt', async () => {
		for (const numbers of [
			['15060100001', '15060100002', '20010100003'],
			['440310202509010011', '440310199001011234', 'A1']
		]) {
			const folder = newFolder();
			const rows = numbers.map((number) => order(number, phones[0]!, '2026-09-01 08:00:00'));
			expect(await takeOne(folder, csv(rows))).toMatchObject({ rows: { accepted: 3, setAside: 0 } });
		}
	});
});
