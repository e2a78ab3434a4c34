/** A profile among others: its name, and the signatures of the files it is for. */
export type ProfileFor = { name: string; signatures: readonly string[] };

/** How a profile stands to others that are for files of the same headers. */
export type Overlap = {
	/** Those that hold in its place, for some of its files or for all of them. */
	yieldsTo: string[];
	yieldsAll: boolean;
	/** Those in whose place it holds. */
	holdsOver: string[];
};

/** How each of the profiles stands to the others, in the same order; of several for one signature the last holds. */
export function overlapsOf(profiles: readonly ProfileFor[]): Overlap[] {
	const holders = new Map(profiles.flatMap(({ name, signatures }) => signatures.map((one) => [one, name] as const)));
	return profiles.map(({ name, signatures }) => {
		const held = signatures.map((signature) => holders.get(signature)!).filter((holder) => holder !== name);
		const over = profiles.filter(
			(other) =>
				other.name !== name && other.signatures.some((one) => holders.get(one) === name && signatures.includes(one))
		);
		return {
			yieldsTo: [...new Set(held)],
			yieldsAll: signatures.length > 0 && held.length === signatures.length,
			holdsOver: over.map((other) => other.name)
		};
	});
}
