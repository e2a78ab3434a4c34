import { isDay } from '#lib/domain/periods.ts';

/** Thrown for a command line that can't be carried out; the message says what to write instead. */
export class UsageError extends Error {}

export type Arguments = { words: string[]; options: Map<string, string[]> };

/** Splits a command line into words and `--name value` options; those in `flags` take no value. */
export function parseArguments(line: string[], flags: string[] = []): Arguments {
	const words: string[] = [];
	const options = new Map<string, string[]>();
	for (let place = 0; place < line.length; place += 1) {
		const item = line[place] as string;
		if (!item.startsWith('--') || item === '--') {
			if (item !== '--') words.push(item);
			continue;
		}
		const [name, inline] = item.slice(2).split(/=(.*)/s) as [string, string | undefined];
		const value = flags.includes(name) ? '' : (inline ?? line[(place += 1)]);
		if (value === undefined) throw new UsageError(`--${name} needs a value`);
		options.set(name, [...(options.get(name) ?? []), value]);
	}
	return { words, options };
}

/** The last value of an option, or undefined; a value outside `allowed` is an error that lists them. */
export function option<Value extends string>(args: Arguments, name: string, allowed?: readonly Value[]): Value | undefined {
	const value = args.options.get(name)?.at(-1) as Value | undefined;
	if (value !== undefined && allowed && !allowed.includes(value)) {
		throw new UsageError(`--${name} is one of ${allowed.join(', ')}; it was: ${value}`);
	}
	return value;
}

/** Refuses options that the command does not know, rather than ignoring a misspelt filter. */
export function onlyOptions(args: Arguments, known: readonly string[]): void {
	for (const name of args.options.keys()) {
		if (!known.includes(name)) throw new UsageError(`unknown option --${name}; this command knows ${known.map((one) => `--${one}`).join(', ')}`);
	}
}

/** A day option, 'YYYY-MM-DD', or null. */
export function dayOption(args: Arguments, name: string): string | null {
	const value = option(args, name);
	if (value === undefined) return null;
	if (!isDay(value)) throw new UsageError(`--${name} is a day such as 2026-09-01; it was: ${value}`);
	return value;
}
