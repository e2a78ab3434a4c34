import type { Language } from '#lib/domain/languages.ts';

/** The language of whoever typed the command: DUBAN_LANG, else the shell's; English unless it is Chinese. */
export function shellLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
	const wish = environment.DUBAN_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
	return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

type Message<Parameters> = (parameters: Parameters, options: { locale: Language }) => string;

/** A message of the catalogue in the shell's language. */
export const inShellLanguage = <Parameters>(message: Message<Parameters>, parameters: Parameters): string =>
	message(parameters, { locale: shellLanguage() });

/** Thrown for a command line that can't be carried out; the message says what to write instead. */
export class UsageError extends Error {}

/** A UsageError with a message of the catalogue. */
export const usage = <Parameters>(message: Message<Parameters>, parameters: Parameters): UsageError =>
	new UsageError(inShellLanguage(message, parameters));
