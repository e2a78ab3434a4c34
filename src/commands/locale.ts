import type { Language } from '#lib/domain/languages.ts';

/** The language of whoever typed the command: DUBAN_LANG, else the shell's; English unless it is Chinese. */
export function shellLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
	const wish = environment.DUBAN_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
	return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
