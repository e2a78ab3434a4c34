import { describe, expect } from 'vitest';
import type { QuickBench } from '../quick-bench.ts';
import { asks, counted, flagged, input, lines, orders, received, setAside } from './outcomes.ts';

/** B61–B77: what a time may look like, and which ones can not be. */
export function times({ take, taken, asked, ask }: QuickBench): void {
	const read = async (text: string, options = {}) =>
		(await ask(await taken(take(text, options)), 'select received_at from staged order by row_number')).map(
			(row) => row.received_at
		);
	const good = '2026-01-05 08:05:00';

	describe('ways of writing a time', () => {
		input('B61', 'days that do not exist', 'Q', async () =>
			setAside(await taken(take(received('2026-02-29', '2026-02-30 08:00:00', good))), 'bad_time', 2)
		);

		input('B62', '03/04/2026', '?', async () => {
			const question = await asked(take(received('03/04/2026')));
			expect(question).toMatchObject({ name: 'date-order', choices: [{ value: 'mdy' }, { value: 'dmy' }] });
			expect(await read(received('03/04/2026'), { answers: { 'date-order': 'dmy' } })).toEqual(['2026-04-03 00:00:00']);
			expect(await read(received('03/04/2026', '03/25/2026'))).toEqual(['2026-03-04 00:00:00', '2026-03-25 00:00:00']);
			return asks(question);
		});

		const repaired = (id: string, what: string, written: string, rule: string, as: string) =>
			input(id, what, 'N', async () => {
				const result = await taken(take(received(good, written)));
				expect((await ask(result, 'select received_at from staged where row_number = 3'))[0]).toEqual({
					received_at: as
				});
				expect(await ask(result, `select value from rows where outcome = 'repaired'`)).toEqual([{ value: written }]);
				return counted(result, rule, 1);
			});
		repaired('B63', '24:00:00', '2026-01-05 24:00:00', 'hour_24', '2026-01-06 00:00:00');
		repaired('B64', '23:59:60', '2026-01-05 23:59:60', 'second_60', '2026-01-06 00:00:00');
		repaired('B65', 'full-width digits', '２０２６－０１－０５ 08：05', 'full_width_characters', good);
		repaired('B66', 'afternoons', '2026年1月5日 下午3点', 'part_of_day', '2026-01-05 15:00:00');
		repaired('B67', 'serial numbers', '46027.33681', 'excel_serial_date', '2026-01-05 08:05:00');

		input('B68', 'years of two digits first', '?', async () => {
			const question = await asked(take(received('26-1-5')));
			expect(question).toMatchObject({
				name: 'date-order',
				choices: [{ value: 'ymd', samples: ['1-5'] }, { value: 'dmy' }]
			});
			expect((await asked(take(received('26-01-05 08:05', '26-01-14 08:05')))).name).toBe('date-order');
			const said = { answers: { 'date-order': 'ymd' } };
			expect(await read(received('26-1-5', '26-1-15', '26-01-05 08:05'), said)).toEqual([
				...['2026-01-05 00:00:00', '2026-01-15 00:00:00', good]
			]);
			return asks(question);
		});

		input('B69', '20260105080500', 'A', async () => {
			expect(await read(received('20260105080500'))).toEqual([good]);
		});

		input('B70', 'years nobody means', 'Q', async () => {
			const slips = ['20021-01-05', '0202-01-05 08:00:00', '2062-01-05 08:00:00', '1999-01-05 08:00:00'];
			const result = await taken(take(received(good, ...slips, '2026-02-05 08:00:00')));
			expect(result.rows).toMatchObject({ accepted: 2, setAside: 4 });
			// Otherwise the slip would be the moment the export shows, and every open order late.
			expect(result.dataCut).toBe('2026-02-05 08:00:00');
			const wrong = await taken(take(received(good, '2062-01-05 08:00:00')));
			return setAside(wrong, 'year_out_of_range', 1);
		});

		input('B71', 'times with a zone among bare ones', 'N', async () => {
			const result = await taken(take(received(good, '2026-01-05T00:05:00Z', '2026-01-05 08:05:00+08:00')));
			expect(await ask(result, 'select distinct received_at from staged')).toEqual([{ received_at: good }]);
			return counted(result, 'zone_converted', 2);
		});

		input('B72', 'days without a time', 'F', async () => {
			const result = await taken(take(received('2026-01-05', good)));
			expect(await ask(result, 'select received_is_date from staged order by row_number')).toEqual([
				{ received_is_date: true },
				{ received_is_date: false }
			]);
			return flagged(result, 'days_without_time');
		});

		input('B73', 'zero dates', 'N', async () => {
			const zeros = ['0000-00-00', '1900-01-00', '1970-01-01 08:00:00', '2026-03-02 08:00:00'];
			const result = await taken(take(orders({ 办结时间: zeros })));
			expect(await ask(result, 'select count(closed_at)::integer as closed from staged')).toEqual([{ closed: 1 }]);
			return counted(result, 'null_word', 3);
		});

		input('B75', 'a leap day', 'A', async () => {
			expect(await read(received('2024-02-29 08:00:00'))).toEqual(['2024-02-29 08:00:00']);
		});
	});

	describe('times that can not follow each other', () => {
		input('B74', 'later than the data cut', 'F', async () => {
			const text = orders({ 办结时间: ['2026-03-05 08:00:00', ''] });
			const result = await taken(take(text, { dataCut: '2026-03-03' }));
			expect(result.rows.accepted).toBe(2);
			expect((await taken(take(text, { dataCut: '2026-03-31' }))).notes).not.toContain('after_cut');
			return flagged(result, 'after_cut');
		});

		input('B76', 'closed before received', 'F', async () => {
			const result = await taken(take(orders({ 办结时间: ['2026-02-28 08:00:00', '2026-03-01'] })));
			expect(result.rows.accepted).toBe(2);
			const sameDay = await taken(take(orders({ 办结时间: ['2026-03-01', '2026-03-02'] })));
			expect(sameDay.notes).not.toContain('closed_before_received');
			return flagged(result, 'closed_before_received');
		});

		input('B77', 'dispatched before received, visited before closed', 'F', async () => {
			const head = '工单编号,登记时间,派单时间,办结时间,回访时间';
			const early = 'GD1001,2026-03-01 08:00:00,2026-02-28 08:00:00,2026-03-03 08:00:00,2026-03-04 08:00:00';
			const visited = 'GD1002,2026-03-01 08:00:00,2026-03-01 09:00:00,2026-03-03 08:00:00,2026-03-02 08:00:00';
			const sound = 'GD1003,2026-03-01 08:00:00,2026-03-01 09:00:00,2026-03-03 08:00:00,2026-03-04 08:00:00';
			const messages: string[] = [];
			for (const wrong of [early, visited]) {
				messages.push(flagged(await taken(take(lines(head, wrong, sound))), 'events_out_of_order'));
			}
			expect((await taken(take(lines(head, sound)))).notes).not.toContain('events_out_of_order');
			return messages[0];
		});
	});
}
