import { createGzip, deflateRawSync, gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { zip } from '../intake/zip-file.ts';

/** A file made to crash or exhaust whoever reads it; its bytes are made as they are sent. */
export type HostileFile = { name: string; body: () => Uint8Array | Readable };

const megabyte = 1024 ** 2;
const header = '工单编号,登记时间,承办单位';

/** So many bytes of one letter, after a beginning. */
function* letters(beginning: string, bytes: number): Generator<Buffer> {
	yield Buffer.from(beginning);
	const piece = Buffer.alloc(megabyte, 'a');
	for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

const sheet = (content: string) => `<?xml version="1.0"?><worksheet><sheetData>${content}</sheetData></worksheet>`;
const workbook = (parts: Record<string, Buffer>): Buffer =>
	zip([
		{ name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
		{
			name: '_rels/.rels',
			content: Buffer.from(
				'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
			)
		},
		{
			name: 'xl/workbook.xml',
			content: Buffer.from(
				'<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
			)
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: Buffer.from(
				'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
			)
		},
		...Object.entries(parts).map(([name, content]) => ({ name: `xl/${name}`, content }))
	]);

/** A ZIP of so many empty parts. */
const entries = (count: number) =>
	zip(Array.from({ length: count }, (_, part) => ({ name: `${part}.csv`, content: Buffer.alloc(0), isStored: true })));

/** An archive in an archive in an archive. */
function nested(depth: number): Buffer {
	let inner: Buffer = Buffer.from(`${header}\n1,2026-09-01 08:00:00,a\n`);
	for (let level = 0; level < depth; level += 1) inner = zip([{ name: `${level}.zip`, content: inner }]);
	return inner;
}

/** The files of the catalogue's probes P17 and P18; `full` is their size there, else what a test run can bear. */
export function hostileFiles({ isFull }: { isFull: boolean }): HostileFile[] {
	const size = (full: number, short: number) => (isFull ? full : short);
	const many = size(1_000_000, 60_000);
	return [
		{ name: 'one-line.csv', body: () => Readable.from(letters(`${header}\n1,`, size(1024, 40) * megabyte)) },
		{ name: 'one-header.csv', body: () => Readable.from(letters('工单编号,', size(1024, 40) * megabyte)) },
		{
			name: 'million-columns.csv',
			body: () => Buffer.from(`${header}${',x'.repeat(1_000_000)}\n1${',1'.repeat(1_000_002)}\n`)
		},
		{
			name: 'bomb.csv.gz',
			body: () => Readable.from(letters(`${header}\n`, size(4096, 100) * megabyte)).pipe(createGzip({ level: 9 }))
		},
		{
			name: 'bomb.xlsx',
			body: () => workbook({ 'worksheets/sheet1.xml': Buffer.alloc(size(700, 60) * megabyte, ' ') })
		},
		{
			name: 'one-text.xlsx',
			body: () =>
				workbook({
					'worksheets/sheet1.xml': Buffer.from(
						sheet(`<row><c t="inlineStr"><is><t>${'a'.repeat(50 * megabyte)}</t></is></c></row>`)
					)
				})
		},
		{
			name: 'shared-strings.xlsx',
			body: () =>
				workbook({
					'worksheets/sheet1.xml': Buffer.from(sheet('<row><c t="s"><v>1</v></c></row>')),
					'sharedStrings.xml': Buffer.from(
						`<sst>${Array.from({ length: 1_000_000 }, (_, text) => `<si><t>${text}</t></si>`).join('')}</sst>`
					)
				})
		},
		{ name: 'million-entries.zip', body: () => entries(Math.min(many, 60_000)) },
		{
			name: 'lying.zip',
			body: () => zip([{ name: 'a.csv', content: Buffer.alloc(30 * megabyte, 'a'), claimed: 100 }])
		},
		{ name: 'nested.zip', body: () => nested(6) },
		{ name: 'deep.json', body: () => Buffer.alloc(size(200, 20) * megabyte, '[') },
		{ name: 'cells.html', body: () => Buffer.from(`<table><tr>${'<td>x'.repeat(1_000_000)}</tr></table>`) },
		{
			name: '../../up\u202e\u0000/con.zip',
			body: () => zip([{ name: '../../../etc/cron.d/x', content: Buffer.from(`${header}\n`) }])
		},
		{
			name: 'noise.xls',
			body: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(megabyte, 255)])
		},
		{
			name: 'twice.gz',
			body: () => gzipSync(gzipSync(deflateRawSync(Buffer.alloc(20 * megabyte))))
		}
	];
}
