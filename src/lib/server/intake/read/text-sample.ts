const countedLength = 256 * 1024;
/** So much of a line counts: behind one that is longer than all others, others are wanted still. */
const countedOfLine = 16 * 1024;
const longestSample = 4 * 1024 * 1024;

/** The beginning of a text, as much as shows how its cells are parted. */
export type TextSample = { text: string; isWhole: boolean };

/** What counts of a piece, whose first line goes on from one of `begun` characters. */
function countLines(piece: string, begun: number): { counted: number; begun: number } {
	let counted = 0;
	for (const [place, line] of piece.split(/[\r\n]/).entries()) {
		if (place > 0) begun = 0;
		counted += Math.min(line.length + 1, Math.max(0, countedOfLine - begun));
		begun += line.length;
	}
	return { counted, begun };
}

/** Takes pieces until enough is known of their lines, however long one of them is. */
export function textSample(pieces: Iterable<string>): TextSample {
	let text = '';
	let [counted, begun] = [0, 0];
	for (const piece of pieces) {
		text += piece;
		const told = countLines(piece, begun);
		counted += told.counted;
		begun = told.begun;
		if (counted >= countedLength || text.length >= longestSample) return { text, isWhole: false };
	}
	return { text, isWhole: true };
}
