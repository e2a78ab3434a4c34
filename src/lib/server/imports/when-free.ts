import { setTimeout as after } from 'node:timers/promises';
import { ImportUnderWay } from './lock.ts';

const lookAgainMs = 300;

/**
 * Runs what needs the import lock as soon as nobody else holds it, in this process or another. Throws ImportUnderWay where
 * that has not come after `forMs`; `onBusy` hears each time that it has to wait.
 */
export async function whenFree<Result>(
	work: () => Promise<Result>,
	{ forMs = Infinity, onBusy }: { forMs?: number; onBusy?: () => void } = {}
): Promise<Result> {
	const begun = performance.now();
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof ImportUnderWay) || performance.now() - begun > forMs) throw error;
			onBusy?.();
			await after(lookAgainMs);
		}
	}
}
