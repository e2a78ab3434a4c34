import type { Answers } from '#lib/domain/answers.ts';
import { isPersonName } from '#lib/domain/person-names.ts';
import { noOrderNumber } from '#lib/domain/personal-numbers.ts';
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

/**
 * Numbers that go on from a day, 150601 and five digits, look like mobile ones: from so many on, and where they are most of those, orders
 * are numbered so.
 */
const dated = literal('1[3-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{5}');
const fewDated = 4;
const shape = (text: string) => `regexp_replace(regexp_replace(${text}, '[0-9]', '0', 'g'), '[A-Za-z]', 'A', 'g')`;

/** What names a person by itself, or set off by blanks or Chinese signs. */
const ofPerson = literal(`(?:^|[^!-~])(?:${noOrderNumber})(?:$|[^!-~])`);
/** Most numbers begin with a letter, or are too short: they are not asked for more. */
const namesPerson = (text: string) =>
	`case when ${text} > '~' then (${isPersonName(text)} or regexp_matches(${text}, ${ofPerson}))
		when (${text} < 'A' and strlen(${text}) >= 11) or contains(${text}, '@') then regexp_matches(${text}, ${ofPerson}) else false end`;

/**
 * When somebody's telephone, identity card, car, address of mail or name was put where the number of an order belongs, as SQL over
 * `text`; undefined where none was. Only where most numbers of the export's own orders are written otherwise: a city may number its
 * orders as telephones are, or have done so until some day.
 */
export async function misplacedPersonSql(database: Database, text: string): Promise<string | undefined> {
	const values = `select ${text} as v, v_order_number as own from cleaned`;
	const [row] = await database.rows(
		`select count(own) as n_all, count(*) filter (${namesPerson('v')}) as n_persons from (${values})`
	);
	const [all, persons] = [Number(row?.n_all), Number(row?.n_persons)];
	if (persons === 0) return undefined;
	const [told] = await database.rows(
		`with persons as (select v from (${values}) where ${namesPerson('v')})
		select (select count(*) from persons where regexp_full_match(v, ${dated})) as n_dated,
			(select count(*) from (${values}) where ${shape('own')} in (select ${shape('v')} from persons)) as n_like`
	);
	const [days, like] = [Number(told?.n_dated), Number(told?.n_like)];
	const isNumbering = like * 2 > all || (days >= fewDated && days * 2 > persons);
	return isNumbering ? undefined : `(${namesPerson(text)})`;
}
