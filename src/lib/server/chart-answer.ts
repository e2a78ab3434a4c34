import { attachment, fileName } from '#lib/domain/file-name.ts';
import type { ChartFile } from '#lib/view/chart-file.ts';
import { chartPng } from './chart-png.ts';

const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' };

/** A chart as a file to keep, in either form from the same drawing. */
export async function chartAnswer(file: ChartFile, ending: 'svg' | 'png'): Promise<Response> {
	return new Response(ending === 'svg' ? file.svg : await chartPng(file.svg), {
		headers: {
			'content-type': types[ending],
			'content-disposition': attachment(`${file.plainName}.${ending}`, fileName(file.nameParts, ending))
		}
	});
}
