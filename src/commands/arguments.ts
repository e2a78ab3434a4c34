import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDay } from '#lib/domain/periods.ts';
import { m } from '#lib/paraglide/messages.js';
import { usage } from './usage.ts';

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
		if (value === undefined) throw usage(m.cli_needs_value, { name });
		options.set(name, [...(options.get(name) ?? []), value]);
	}
	return { words, options };
}

/** The last value of an option, or undefined; a value outside `allowed` is an error that lists them. */
export function option<Value extends string>(
	args: Arguments,
	name: string,
	allowed?: readonly Value[]
): Value | undefined {
	const value = args.options.get(name)?.at(-1) as Value | undefined;
	if (value !== undefined && allowed && !allowed.includes(value)) {
		throw usage(m.cli_one_of, { name, allowed: allowed.join(', '), value });
	}
	return value;
}

/** Refuses options that the command does not know, rather than ignoring a misspelt filter. */
export function onlyOptions(args: Arguments, known: readonly string[]): void {
	for (const name of args.options.keys()) {
		if (!known.includes(name)) {
			throw usage(m.cli_unknown_option, { name, known: known.map((one) => `--${one}`).join(', ') });
		}
	}
}

/** A file as it was typed: npm runs scripts in the project's folder, and says in INIT_CWD where the person stands. */
export function typedFile(file: string): string {
	if (existsSync(file) || process.env.INIT_CWD === undefined) return file;
	return resolve(process.env.INIT_CWD, file);
}

/** A day option, 'YYYY-MM-DD', or null. */
export function dayOption(args: Arguments, name: string): string | null {
	const value = option(args, name);
	if (value === undefined) return null;
	if (!isDay(value)) throw usage(m.cli_not_a_day, { name, value });
	return value;
}

/** The values of an option that counts something, or undefined where it is not given; at least 1. */
export function wholeOptions(args: Arguments, name: string): number[] | undefined {
	return args.options.get(name)?.map((value) => {
		if (!/^[1-9]\d{0,8}$/.test(value)) throw usage(m.bench_not_a_count, { name, value });
		return Number(value);
	});
}

/** The last value of an option that counts something. */
export const wholeOption = (args: Arguments, name: string): number | undefined => wholeOptions(args, name)?.at(-1);
