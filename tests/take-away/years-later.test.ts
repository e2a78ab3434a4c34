import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asked } from '../../src/routes/(supervision)/asked.server.ts';
import { orders } from '../queries/city.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
beforeAll(async () => {
	const folder = bench.newFolder();
	await bench.take(folder, [{ text: orders, dataCut: '2031-03-05 10:22:00' }]);
	vi.stubEnv('DUBAN_DATA', folder.root);
});
afterAll(async () => {
	const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
	await (await servedWarehouse())?.close();
	vi.unstubAllEnvs();
});
const seriesOf = async (query: string) =>
	(await asked({ url: new URL(`http://localhost/overview${query}`) }))!.series.period;

test('the months of a series without an end go up to the last order, though T lies years after it', async () => {
	const { from, to } = await seriesOf('?period=all');
	expect([from!.slice(0, 7), to!.slice(0, 7)]).toEqual(['2025-10', '2026-10']);
});

test('the months of a series with an end go up to that', async () => {
	expect((await seriesOf('?period=2026-09')).to).toBe('2026-09-30');
});
