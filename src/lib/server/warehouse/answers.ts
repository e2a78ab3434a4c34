type Row = Record<string, unknown>;
type Statement = { sql: string; parameters: readonly unknown[] };
type Kept = { rows: Row[]; characters: number };

/**
 * The answers of one warehouse version, which never changes: the same statement with the same values has one answer.
 * A statement that is asked again while it runs is not run twice; once answered it is remembered as long as there is
 * room, the least recently used going first. Room is counted in characters of statements and answers. Rows of orders
 * are never remembered: what stays in memory are figures.
 */
export class Answers {
	readonly #room: number;
	readonly #underWay = new Map<string, Promise<Row[]>>();
	readonly #kept = new Map<string, Kept>();
	#characters = 0;

	/** With no room nothing is remembered, and still nothing runs twice at once. */
	constructor(room: number) {
		this.#room = room;
	}

	/** The rows of a statement, from `ask` where they are not known; the caller may do with them as it likes. */
	async once({ sql, parameters }: Statement, ask: () => Promise<Row[]>): Promise<Row[]> {
		const key = JSON.stringify([sql, parameters]);
		const kept = this.#kept.get(key);
		if (kept) {
			this.#kept.delete(key);
			this.#kept.set(key, kept);
			return copied(kept.rows);
		}
		const underWay = this.#underWay.get(key);
		if (underWay) return copied(await underWay);
		const asking = ask().finally(() => this.#underWay.delete(key));
		this.#underWay.set(key, asking);
		const rows = await asking;
		if (!rows.some(namesAnOrder)) this.#keep(key, rows);
		return copied(rows);
	}

	#keep(key: string, rows: Row[]): void {
		const characters = key.length + JSON.stringify(rows).length;
		// One answer does not drive out all others.
		if (characters > this.#room / 8) return;
		this.#kept.set(key, { rows, characters });
		this.#characters += characters;
		for (const [oldest, { characters: freed }] of this.#kept) {
			if (this.#characters <= this.#room) break;
			this.#kept.delete(oldest);
			this.#characters -= freed;
		}
	}
}

/** Every question that answers in orders names them by their number. */
const namesAnOrder = (row: Row) => 'orderNumber' in row || 'order_number' in row;

const copied = (rows: Row[]): Row[] => rows.map((row) => ({ ...row }));
