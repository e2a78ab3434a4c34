/**
 * Tests that do the same thing at many places do it at a few in `npm test`, which has a quarter of an hour on two cores for
 * everything; `DUBAN_TEST_WHOLE=1 npm test` does it as often as the issues ask.
 */
const isWhole = process.env.DUBAN_TEST_WHOLE === '1';

/** How often: in a whole run, and in one that is short of time. */
export const howOften = (whole: number, short: number): number => (isWhole ? whole : short);
