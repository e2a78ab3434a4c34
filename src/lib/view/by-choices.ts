import { dimensions, type Dimension } from '#lib/domain/scope.ts';
import { dimensionName } from './names.ts';

export type LinkChoice = { label: string; href: string; current: boolean };

/** The same page counted by another dimension (and, where given, another stage or measure), as links. */
export function byChoices(
	url: URL,
	chosen: { by: Dimension; stage?: string; stages?: { value: string; label: string }[] }
): { by: LinkChoice[]; stage: LinkChoice[] } {
	const link = (name: string, value: string) => {
		const query = new URLSearchParams(url.searchParams);
		query.set(name, value);
		query.delete('sort');
		return `${url.pathname}?${query}`;
	};
	return {
		by: dimensions.map((value) => ({
			label: dimensionName(value),
			href: link('by', value),
			current: value === chosen.by
		})),
		stage: (chosen.stages ?? []).map(({ value, label }) => ({
			label,
			href: link('stage', value),
			current: value === chosen.stage
		}))
	};
}
