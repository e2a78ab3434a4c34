import { UploadProblem } from './upload-problem.ts';

export type Pace = {
	/** How long nothing may come. */
	waitMs: number;
	/** What must come while as long is waited in all. */
	leastBytes: number;
};

/** Slower than any line that could bring an export in a day. */
const slowest: Pace = { waitMs: 60_000, leastBytes: 64 * 1024 };

/** What is still read and thrown away of a body that is refused, so that its sender reads why. */
const drained = { bytes: 1024 ** 3, milliseconds: 30_000 };

/**
 * A body as it comes, a piece at a time, never held whole. Throws UploadProblem: `cut` where the connection ends before the
 * body does, `stalled` where the sender is slower than `pace`, `superseded` where `signal` says so.
 */
export async function* bodyChunks(
	body: ReadableStream<Uint8Array> | null,
	{ signal, pace = slowest }: { signal?: AbortSignal; pace?: Pace } = {}
): AsyncGenerator<Uint8Array> {
	if (body === null) return;
	const reader = body.getReader();
	let isOver = false;
	let [waited, came] = [0, 0];
	try {
		for (;;) {
			const begun = performance.now();
			const { done, value } = await next(reader, pace.waitMs, signal);
			if (done) {
				isOver = true;
				return;
			}
			waited += performance.now() - begun;
			came += value.length;
			if (waited > pace.waitMs) {
				if (came < pace.leastBytes) throw new UploadProblem('stalled');
				[waited, came] = [0, 0];
			}
			yield value;
		}
	} finally {
		if (!isOver) void drain(reader);
	}
}

/** Reads and throws away a body that nobody has begun to read, so that its sender reads why it is refused. */
export function passOver(body: ReadableStream<Uint8Array> | null): void {
	if (body !== null && !body.locked) void drain(body.getReader());
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function next(reader: Reader, waitMs: number, signal: AbortSignal | undefined) {
	let giveUp = (_: UploadProblem) => {};
	const given = new Promise<never>((_, reject) => (giveUp = reject));
	const timer = setTimeout(() => giveUp(new UploadProblem('stalled')), waitMs);
	const replaced = () => giveUp(new UploadProblem('superseded'));
	signal?.addEventListener('abort', replaced);
	try {
		if (signal?.aborted) throw new UploadProblem('superseded');
		return await Promise.race([reader.read(), given]);
	} catch (error) {
		throw error instanceof UploadProblem ? error : new UploadProblem('cut');
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', replaced);
	}
}

/** Cancelling a body at once would end the connection before the answer is through. */
async function drain(reader: Reader): Promise<void> {
	const timer = setTimeout(() => void reader.cancel().catch(() => {}), drained.milliseconds);
	timer.unref();
	try {
		for (let read = 0; read < drained.bytes;) {
			const { done, value } = await reader.read();
			if (done) return;
			read += value.length;
		}
		await reader.cancel();
	} catch {
		// The connection has ended; there is nothing to drain.
	} finally {
		clearTimeout(timer);
	}
}
