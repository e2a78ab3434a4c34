/**
 * Numbers and marks that name a person, as patterns that both RE2 (the database's) and JavaScript read, of half-width signs and
 * without groups that are counted. Whoever looks with them says what may stand before and after.
 */

/** A mobile number, as people write it. */
export const mobileNumber = '(?:[+]?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}';
const landlineNumber = '0[0-9]{2,3}[ -][0-9]{7,8}';
/** The same without a sign between its parts, as which a code may be written too: for where nobody would miss the code. */
export const unpartedLandline = '0[0-9]{9,11}';
/** An identity number of eighteen places. */
const identityNumber = '[1-9][0-9]{16}[0-9Xx]';
const carPlate =
	'[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][ ·•.-]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]';
const mailAddress = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+[.][A-Za-z.]{2,}';

/**
 * A number of an identity card with a day of birth before 2010 in it, for where any eighteen digits may stand: orders are numbered by days too,
 * and those are later.
 */
const datedIdentityNumber =
	'[1-8][0-9]{5}(?:19[0-9]{2}|200[0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]';

/** What no order is numbered by, unless all are. */
export const noOrderNumber = [mobileNumber, landlineNumber, datedIdentityNumber, carPlate, mailAddress].join('|');

/** All of them; a digit beside one makes it part of something longer. */
export const personalNumber = [mobileNumber, landlineNumber, identityNumber, carPlate, mailAddress].join('|');

/** Signs in which a number may be written full width, and the same half width. */
export const wideNumberSigns = { wide: '０１２３４５６７８９＋－Ｘｘ', narrow: '0123456789+-Xx' } as const;
