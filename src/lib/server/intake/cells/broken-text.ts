/** Whether some character was lost before the text was written: U+FFFD, or what becomes of it in GBK. */
export const isBroken = (text: string) => text.includes('\ufffd') || text.includes('锟斤拷');

const brokenBytes = ['\ufffd', '锟斤拷'].map((text) => Buffer.from(text));

/** The same of bytes of UTF-8. */
export function isBrokenUtf8(bytes: Uint8Array): boolean {
	const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return brokenBytes.some((broken) => held.includes(broken));
}
