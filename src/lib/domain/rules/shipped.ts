import { plainRules, type RuleSet } from './rule-set.ts';

/** The rule sets that come along, the default first; each says only what it has otherwise than the plain rules. */
export const shippedRuleSets: readonly RuleSet[] = [
	plainRules,
	{
		...plainRules,
		id: 'usual-limits',
		name: { 'zh-CN': '常用时限', en: 'Usual time limits' },
		author: {
			'zh-CN': '督办，在各地公布的办理时限中取中',
			en: 'Duban, in the middle of what cities publish'
		},
		validFrom: '2015-01-01',
		limits: [
			{ urgencies: ['特急', '突发'], limit: { hours: 2 } },
			{ kinds: ['invalid', 'praise'], limit: { workingDays: 5 } },
			{ kinds: ['consult'], limit: { workingDays: 1 } },
			{ kinds: ['report', 'complaint_or_report'], limit: { workingDays: 10 } },
			{ limit: { workingDays: 5 } }
		]
	},
	{
		...plainRules,
		id: 'month-19-noon',
		name: { 'zh-CN': '考核月：上月19日12时至本月19日12时', en: 'Month from the 19th, noon to noon' },
		author: { 'zh-CN': '北京一区公开代码中的统计窗口', en: 'The window in the public code of a Beijing district' },
		validFrom: '2019-01-01',
		month: { startDay: 19, cutOffHour: 12 },
		visitsCountBy: 'receipt'
	},
	{
		...plainRules,
		id: 'district-10-50-40',
		name: { 'zh-CN': '响应10 解决50 满意40', en: 'Contacted 10, resolved 50, satisfied 40' },
		author: { 'zh-CN': '北京一区公开代码中的算法', en: 'As in the public code of a Beijing district' },
		validFrom: '2019-01-01',
		basicallySatisfiedWeight: 0.9,
		composite: { contacted: 0.1, resolved: 0.5, satisfied: 0.4 }
	},
	{
		...plainRules,
		id: 'banner-30-35-35',
		name: { 'zh-CN': '响应30 解决35 满意35', en: 'Contacted 30, resolved 35, satisfied 35' },
		author: { 'zh-CN': '内蒙古一旗公布的办法', en: 'As published by a banner of Inner Mongolia' },
		validFrom: '2019-01-01',
		basicallySatisfiedWeight: 0.9,
		composite: { contacted: 0.3, resolved: 0.35, satisfied: 0.35 }
	}
];

/** A shipped rule set by its id; undefined for an unknown one. */
export const shippedRuleSet = (id: string): RuleSet | undefined => shippedRuleSets.find((rules) => rules.id === id);
