import type { CallMeasure } from './beside-orders.ts';
import { answered, lacking } from './calls.ts';

/** How long callers waited and were talked to, how soon messages were answered, and how calls were rated and checked. */
export const callCareMeasures = {
	'speed-of-answer': {
		type: 'calls',
		gives: 'seconds',
		id: 'C5',
		name: { 'zh-CN': '平均等待时长', en: 'Average speed of answer' },
		formula: {
			'zh-CN': '人工接听来电的等待时长之和 ÷ 人工接听',
			en: 'Sum of the waits of answered calls ÷ calls answered'
		},
		leftOut: {
			'zh-CN': `${lacking['zh-CN']}从进入队列起计，语音菜单的时间不计入；放弃的来电不在其中。`,
			en: `${lacking.en} From entering the queue, without the voice menu; calls given up are not in it.`
		},
		source: 'measures C5',
		needs: ['wait_seconds', 'answered'],
		numerator: ['wait_seconds'],
		denominator: { of: ['answered'] },
		numeratorName: { 'zh-CN': '等待秒数', en: 'seconds waited' },
		denominatorName: answered,
		direction: 'lower is better'
	},
	'talk-time': {
		type: 'calls',
		gives: 'seconds',
		id: 'C6',
		name: { 'zh-CN': '平均通话时长', en: 'Average talk time' },
		formula: { 'zh-CN': '通话时长之和 ÷ 人工接听', en: 'Sum of talk ÷ calls answered' },
		leftOut: {
			'zh-CN': `${lacking['zh-CN']}话后整理时间不计入。`,
			en: `${lacking.en} Work after the call is not in it.`
		},
		source: 'measures C6, talk only',
		needs: ['talk_seconds', 'answered'],
		numerator: ['talk_seconds'],
		denominator: { of: ['answered'] },
		numeratorName: { 'zh-CN': '通话秒数', en: 'seconds of talk' },
		denominatorName: answered,
		direction: 'neither'
	},
	'handle-time': {
		type: 'calls',
		gives: 'seconds',
		id: 'C6a',
		name: { 'zh-CN': '平均处理时长（含话后整理）', en: 'Average handle time, work after the call with it' },
		formula: {
			'zh-CN': '（通话 + 话后整理）时长之和 ÷ 人工接听',
			en: 'Sum of talk and of work after the call ÷ calls answered'
		},
		leftOut: lacking,
		source: 'measures C6',
		needs: ['talk_seconds', 'after_call_seconds', 'answered'],
		numerator: ['talk_seconds', 'after_call_seconds'],
		denominator: { of: ['answered'] },
		numeratorName: { 'zh-CN': '处理秒数', en: 'seconds handled' },
		denominatorName: answered,
		direction: 'neither'
	},
	'text-response': {
		type: 'calls',
		gives: 'share',
		id: 'C7t',
		name: { 'zh-CN': '短信三分钟响应率', en: 'Texts answered within 3 minutes' },
		formula: { 'zh-CN': '三分钟内回复的短信 ÷ 收到的短信', en: 'Texts answered within 3 minutes ÷ texts received' },
		leftOut: lacking,
		source: 'measures C7; GB/T 33358-2016',
		needs: ['texts', 'texts_in_3_minutes'],
		numerator: ['texts_in_3_minutes'],
		denominator: { of: ['texts'] },
		numeratorName: { 'zh-CN': '三分钟内回复', en: 'answered within 3 minutes' },
		denominatorName: { 'zh-CN': '收到的短信', en: 'texts received' },
		direction: 'higher is better'
	},
	'letter-response': {
		type: 'calls',
		gives: 'share',
		id: 'C7m',
		name: { 'zh-CN': '信箱 24 小时响应率', en: 'Letters answered within 24 hours' },
		formula: { 'zh-CN': '24 小时内回复的来信 ÷ 收到的来信', en: 'Letters answered within 24 hours ÷ letters received' },
		leftOut: lacking,
		source: 'measures C7; GB/T 33358-2016',
		needs: ['letters', 'letters_in_24_hours'],
		numerator: ['letters_in_24_hours'],
		denominator: { of: ['letters'] },
		numeratorName: { 'zh-CN': '24 小时内回复', en: 'answered within 24 hours' },
		denominatorName: { 'zh-CN': '收到的来信', en: 'letters received' },
		direction: 'higher is better'
	},
	'call-satisfaction': {
		type: 'calls',
		gives: 'share',
		id: 'C9',
		name: { 'zh-CN': '话务满意率', en: 'Satisfied with the agent' },
		formula: {
			'zh-CN': '评非常满意和满意的来电 ÷ 作了评价的来电',
			en: 'Calls rated very satisfied or satisfied ÷ calls rated'
		},
		leftOut: {
			'zh-CN': `${lacking['zh-CN']}未评价的不计入。评的是接线员，不是办理结果，从不与回访满意率合并。`,
			en: `${lacking.en} Calls not rated are left out. It rates the agent, not the outcome, and is never mixed with the return visits.`
		},
		source: 'measures C9',
		needs: ['rated', 'rated_satisfied'],
		numerator: ['rated_satisfied'],
		denominator: { of: ['rated'] },
		numeratorName: { 'zh-CN': '满意', en: 'satisfied' },
		denominatorName: { 'zh-CN': '作了评价', en: 'rated' },
		direction: 'higher is better'
	},
	'quality-checks': {
		type: 'calls',
		gives: 'share',
		id: 'Q6',
		name: { 'zh-CN': '质检率', en: 'Calls quality-checked' },
		formula: { 'zh-CN': '质检的来电 ÷ 人工接听', en: 'Calls quality-checked ÷ calls answered' },
		leftOut: lacking,
		source: 'measures Q6; at least 5 % for 12348 (Anhui 2018)',
		needs: ['quality_checked', 'answered'],
		numerator: ['quality_checked'],
		denominator: { of: ['answered'] },
		numeratorName: { 'zh-CN': '质检', en: 'quality-checked' },
		denominatorName: answered,
		direction: 'higher is better',
		target: 0.05
	}
} as const satisfies Record<string, CallMeasure>;
