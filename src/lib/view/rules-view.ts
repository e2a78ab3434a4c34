import { formatCount, formatDate, formatRate } from '#lib/domain/format.ts';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import type { Limit, LimitRule, RuleSet } from '#lib/domain/rules/rule-set.ts';
import type { KindCode } from '#lib/domain/staged-columns.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { own } from './names.ts';
import type { Fact } from './table-about.ts';

const kindNames: Record<KindCode, () => string> = {
	consult: m.rules_kind_consult,
	help: m.rules_kind_help,
	complaint: m.rules_kind_complaint,
	suggestion: m.rules_kind_suggestion,
	report: m.rules_kind_report,
	complaint_or_report: m.rules_kind_complaint_or_report,
	praise: m.rules_kind_praise,
	urge: m.rules_kind_urge,
	appeal: m.rules_kind_appeal,
	invalid: m.rules_kind_invalid
};

const listed = (items: readonly string[]) => items.join(m.away_comma());

const limitText = (limit: Limit) =>
	'hours' in limit ? m.rules_hours({ hours: limit.hours }) : m.rules_working_days({ days: limit.workingDays });

/** 'Consultations: 1 working day' */
function limitRuleText({ kinds, categories, urgencies, limit }: LimitRule): string {
	const whom = [
		...(urgencies ? [listed(urgencies)] : []),
		...(kinds ? [listed(kinds.map((kind) => kindNames[kind]()))] : []),
		...(categories ? [listed(categories)] : [])
	];
	return `${whom.length > 0 ? whom.join(m.list_gap()) : m.rules_all_others()}${m.colon()}${limitText(limit)}`;
}

const daysText = (days: readonly string[]) =>
	days.length === 0 ? m.rules_none() : listed(days.map((day) => formatDate(day, getLocale())));

/** Everything a rule set says, as terms and texts. */
export function ruleFacts(rules: RuleSet): Fact[] {
	const { limits, urgentFirstContact: urgent, month, composite } = rules;
	const percent = (weight: number) => `${Math.round(weight * 1000) / 10}%`;
	return [
		{ term: m.rules_fact_id(), text: rules.id },
		{ term: m.rules_fact_author(), text: own(rules.author) },
		{
			term: m.rules_fact_valid(),
			text: m.rules_valid({
				from: formatDate(rules.validFrom, getLocale()),
				to: rules.validTo ? formatDate(rules.validTo, getLocale()) : m.rules_no_end()
			})
		},
		{
			term: m.rules_fact_limits(),
			text: limits.length === 0 ? m.rules_no_limits() : limits.map(limitRuleText).join(m.list_gap())
		},
		{ term: m.rules_fact_close(), text: rules.officesClose },
		{ term: m.rules_fact_days_off(), text: daysText(rules.daysOff) },
		{ term: m.rules_fact_days_worked(), text: daysText(rules.daysWorked) },
		{ term: m.rules_fact_signing(), text: limitText(rules.signing) },
		{
			term: m.rules_fact_contact(),
			text: urgent
				? `${limitText(rules.firstContact)}${m.list_gap()}${listed(urgent.urgencies)}${m.colon()}${limitText(urgent.limit)}`
				: limitText(rules.firstContact)
		},
		{
			term: m.rules_fact_month(),
			text:
				month.startDay === 1 && month.cutOffHour === 0
					? m.rules_month_calendar()
					: m.rules_month({ day: month.startDay, hour: month.cutOffHour })
		},
		{
			term: m.rules_fact_visits(),
			text: rules.visitsCountBy === 'closing' ? m.rules_visits_closing() : m.rules_visits_receipt()
		},
		{ term: m.rules_fact_excludes(), text: excludesText(rules.excludes) },
		{ term: m.rules_fact_minimum(), text: formatCount(rules.minimumVolume, getLocale()) },
		{ term: m.rules_fact_basically(), text: String(rules.basicallySatisfiedWeight) },
		{
			term: m.rules_fact_composite(),
			text: composite
				? m.rules_composite({
						contacted: percent(composite.contacted),
						resolved: percent(composite.resolved),
						satisfied: percent(composite.satisfied)
					})
				: m.rules_none()
		}
	];
}

function excludesText(excludes: RuleSet['excludes']): string {
	if (excludes === 'granted') return m.rules_excludes_granted();
	return excludes === 'none' ? m.rules_excludes_none() : m.rules_excludes_reasons({ reasons: listed(excludes) });
}

/** Which rules hold from when, a line each. */
export const stretchRows = (stretches: readonly Stretch[]) =>
	stretches.map(({ from, rules }) => ({
		from: from ?? '',
		text: m.rules_stretch({
			from: from === null ? m.rules_from_the_start() : formatDate(from, getLocale()),
			name: own(rules.name),
			id: rules.id
		})
	}));

/** How many units would stand elsewhere, and how far at most. */
export function replaySentence({ rows }: FigureTable, words: { measure: string; rules: string }): string {
	const changes = rows.map(({ placeChange }) => placeChange as number | null).filter((change) => change !== null);
	const moved = changes.filter((change) => change !== 0);
	const most = Math.max(0, ...moved.map(Math.abs));
	const both = { ...words, units: changes.length, moved: moved.length, most };
	return moved.length === 0 ? m.rules_replay_same(both) : m.rules_replay_moved(both);
}

/** How often our deadlines and the export's differ. */
export function agreementSentence({ total }: FigureTable): string {
	const count = (key: string) => total![key] as number;
	const number = (key: string) => formatCount(count(key), getLocale());
	if (count('both') === 0) return m.rules_agreement_none({ byRule: number('byRule') });
	return m.rules_agreement({
		both: number('both'),
		disagree: number('disagree'),
		share: formatRate(count('disagree'), count('both')),
		otherwise: number('judgedOtherwise'),
		byRule: number('byRule')
	});
}
