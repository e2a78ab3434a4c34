import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';

// The server chose the language and wrote it on the page; choosing again here could end in another one.
overwriteGetLocale(() => document.documentElement.lang as Locale);
