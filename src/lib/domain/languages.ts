export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in the two languages every reader can choose from. */
export type Both = Record<Language, string>;
