import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
	name: string | Buffer;
	content: Buffer;
	/** What the directory says the part inflates to, where that is a lie. */
	claimed?: number;
	isEncrypted?: boolean;
	isLink?: boolean;
	isStored?: boolean;
	crc?: number;
};

/** A ZIP archive of parts, true or not. */
export function zip(parts: ZipPart[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, claimed = content.length, isEncrypted, isLink, isStored, crc } of parts) {
		const label = typeof name === 'string' ? Buffer.from(name) : name;
		const packed = isStored ? content : deflateRawSync(content);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
		common.writeUInt16LE(isStored ? 0 : 8, 4);
		common.writeUInt32LE(crc ?? crc32(content), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(claimed, 18);
		common.writeUInt16LE(label.length, 22);
		const file = Buffer.concat([Buffer.from('504b0304', 'hex'), common, label, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(isLink ? 0o120777 * 0x10000 : 0, 6);
		tail.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, label]));
		files.push(file);
		offset += file.length;
	}
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('504b0506', 0, 'hex');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, entries, end]);
}
