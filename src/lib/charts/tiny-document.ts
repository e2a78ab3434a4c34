/**
 * As much of a DOM document as Observable Plot needs to draw: elements with attributes and children, and their
 * markup. It draws several times faster than a full DOM and adds no dependency; a test compares it with jsdom.
 */
const svgNamespace = 'http://www.w3.org/2000/svg';

const escapeText = (text: string) =>
	text
		.replace(/&/g, '&amp;')
		.replace(/\u00a0/g, '&nbsp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;');
const escapeAttribute = (text: string) => escapeText(text).replace(/"/g, '&quot;');

class TinyText {
	parentNode: TinyElement | null = null;
	textContent: string;
	constructor(text: string) {
		this.textContent = text;
	}
	get outerHTML(): string {
		return escapeText(this.textContent);
	}
}

class TinyElement {
	readonly ownerDocument = tinyDocument;
	readonly namespaceURI: string;
	readonly tagName: string;
	parentNode: TinyElement | null = null;
	readonly childNodes: (TinyElement | TinyText)[] = [];
	readonly attributes = new Map<string, string>();
	constructor(namespaceURI: string, tagName: string) {
		this.namespaceURI = namespaceURI;
		this.tagName = tagName;
	}
	get children(): TinyElement[] {
		return this.childNodes.filter((node) => node instanceof TinyElement);
	}
	get firstChild(): TinyElement | TinyText | null {
		return this.childNodes[0] ?? null;
	}
	get textContent(): string {
		return this.childNodes.map((node) => node.textContent).join('');
	}
	set textContent(text: string) {
		this.childNodes.length = 0;
		if (text !== '') this.appendChild(new TinyText(text));
	}
	setAttribute(name: string, value: unknown) {
		this.attributes.set(name, String(value));
	}
	setAttributeNS(_namespace: string, name: string, value: unknown) {
		this.setAttribute(name, value);
	}
	getAttribute(name: string) {
		return this.attributes.get(name) ?? null;
	}
	hasAttribute(name: string) {
		return this.attributes.has(name);
	}
	removeAttribute(name: string) {
		this.attributes.delete(name);
	}
	appendChild<Node extends TinyElement | TinyText>(node: Node): Node {
		return this.insertBefore(node, null);
	}
	insertBefore<Node extends TinyElement | TinyText>(node: Node, before: TinyElement | TinyText | null): Node {
		node.parentNode?.removeChild(node);
		node.parentNode = this;
		const place = before ? this.childNodes.indexOf(before) : -1;
		this.childNodes.splice(place < 0 ? this.childNodes.length : place, 0, node);
		return node;
	}
	removeChild<Node extends TinyElement | TinyText>(node: Node): Node {
		this.childNodes.splice(this.childNodes.indexOf(node), 1);
		node.parentNode = null;
		return node;
	}
	get outerHTML(): string {
		const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
		return `<${this.tagName}${attributes}>${this.childNodes.map((node) => node.outerHTML).join('')}</${this.tagName}>`;
	}
}

const tinyDocument = {
	createElementNS: (namespace: string, name: string) => new TinyElement(namespace, name),
	createTextNode: (text: string) => new TinyText(text),
	get documentElement(): TinyElement {
		return new TinyElement(svgNamespace, 'svg');
	}
};

export const asDocument = tinyDocument as unknown as Document;
