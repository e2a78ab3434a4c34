import { expect, test } from 'vitest';
import { orderTimeline } from '#lib/view/order-timeline.ts';
import type { Order } from '#lib/view/order-view.ts';

const order = (given: Partial<Order>): Order =>
	({
		...{ receivedAt: '2026-09-30 16:00:00', receivedIsDate: false, isClosed: true, dataCut: '2026-12-31 23:59:59' },
		...{ dispatchedAt: null, dispatchedIsDate: false, dispatchedAfter: null },
		...{ signedAt: null, signedIsDate: false, signedAfter: null, firstContactAt: null, firstContactIsDate: false },
		...{ firstContactAfter: null, closedAt: null, closedIsDate: false, closedAfter: null, cutAfter: null },
		...{ visitedAt: null, visitedIsDate: false, visitedAfter: null },
		...given
	}) as Order;
const steps = (given: Partial<Order>) => orderTimeline(order(given)).map(({ between }) => between);

test('a step says how long after the one before it, by the clock and in working days', () => {
	// 2026-10-01 to 07 are days off, 2026-10-10 is worked.
	const [received, dispatched, , , closed] = steps({
		...{ dispatchedAt: '2026-09-30 16:10:00', dispatchedAfter: 600 },
		...{ closedAt: '2026-10-10 16:10:00', closedAfter: 600 + 10 * 86_400 }
	});
	expect(received).toBeNull();
	expect(dispatched).toBe('在“受理”之后 10分钟');
	expect(closed).toBe('在“派单”之后 10天，3 个工作日');
});

test('a step that has only a day has its working days all the same', () => {
	const closed = steps({ closedAt: '2026-10-09 00:00:00', closedIsDate: true })[4];
	expect(closed).toBe('只有日期，没有时分，前后间隔无法计算；距“受理”2 个工作日');
});

test('steps in the wrong order have no working days, and a year without its notice has none that are known', () => {
	expect(steps({ dispatchedAt: '2026-09-29 16:00:00', dispatchedAfter: -86_400 })[1]).toBe(
		'在“受理”之前 1天；这两步先后颠倒'
	);
	expect(steps({ closedAt: '2031-01-06 16:00:00', closedAfter: 1_000_000 })[4]).toContain('放假通知未载入');
});
