/** A name from outside may hold signs that turn the text round it: they are shown as what they are not. */
export const plain = (text: string) => text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
