/**
 * Truths put into the city on purpose, so that a page or a test can be asked whether it finds them.
 * Keyed by the unit's name; `truth` replaces what other units have.
 */
export const planted = {
	/** Truly slow: not bad luck, and enough orders to tell. */
	安澜市自然资源局: { truth: { late: 0.42, lateDays: 9 } },
	/** Few orders, all on time: by luck first in a naive ranking. It takes exactly `orders` orders in a whole city. */
	安澜市档案馆: { truth: { late: 0 }, orders: 15 },
	/** Closes in time what it has not solved. */
	安澜市市场监督管理局: { truth: { late: 0.008, resolved: 0.38 } },
	/** Reorganised: one unit, two names. */
	安澜市城市管理局: {
		truth: { name: '安澜市城市管理和综合执法局', before: { name: '安澜市城市管理局', until: '2025-08-31' } }
	}
};

export const plantedNames = {
	slow: '安澜市自然资源局',
	tiny: '安澜市档案馆',
	unsolved: '安澜市市场监督管理局',
	renamed: { before: '安澜市城市管理局', after: '安澜市城市管理和综合执法局', from: '2025-09-01' }
} as const;
