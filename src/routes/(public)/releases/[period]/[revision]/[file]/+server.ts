import { error } from '@sveltejs/kit';
import { attachment, fileName } from '#lib/domain/file-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { releasedFile } from '#lib/server/release/shelf.ts';
import { releaseFileParts, tableName } from '#lib/view/release-names.ts';
import { askedRelease } from '../../../../shown-release.server.ts';
import type { RequestHandler } from './$types.js';

/** A file of a release: one its manifest lists, or the manifest. Its bytes are checked before they go out. */
export const GET: RequestHandler = (event) => {
	const { file } = event.params;
	const { ref } = askedRelease(event);
	const bytes = releasedFile(ref, file);
	if (bytes === undefined) error(404, 'Not Found');
	const [, id = '', ending = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
	const title = file === 'manifest.json' ? m.more_manifest() : tableName(id);
	const plainName = `duban-${ref.period}-r${ref.revision}-${file}`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
			'content-length': String(bytes.length),
			'content-disposition': attachment(plainName, fileName([...releaseFileParts(ref), title], ending)),
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
