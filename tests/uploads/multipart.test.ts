import { expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { boundaryOf, formParts } from '#lib/server/uploads/multipart.ts';

const boundary = '----WebKitFormBoundaryAbC123';
const file = (name: string, content: string) =>
	`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;

async function* inPieces(text: string, lengths: () => number) {
	const bytes = Buffer.from(text);
	for (let place = 0; place < bytes.length;) {
		const length = Math.max(1, lengths());
		yield bytes.subarray(place, place + length);
		place += length;
	}
}

async function read(text: string, lengths = () => text.length) {
	const parts: { name: string; fileName: string | null; content: string }[] = [];
	for await (const { name, fileName, content } of formParts(inPieces(text, lengths), boundary)) {
		const pieces: Uint8Array[] = [];
		for await (const piece of content) pieces.push(piece);
		parts.push({ name, fileName, content: Buffer.concat(pieces).toString() });
	}
	return parts;
}

test('the fields of a form come in turn, whatever pieces the line makes of it', async () => {
	const almost = `工单编号\r\n--${boundary.slice(0, -1)}\r\n\r\n-- \r\n`;
	const field = `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n`;
	const text = file('九月.csv', almost) + field + file('', '') + file('a%22b.csv', 'a,b\r\n') + end;
	const expected = [
		{ name: 'file', fileName: '九月.csv', content: almost },
		{ name: 'note', fileName: null, content: 'x' },
		{ name: 'file', fileName: '', content: '' },
		{ name: 'file', fileName: 'a"b.csv', content: 'a,b\r\n' }
	];
	expect(await read(text)).toEqual(expected);
	expect(await read(text, () => 1)).toEqual(expected);
	const random = randomFrom(20261122);
	for (let round = 0; round < 50; round++) {
		expect(await read(text, () => Math.floor(random() * 60))).toEqual(expected);
	}
});

test('a form cut anywhere before its last boundary is cut', async () => {
	const text = file('a.csv', 'a,b\r\n1,2') + end;
	const whole = text.lastIndexOf('--\r\n') + 2;
	for (let length = 0; length < whole; length++) {
		await expect(read(text.slice(0, length)), `${length} bytes`).rejects.toMatchObject({ fault: 'cut' });
	}
	expect(await read(text.slice(0, whole))).toHaveLength(1);
});

test('what stands between boundaries and is no field is refused, as is a head without end', async () => {
	await expect(read(`--${boundary}\r\nX: y\r\n\r\nz\r\n${end}`)).rejects.toMatchObject({ fault: 'not_a_form' });
	const long = `--${boundary}\r\nContent-Disposition: form-data; name="${'x'.repeat(20_000)}"\r\n\r\n${end}`;
	await expect(read(long)).rejects.toMatchObject({ fault: 'not_a_form' });
});

test('content nobody reads is passed over', async () => {
	const names: (string | null)[] = [];
	for await (const { fileName } of formParts(
		inPieces(file('a', 'x') + file('b', 'y') + end, () => 3),
		boundary
	))
		names.push(fileName);
	expect(names).toEqual(['a', 'b']);
});

test('the boundary is the one the type names', () => {
	expect(boundaryOf(`multipart/form-data; boundary=${boundary}`)).toBe(boundary);
	expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe('a b');
	expect(boundaryOf('multipart/form-data')).toBeNull();
	expect(boundaryOf(`application/x-www-form-urlencoded; boundary=${boundary}`)).toBeNull();
	expect(boundaryOf(null)).toBeNull();
});
