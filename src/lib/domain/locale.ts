export type Locale = 'zh-CN' | 'en';

/** What stands where there is nothing to show. */
export const nothing = '–';
