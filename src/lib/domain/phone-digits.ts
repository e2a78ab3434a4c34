const wide = '０１２３４５６７８９＋－（）　：，；';
const narrow = '0123456789+-() :,;';

/**
 * The digits of a phone number as two systems would both write them, as SQL over a cell; null for what names nobody: a
 * masked number, an account, too few digits, or one digit over and over. Of several numbers in a cell the first.
 */
export function phoneDigitsSql(cell: string): string {
	const first = `regexp_extract(translate(${cell}, '${wide}', '${narrow}'), '^[^,;、/|转]*')`;
	const bare = `regexp_replace(regexp_replace(${first}, '^="(.*)"$', '\\1'), '[\\s''()\\-—]', '', 'g')`;
	const whole = `regexp_replace(${bare}, '\\.0+$', '')`;
	const own = `regexp_replace(${whole}, '^(\\+|00)?86(1[3-9]\\d{9})$', '\\2')`;
	const digits = `ltrim(regexp_replace(${own}, '^0(1[3-9]\\d{9})$', '\\1'), '+')`;
	const isNumber = `regexp_full_match(${whole}, '\\+?\\d+') and length(${digits}) between 7 and 15
		and replace(${digits}, left(${digits}, 1), '') <> ''`;
	// Nearly every cell is a plain mobile number: the rest is dear.
	return `case when regexp_full_match(${cell}, '1[3-9]\\d{9}') then ${cell} when ${isNumber} then ${digits} end`;
}
