import type { ServedCity } from './served-city.ts';

export type Times = {
	firstMs: number;
	medianMs: number;
	slowestMs: number;
	/** Of the server, for one request; what else the machine does hardly shows in it. */
	cpuMs: number | null;
	bareMs: number;
	kilobytes: number;
};

/**
 * Asks for a page once, which is the first time anybody does since the server started, then `times` more, with `bare`
 * run between the requests: what else the machine does slows both. Milliseconds until the last byte; the median and
 * the slowest leave the first request out. Throws where the page is no page.
 */
export async function measure(
	{ base, cookie, cpuMs }: ServedCity,
	page: string,
	times: number,
	bare: () => Promise<unknown>
): Promise<Times> {
	let bytes = 0;
	const request = async () => {
		const response = await fetch(base + page, { headers: { cookie, 'accept-language': 'zh-CN' } });
		bytes = (await response.arrayBuffer()).byteLength;
		if (!response.ok) throw new Error(`${page} answered ${response.status}`);
	};
	const firstMs = await taken(request);
	const pageMs: number[] = [];
	const bareMs: number[] = [];
	const cpuBefore = cpuMs();
	for (let time = 0; time < times; time += 1) {
		bareMs.push(await taken(bare));
		pageMs.push(await taken(request));
	}
	const cpuAfter = cpuMs();
	return {
		firstMs,
		medianMs: median(pageMs),
		slowestMs: Math.max(...pageMs),
		cpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / times,
		bareMs: median(bareMs),
		kilobytes: bytes / 1024
	};
}

async function taken(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}

function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
