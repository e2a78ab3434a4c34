import { attachment, fileName } from '#lib/domain/file-name.ts';
import { takenBytes, takenTypes, type TakenEnding, type TakenTable } from '#lib/view/taken-table.ts';
import { cityTime } from './city-time.ts';
import { cityZone } from './data-folder.ts';

/** A table as a file to keep, in any of the three forms from the same rows. */
export async function tableAnswer(taken: TakenTable, ending: TakenEnding): Promise<Response> {
	return new Response(await takenBytes(taken, ending), {
		headers: {
			'content-type': takenTypes[ending],
			'content-disposition': attachment(`${taken.plainName}.${ending}`, fileName(taken.nameParts, ending))
		}
	});
}

/** This moment on the city's clocks, for a list that is as of now. */
export const momentOfList = () => ({ asOf: cityTime(new Date().toISOString()), zone: cityZone() });
