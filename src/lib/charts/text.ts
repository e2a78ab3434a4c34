/** Text is measured before there is a browser: a Chinese character is as wide as it is high, a Latin one about half. */
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
const slim = /[\s.,:;'|!il()[\]·]/;

export function textWidth(text: string, size: number): number {
	let ems = 0;
	for (const character of text) {
		if (wide.test(character)) ems += 1;
		else if (slim.test(character)) ems += 0.3;
		else ems += /[A-Z%MW@–—]/.test(character) ? 0.7 : 0.545;
	}
	return Math.ceil(ems * size);
}

export const widest = (texts: string[], size: number) => Math.max(0, ...texts.map((text) => textWidth(text, size)));

/** What stays on one line: a Chinese character or a Latin word, with the marks that close it. */
const piece =
	/[\u2e80-\u9fff\uff00-\uff60][、。，；：！？）》」』”’]*|[^\s\u2e80-\u9fff\uff00-\uff60]+[、。，；：！？）》」』”’]*\s*|\s+/g;

/** Lines no wider than `width`; Latin breaks at spaces, Chinese anywhere. More than `most` lines end in an ellipsis. */
export function wrapText(text: string, width: number, size: number, most = 2): string[] {
	const pieces = text.match(piece) ?? [text];
	const lines: string[] = [];
	let line = '';
	for (const next of pieces) {
		if (line !== '' && textWidth((line + next).trimEnd(), size) > width) {
			lines.push(line.trimEnd());
			line = next.trimStart();
		} else line += next;
	}
	if (line.trim() !== '') lines.push(line.trimEnd());
	if (lines.length <= most) return lines.map((each) => cutText(each, width, size));
	const rest = lines.slice(most - 1).join(wide.test(text) ? '' : ' ');
	return [...lines.slice(0, most - 1), cutText(rest, width, size)];
}

export function cutText(text: string, width: number, size: number): string {
	if (textWidth(text, size) <= width) return text;
	let kept = [...text];
	while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1);
	return `${kept.join('').trimEnd()}…`;
}

/**
 * Moves positions apart until they stand at least `gap` from each other within 'from' and 'to', order kept. Those
 * that meet share the move, so that none ends up far from its place.
 */
export function spread(positions: number[], gap: number, from: number, to: number): number[] {
	type Cluster = { members: number[]; start: number };
	const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]!);
	const settle = (members: number[]): Cluster => {
		const wanted = members.reduce((sum, index, i) => sum + positions[index]! - i * gap, 0) / members.length;
		return { members, start: Math.max(from, Math.min(wanted, to - (members.length - 1) * gap)) };
	};
	const clusters: Cluster[] = [];
	for (const index of order) {
		let cluster = settle([index]);
		for (
			let last = clusters.at(-1);
			last && last.start + last.members.length * gap > cluster.start;
			last = clusters.at(-1)
		) {
			clusters.pop();
			cluster = settle([...last.members, ...cluster.members]);
		}
		clusters.push(cluster);
	}
	const moved = [...positions];
	for (const { members, start } of clusters) members.forEach((index, i) => (moved[index] = start + i * gap));
	return moved;
}
