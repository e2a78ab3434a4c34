import { wrapText } from './text.ts';

/** What stands round a picture that leaves its page. */
export type StandaloneWords = {
	title: string;
	subtitle: string;
	/** Source, data cut, period: under the picture, a line each. */
	notes: string[];
};

/** The light theme's values of styles/tokens.css, which a file can't name; a test holds the two together. */
export const lightColours: Record<string, string> = {
	paper: '#fdfcf8',
	'paper-2': '#f5f2ea',
	'paper-3': '#ebe7db',
	ink: '#1c1d1f',
	'ink-2': '#55575a',
	rule: '#d8d3c5',
	'rule-2': '#8b877b',
	'data-1': '#1f6fae',
	'data-2': '#c96a00',
	'data-3': '#0b7f68',
	'data-4': '#9a4f93',
	'data-5': '#4c93b8',
	'data-6': '#857200',
	'data-7': '#757a7e',
	outside: '#b4231f',
	'ramp-0': '#f1efe8',
	'ramp-1': '#d7e3ec',
	'ramp-2': '#b3cee2',
	'ramp-3': '#85b1d3',
	'ramp-4': '#5592c1',
	'ramp-5': '#2b70a8',
	'ramp-6': '#0f4677'
};

const background = '#ffffff';
const fonts = `'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif`;
const padding = 24;

type TextStyle = { size: number; line: number; weight: number; colour: string; most: number };
const styles = {
	title: { size: 18, line: 26, weight: 600, colour: lightColours.ink!, most: 3 },
	subtitle: { size: 14, line: 21, weight: 400, colour: lightColours['ink-2']!, most: 4 },
	note: { size: 12, line: 18, weight: 400, colour: lightColours['ink-2']!, most: 3 }
} satisfies Record<string, TextStyle>;

/** A drawn chart and its words as one file that needs no style sheet, script or page. */
export function standaloneSvg(drawn: string, { title, subtitle, notes }: StandaloneWords): string {
	const size = /^<svg [^>]*?width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(drawn);
	if (!size) throw new Error(`not a drawn chart: ${drawn.slice(0, 80)}`);
	const [width, height] = [Number(size[1]), Number(size[2])];
	const head = stacked(
		[
			{ text: title, style: styles.title },
			{ text: subtitle, style: styles.subtitle }
		],
		padding,
		width
	);
	const foot = stacked(
		notes.map((text) => ({ text, style: styles.note })),
		head.bottom + 12 + height + 12,
		width
	);
	const [fullWidth, fullHeight] = [width + 2 * padding, foot.bottom + padding];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${fullWidth}" height="${fullHeight}" viewBox="0 0 ${fullWidth} ${fullHeight}" role="img" font-family="${fonts}" color="${lightColours.ink}">`,
		`<title>${escaped(title)}</title>`,
		`<desc>${escaped([subtitle, ...notes].join(' '))}</desc>`,
		`<rect width="${fullWidth}" height="${fullHeight}" fill="${background}"/>`,
		head.markup,
		placed(drawn, head.bottom + 12),
		foot.markup,
		'</svg>\n'
	].join('\n');
}

/** The picture below the head, its colours fixed, its entities those of XML, its font the file's. */
const placed = (drawn: string, y: number) =>
	drawn
		.replace(/^<svg [^>]*>/, (tag) =>
			tag
				.replace('<svg ', `<svg x="${padding}" y="${y}" overflow="visible" xml:space="preserve" `)
				.replace(/ font-family="[^"]*"/, '')
		)
		.replaceAll('&nbsp;', '&#160;')
		.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
			if (name === 'paper' || name === 'plot-background') return background;
			const colour = lightColours[name];
			if (colour === undefined) throw new Error(`a colour without a fixed value: ${name}`);
			return colour;
		});

/** Texts under each other from `top` on, wrapped to the width of the picture. */
function stacked(texts: { text: string; style: TextStyle }[], top: number, width: number) {
	let bottom = top;
	const markup: string[] = [];
	for (const { text, style } of texts) {
		for (const line of wrapText(text, width, style.size, style.most)) {
			bottom += style.line;
			const baseline = bottom - Math.round((style.line - style.size) / 2) - 2;
			markup.push(
				`<text x="${padding}" y="${baseline}" font-size="${style.size}" font-weight="${style.weight}" fill="${style.colour}">${escaped(line)}</text>`
			);
		}
	}
	return { markup: markup.join('\n'), bottom };
}

const escaped = (text: string) =>
	text
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
