import type { Both } from '#lib/domain/languages.ts';
import { both } from '../where/conditions.ts';
import { drawTraits, unvisited, visited, type DrawTrait } from '../where/draw-traits.ts';
import type { DurationMeasure, RateMeasure } from './definition.ts';
import { assessedLeftOut } from './words.ts';

/** What the orders drawn for a return visit are like, and those that were not drawn. */

const sides = {
	visited: { zh: '已回访工单', en: 'Visited orders', drawn: visited },
	unvisited: { zh: '未回访工单', en: 'Unvisited orders', drawn: unvisited }
} as const;
type Side = keyof typeof sides;

const source = 'peers section 4 item 6: are visited orders quicker, simpler or happier';
const blankCounts: Both = {
	'zh-CN': `${assessedLeftOut['zh-CN']}没有写明这一项的不计入。没有回访记录的算未回访。`,
	en: `${assessedLeftOut.en} Orders of which the export does not say it are left out. No visit on record counts as unvisited.`
};

function share(side: Side, trait: DrawTrait, id: string, good: Both, needs: RateMeasure['needs']): RateMeasure {
	const { zh, en, drawn } = sides[side];
	return {
		type: 'rate',
		id,
		name: { 'zh-CN': `${zh}：${good['zh-CN']}`, en: `${en}: ${good.en}` },
		formula: {
			'zh-CN': `${zh}中${good['zh-CN']} ÷ ${zh}中写明这一项的`,
			en: `${en} that are ${good.en} ÷ ${en.toLowerCase()} of which the export says so`
		},
		leftOut: blankCounts,
		basis: 'visit_basis_at',
		source,
		needs: ['visit_attempted', ...needs],
		numerator: drawTraits[trait].good,
		denominator: both(drawn, drawTraits[trait].known),
		numeratorName: good,
		denominatorName: { 'zh-CN': zh, en: en.toLowerCase() },
		direction: 'neither'
	};
}

function time(side: Side, id: string): DurationMeasure {
	const { zh, en, drawn } = sides[side];
	return {
		type: 'duration',
		id,
		name: { 'zh-CN': `${zh}的办理时长`, en: `${en}: handling time` },
		formula: { 'zh-CN': '受理至办结，按自然时间', en: 'From receipt to closing, by the clock' },
		leftOut: {
			'zh-CN': `${assessedLeftOut['zh-CN']}办结早于受理、没有时分的工单不计入并列出。没有回访记录的算未回访。`,
			en: `${assessedLeftOut.en} Orders closed before they were received and those without a time of day are left out and counted. No visit on record counts as unvisited.`
		},
		basis: 'visit_basis_at',
		source,
		needs: ['visit_attempted', 'closed_at'],
		seconds: 'handling_seconds',
		start: { 'zh-CN': '受理', en: 'receipt' },
		stop: { 'zh-CN': '办结', en: 'closing' },
		counted: drawn
	};
}

const words = {
	inquiry: { 'zh-CN': '咨询类', en: 'inquiries' },
	ordinary: { 'zh-CN': '不紧急', en: 'not urgent' },
	smooth: { 'zh-CN': '没有退单、改派、延期', en: 'never returned, re-dispatched or extended' },
	'on-time': { 'zh-CN': '按期办结', en: 'closed on time' },
	declared: { 'zh-CN': '单位认定已解决', en: 'declared resolved by the unit' }
} as const satisfies Record<DrawTrait, Both>;

export const visitDrawMeasures = {
	'visited-time': time('visited', 'S0v-T13'),
	'unvisited-time': time('unvisited', 'S0u-T13'),
	'visited-inquiry': share('visited', 'inquiry', 'S0v-kind', words.inquiry, ['kind_code']),
	'unvisited-inquiry': share('unvisited', 'inquiry', 'S0u-kind', words.inquiry, ['kind_code']),
	'visited-ordinary': share('visited', 'ordinary', 'S0v-urgency', words.ordinary, ['urgency']),
	'unvisited-ordinary': share('unvisited', 'ordinary', 'S0u-urgency', words.ordinary, ['urgency']),
	'visited-smooth': share('visited', 'smooth', 'S0v-smooth', words.smooth, ['return_count']),
	'unvisited-smooth': share('unvisited', 'smooth', 'S0u-smooth', words.smooth, ['return_count']),
	'visited-on-time': share('visited', 'on-time', 'S0v-T10', words['on-time'], ['due_basis_at']),
	'unvisited-on-time': share('unvisited', 'on-time', 'S0u-T10', words['on-time'], ['due_basis_at']),
	'visited-declared': share('visited', 'declared', 'S0v-S6', words.declared, ['unit_resolved']),
	'unvisited-declared': share('unvisited', 'declared', 'S0u-S6', words.declared, ['unit_resolved'])
} as const satisfies Record<string, RateMeasure | DurationMeasure>;
