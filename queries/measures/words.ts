import type { Both } from '#lib/domain/languages.ts';

/** Words that several measures share. */

export const validVisits: Both = { 'zh-CN': '有效回访', en: 'valid return visits' };
export const deskLeftOut: Both = { 'zh-CN': '直接办结的工单不计入。', en: 'Desk answers are left out.' };
export const assessedLeftOut: Both = {
	'zh-CN': '直接办结的和批准剔除的工单不计入。',
	en: 'Desk answers and orders whose exclusion was granted are left out.'
};
export const unknownSurvey: Both = {
	'zh-CN': '直接办结的和批准剔除的工单不计入。未答此问的有效回访留在分母中，不算作好评。',
	en: 'Desk answers and orders whose exclusion was granted are left out. A valid visit that did not answer this question stays in the denominator and never counts as good.'
};
export const notSaid: Both = {
	'zh-CN': '直接办结的工单、导出文件没有说明的工单不计入。',
	en: 'Desk answers are left out, and orders of which the export does not say.'
};
export const sentToUnits: Both = { 'zh-CN': '转部门办理', en: 'sent to units' };
export const closedOrders: Both = { 'zh-CN': '期内办结', en: 'closed in the period' };
