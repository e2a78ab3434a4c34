import { expect, test } from 'vitest';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';

test('every character of the basic plane reads back (private use left out), and some beyond it', () => {
	let all = '';
	for (let unit = 0; unit < 0x10000; unit++) if (unit < 0xd800 || unit > 0xf8ff) all += String.fromCharCode(unit);
	const text = `${all}𬇕湾😀\u{10ffff}`;
	const read = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(encodeGb18030(text));
	const got = [...read];
	const differing = [...text].filter((character, place) => got[place] !== character).slice(0, 20);
	expect(differing).toEqual([]);
	expect(read.length).toBe(text.length);
}, 20_000);

test('known codes', () => {
	expect(Buffer.from(encodeGb18030('督办A，€')).toString('hex')).toBe('b6bdb0ec41a3aca2e3');
	expect(Buffer.from(encodeGb18030('𬇕ʼ')).toString('hex')).toBe('9931b2378130b633');
	expect(Buffer.from(encodeGb18030('😀')).toString('hex')).toBe('9439fc36');
});
