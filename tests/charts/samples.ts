import type { ChartSpec } from '#lib/charts/chart.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** One small chart of every shape, with the awkward cases: gaps, unfinished periods, long names, too few, zeros. */
export function specs(locale: Locale): Record<string, ChartSpec> {
	const zh = locale === 'zh-CN';
	const say = (chinese: string, english: string) => (zh ? chinese : english);
	const months = Array.from(
		{ length: 14 },
		(_, i) => `${2025 + Math.floor((i + 7) / 12)}-${String(((i + 7) % 12) + 1).padStart(2, '0')}`
	);
	const wave = (i: number, by: number) => (Math.imul(i * 7919 + by * 104729 + 13, 2654435761) >>> 0) / 2 ** 32;

	return {
		'line-one': {
			shape: 'line-over-time',
			rows: months
				.filter((_, i) => i !== 5)
				.map((period, i) => {
					const denominator = 900 + Math.round(wave(i, 1) * 800);
					const value = 0.83 + 0.09 * wave(i, 2);
					const half = 1.96 * Math.sqrt((value * (1 - value)) / denominator);
					return {
						period,
						value,
						low: value - half,
						high: value + half,
						numerator: Math.round(value * denominator),
						denominator,
						incomplete: period === '2026-09'
					};
				}),
			options: { locale, kind: 'rate', target: { value: 0.95, label: say('目标 95%', 'Target 95%') } }
		},
		'line-four': {
			shape: 'line-over-time',
			rows: [
				say('电话', 'Phone'),
				say('微信与小程序', 'WeChat and mini app'),
				say('网站与信箱', 'Website and mailbox'),
				say('其他渠道', 'Other channels')
			].flatMap((series, s) =>
				months.map((period, i) => ({
					period,
					series,
					value: s === 3 && (i < 3 || i === 8) ? null : Math.round((4 - s) * 9000 * (0.8 + 0.3 * wave(i, s))),
					incomplete: i === 13
				}))
			),
			options: { locale, kind: 'count' }
		},
		'line-days': {
			shape: 'line-over-time',
			rows: Array.from({ length: 30 }, (_, i) => ({
				period: `2026-09-${String(i + 1).padStart(2, '0')}`,
				value: i === 11 || i === 13 ? null : 2 + 5 * wave(i, 3)
			})),
			options: { locale, kind: 'working_days', fromZero: true }
		},
		'ranked-dots': {
			shape: 'ranked-dots',
			rows: unitNames(locale).map((label, i) => {
				const denominator = [1428, 3120, 22, 640, 88, 2210, 410, 12, 5230][i] ?? 100;
				const value = [0.962, 0.931, 1, 0.902, 0.886, 0.874, 0.861, null, 0.742][i] ?? null;
				const half = value === null ? 0 : 1.96 * Math.sqrt((value * (1 - value) + 0.004) / denominator);
				return {
					id: `u${i}`,
					label,
					value,
					low: value === null ? null : Math.max(0, value - half),
					high: value === null ? null : Math.min(1, value + half),
					numerator: value === null ? null : Math.round(value * denominator),
					denominator: value === null ? null : denominator,
					state:
						denominator < 30
							? ('too_few' as const)
							: i === 8
								? ('outside_low' as const)
								: i === 0
									? ('outside_high' as const)
									: ('inside' as const)
				};
			}),
			options: {
				locale,
				kind: 'rate',
				pooled: { value: 0.862 },
				target: { value: 0.95, label: say('目标 95%', 'Target 95%') }
			}
		},
		'funnel-plot': {
			shape: 'funnel-plot',
			rows: Array.from({ length: 40 }, (_, i) => {
				const denominator = Math.round(12 + 5200 * wave(i, 1) ** 3);
				const shift = i === 4 ? -0.09 : i === 17 ? -0.12 : i === 22 ? 0.07 : i === 30 ? -0.08 : 0;
				const rate = Math.min(
					1,
					0.88 + shift + ((wave(i, 5) + wave(i, 6) + wave(i, 7) - 1.5) * 0.75) / Math.sqrt(denominator)
				);
				const numerator = Math.round(rate * denominator);
				const z = (numerator / denominator - 0.88) / Math.sqrt((0.88 * 0.12) / denominator);
				return {
					id: `u${i}`,
					label: unitNames(locale)[i % 9] ?? '',
					numerator,
					denominator,
					state: z < -3.09 ? ('outside_low' as const) : z > 3.09 ? ('outside_high' as const) : ('inside' as const)
				};
			}),
			options: { locale, pooled: { value: 0.88 }, volume: say('到期工单数', 'Orders due') }
		},
		'states-periods': {
			shape: 'stacked-states',
			rows: stateRows(months),
			options: { locale, groups: 'periods', states: states(locale), as: 'count' }
		},
		'line-breaks': {
			shape: 'line-over-time',
			rows: months.map((period, i) => ({ period, value: 2000 + 400 * wave(i, 3) })),
			options: { locale, kind: 'count', breaks: breaks(locale, months) }
		},
		'states-breaks': {
			shape: 'stacked-states',
			rows: stateRows(months),
			options: { locale, groups: 'periods', states: states(locale), as: 'count', breaks: breaks(locale, months) }
		},
		'states-units': {
			shape: 'stacked-states',
			rows: stateRows(unitNames(locale).slice(0, 6)),
			options: { locale, groups: 'units', states: states(locale), as: 'share' }
		},
		'duration-curve': {
			shape: 'duration-curve',
			rows: [say('派单', 'Dispatched'), say('首次联系', 'First contact'), say('办结', 'Closed')].flatMap((series, s) =>
				Array.from({ length: 20 }, (_, i) => {
					const done = (1 - Math.exp(-(i + 1) / (1 + s * 2.5))) * (1 - s * 0.04);
					return {
						series,
						t: i + 1,
						done,
						low: s === 2 ? done - 0.02 : null,
						high: s === 2 ? Math.min(1, done + 0.02) : null
					};
				})
			),
			options: {
				locale,
				unit: 'working_days',
				limits: [{ t: 5, label: say('一般时限 5 个工作日', 'Usual limit, 5 working days') }]
			}
		},
		'duration-bars': {
			shape: 'duration-bars',
			rows: [
				[say('1 小时内', 'under 1 h'), 812],
				[say('1–4 小时', '1–4 h'), 1630],
				[say('4–24 小时', '4–24 h'), 2410],
				[say('1–3 天', '1–3 days'), 3120],
				[say('3–7 天', '3–7 days'), 1240],
				[say('7–15 天', '7–15 days'), 402],
				[say('15 天以上', 'over 15 days'), 96]
			]
				.map(([label, count]) => ({ label: String(label), count: Number(count) }))
				.concat([{ label: say('尚未办结', 'still open'), count: 310, open: true } as never]),
			options: { locale, as: 'count' }
		},
		'flow-bars': {
			shape: 'flow-bars',
			rows: [
				{ id: 'closed', label: say('已办结', 'Closed orders'), count: 12840 },
				{
					id: 'eligible',
					label: say('应回访', 'Eligible for a return visit'),
					count: 11022,
					lost: [{ label: say('匿名或保密', 'anonymous or confidential'), count: 1818 }]
				},
				{
					id: 'attempted',
					label: say('已回访', 'Attempted'),
					count: 4310,
					lost: [{ label: say('未抽中', 'not sampled'), count: 6712 }]
				},
				{
					id: 'reached',
					label: say('接通', 'Reached'),
					count: 3320,
					lost: [
						{ label: say('联系不上', 'not reached'), count: 880 },
						{ label: say('号码错误', 'wrong number'), count: 110 }
					]
				},
				{
					id: 'valid',
					label: say('有效回访', 'Valid answers'),
					count: 2980,
					lost: [{ label: say('拒绝评价', 'declined'), count: 340 }]
				},
				{
					id: 'solved',
					label: say('市民认为已解决', 'Resolved, said the caller'),
					count: 2412,
					lost: [{ label: say('未解决', 'not resolved'), count: 568 }]
				}
			],
			options: { locale }
		},
		'weekday-hour-heat': {
			shape: 'weekday-hour-heat',
			rows: Array.from({ length: 168 }, (_, i) => ({ weekday: Math.floor(i / 24) + 1, hour: i % 24 }))
				.filter(({ weekday, hour }) => !(weekday === 7 && hour < 4))
				.map(({ weekday, hour }) => ({
					weekday,
					hour,
					value:
						hour < 5 && weekday > 5
							? 0
							: Math.round(
									(weekday > 5 ? 60 : 100) *
										Math.max(0, Math.sin(((hour - 4) / 20) * Math.PI)) *
										(1.6 + wave(hour, weekday))
								)
				})),
			options: { locale, kind: 'count' }
		}
	};
}

const unitNames = (locale: Locale) =>
	locale === 'zh-CN'
		? [
				'市水务局',
				'市人力资源和社会保障局',
				'市文化广电旅游体育局',
				'东城区',
				'市公安局交通警察支队',
				'市住房和城乡建设局',
				'西城区',
				'市气象局',
				'市城市管理和综合执法局'
			]
		: [
				'Water Authority',
				'Human Resources and Social Security Bureau',
				'Culture, Broadcasting, Tourism and Sports Bureau',
				'East District',
				'Traffic Police',
				'Housing and Construction Bureau',
				'West District',
				'Weather Bureau',
				'City Management and Law Enforcement'
			];

const breaks = (locale: Locale, months: string[]) => [
	{ period: months[0]!, text: 'before the first period: not drawn' },
	{ period: months[3]!, text: locale === 'zh-CN' ? '“办理期限”列起有值' : 'column "deadline" begins' },
	{
		period: months[11]!,
		text:
			locale === 'zh-CN'
				? '12301 线路止；城管局 → 城市管理局，或为更名'
				: 'line 12301 ends; Parks → Parks and Trees, may be a new name'
	}
];

const states = (locale: Locale) => {
	const zh = locale === 'zh-CN';
	return [
		{ id: 'closed_on_time', label: zh ? '按期办结' : 'Closed on time', color: 1 },
		{ id: 'open_within', label: zh ? '在办未到期' : 'Open, not yet due', color: 1, open: true },
		{ id: 'closed_late', label: zh ? '超期办结' : 'Closed late', color: 2 },
		{ id: 'open_overdue', label: zh ? '在办已超期' : 'Open, overdue', color: 2, open: true }
	];
};

const stateRows = (groups: string[]) =>
	groups.flatMap((group, i) => [
		{ group, state: 'closed_on_time', count: 820 + ((i * 97) % 310) - (i > 11 ? 300 : 0) },
		{ group, state: 'open_within', count: i > 10 ? (i - 10) * 110 : 0 },
		{ group, state: 'closed_late', count: 90 + ((i * 31) % 70) },
		{ group, state: 'open_overdue', count: i > 8 ? (i - 7) * 14 : 4 }
	]);
