/**
 * Truths put into the city on purpose, so that a page or a test can be asked whether it finds them.
 * Keyed by the unit's name; `truth` replaces what other units have.
 */
export const planted = {
	/** Truly slow: not bad luck, and enough orders to tell. */
	安澜市自然资源局: { truth: { late: 0.42, lateDays: 9 } },
	/** Few orders, all on time: by luck first in a naive ranking. It takes exactly `orders` orders in a whole city. */
	安澜市档案馆: { truth: { late: 0 }, orders: 15 },
	/** Closes in time what it has not solved; its callers come again. */
	安澜市市场监督管理局: { truth: { late: 0.008, resolved: 0.38, returning: 0.2 } },
	/** Gains by excluding: half of its late orders leave the assessment, hardly any other does. */
	安澜市教育局: { truth: { late: 0.12, exclusions: { late: 0.6, other: 0.01, granted: 0.95 } } },
	/** Satisfied by default: who could not be reached is written down as 满意. */
	安澜市卫生健康委员会: { truth: { visits: { unreachedAs: '满意' } } },
	/** Drawn kindly: visits of its quick orders with happy citizens stay in the books, most others do not. */
	安澜市人力资源和社会保障局: { truth: { visits: { keptQuick: 0.95, keptOther: 0.25 } } },
	/** Reorganised: one unit, two names. */
	安澜市城市管理局: {
		truth: { name: '安澜市城市管理和综合执法局', before: { name: '安澜市城市管理局', until: '2025-08-31' } }
	}
};

export const plantedNames = {
	slow: '安澜市自然资源局',
	tiny: '安澜市档案馆',
	unsolved: '安澜市市场监督管理局',
	excluding: '安澜市教育局',
	satisfiedByDefault: '安澜市卫生健康委员会',
	drawnKindly: '安澜市人力资源和社会保障局',
	renamed: { before: '安澜市城市管理局', after: '安澜市城市管理和综合执法局', from: '2025-09-01' }
} as const;
