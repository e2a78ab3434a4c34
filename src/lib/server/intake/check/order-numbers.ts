import type { Answers } from '#lib/domain/answers.ts';
import { OpenQuestion } from '../open-question.ts';
import { type Database, literal } from './database.ts';

const wideLetters =
	'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ＿＃';
const narrowLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_#';

/** An order number without what may be a matter of writing: case, blanks, width. */
const keySql = (text: string) =>
	`upper(regexp_replace(translate(${text}, '${wideLetters}', '${narrowLetters}'), '[\\s\u00a0\u3000]', '', 'g'))`;

/**
 * The order number as it is read, as SQL over `text`: where some differ only in how they are written, by what people said.
 * Throws OpenQuestion where nobody has: one order would count twice, or two as one.
 */
export async function orderNumberSql(database: Database, text: string, answers: Answers): Promise<string> {
	const said = answers['order-number'];
	if (said === 'different') return text;
	// Capitals and digits alone cannot differ in writing: the dear comparison is for the others only.
	const [loose] = await database.rows(
		`select count(*) filter (regexp_matches(v, '[a-z\\s\u00a0\u3000\uff01-\uff5e]')) as n_loose from (select ${text} as v from tidy)`
	);
	if (Number(loose?.n_loose) === 0) return text;
	const [twins] = await database.rows(
		`select min(v) as one, max(v) as other from (select ${text} as v from tidy) where v is not null
		group by ${keySql('v')} having count(distinct v) > 1 order by 1 limit 1`
	);
	if (!twins) return text;
	if (said === 'same') return keySql(text);
	const samples = [String(twins.one), String(twins.other)];
	throw new OpenQuestion({
		name: 'order-number',
		details: { value: samples },
		choices: [
			{ value: 'same', samples: [samples[0]!] },
			{ value: 'different', samples }
		]
	});
}

/** From so many digits on a spreadsheet, which keeps fifteen, has written zeros for the rest. */
const rounded = '\\d{15}0{2,}';
const leastShare = 0.05;

/**
 * When an order number was rounded by a spreadsheet, as SQL: by an exponent, or by zeros after the fifteenth digit where so
 * many end in them that it is no chance.
 */
export async function roundedSql(database: Database, text: string): Promise<string> {
	const exponent = `regexp_full_match(${text}, '\\d(\\.\\d+)?[eE]\\+?\\d+')`;
	const [row] = await database.rows(
		`select count(*) filter (regexp_full_match(v, '\\d{17,}')) as n_long,
			count(*) filter (regexp_full_match(v, ${literal(rounded)})) as n_rounded
		from (select ${text} as v from cleaned) where strlen(v) >= 17`
	);
	const [long, zeros] = [Number(row?.n_long), Number(row?.n_rounded)];
	const isEstablished = zeros > 0 && zeros >= long * leastShare && (zeros > 1 || long === 1);
	return isEstablished ? `(${exponent} or regexp_full_match(${text}, ${literal(rounded)}))` : exponent;
}
