import type { Answers } from '#lib/domain/answers.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import { readAs } from '#lib/domain/kinds/kinds.ts';
import { OpenQuestion } from '../open-question.ts';
import type { FoundHeader } from './find-header.ts';

const sampleHeaders = 8;

/**
 * The header as the kind of export that people said it is of, else as it was recognised. Throws OpenQuestion where it fits
 * several kinds as well and nobody has said: a list of return visits read as orders would put empty orders in place of them.
 */
export function withKind(header: FoundHeader, answers: Answers): FoundHeader {
	const names = header.written ?? header.headers;
	const said = answers.kind;
	if (isKindName(said)) return said === header.kind ? header : { ...header, ...readAs(names, said) };
	if (header.rivals.length === 0) return header;
	throw new OpenQuestion({
		name: 'kind',
		details: {},
		choices: header.rivals.map((kind) => ({
			value: kind,
			samples: [...readAs(names, kind).match.values()].slice(0, sampleHeaders).map((place) => names[place]!)
		}))
	});
}
