/** So many at work at once, so many more in line; whoever comes then is turned away with `QueueFull`. */
export function queueFor(atWork: number, inLine: number) {
	const waiting: (() => void)[] = [];
	let working = 0;

	return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (working < atWork) working += 1;
		else if (waiting.length >= inLine) throw new QueueFull();
		// Whoever finishes hands the place over, so working stays as it is.
		else await new Promise<void>((start) => waiting.push(start));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else working -= 1;
		}
	};
}

export class QueueFull extends Error {
	override message = 'too many passwords are being checked at once';
}
