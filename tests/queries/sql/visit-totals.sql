select count(*) as "totals", cast(sum("attempted") filter (where "closed" is not null) as bigint) as "coverage_numerator", cast(sum("closed") filter (where "attempted" is not null) as bigint) as "coverage_denominator",
	1.0 * cast(sum("attempted") filter (where "closed" is not null) as bigint) / nullif(cast(sum("closed") filter (where "attempted" is not null) as bigint), 0) as "coverage_rate", cast(sum("valid") filter (where "attempted" is not null) as bigint) as "response_numerator", cast(sum("attempted") filter (where "valid" is not null) as bigint) as "response_denominator",
	1.0 * cast(sum("valid") filter (where "attempted" is not null) as bigint) / nullif(cast(sum("attempted") filter (where "valid" is not null) as bigint), 0) as "response_rate", cast(sum("contacted") filter (where "valid" is not null) as bigint) as "contacted_numerator", cast(sum("valid") filter (where "contacted" is not null) as bigint) as "contacted_denominator",
	1.0 * cast(sum("contacted") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "contacted" is not null) as bigint), 0) as "contacted_rate", cast(sum("resolved") filter (where "valid" is not null) as bigint) as "resolved_numerator", cast(sum("valid") filter (where "resolved" is not null) as bigint) as "resolved_denominator",
	1.0 * cast(sum("resolved") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "resolved" is not null) as bigint), 0) as "resolved_rate", cast(sum("satisfied") filter (where "valid" is not null) as bigint) as "satisfied_numerator", cast(sum("valid") filter (where "satisfied" is not null) as bigint) as "satisfied_denominator",
	1.0 * cast(sum("satisfied") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "satisfied" is not null) as bigint), 0) as "satisfied_rate"
from "warehouse"."visit_totals"
where cast(month || '-01' as date) >= cast($1 as date) and cast(month || '-01' as date) + interval '1 month' <= cast($2 as date) + interval '1 day'
		and "unit" in ($3);
-- ["2031-05-07","2031-06-08","局己'); drop table orders --"]

select count(*) as "totals", cast(sum("attempted") filter (where "closed" is not null) as bigint) as "coverage_numerator", cast(sum("closed") filter (where "attempted" is not null) as bigint) as "coverage_denominator",
	1.0 * cast(sum("attempted") filter (where "closed" is not null) as bigint) / nullif(cast(sum("closed") filter (where "attempted" is not null) as bigint), 0) as "coverage_rate", cast(sum("valid") filter (where "attempted" is not null) as bigint) as "response_numerator", cast(sum("attempted") filter (where "valid" is not null) as bigint) as "response_denominator",
	1.0 * cast(sum("valid") filter (where "attempted" is not null) as bigint) / nullif(cast(sum("attempted") filter (where "valid" is not null) as bigint), 0) as "response_rate", cast(sum("contacted") filter (where "valid" is not null) as bigint) as "contacted_numerator", cast(sum("valid") filter (where "contacted" is not null) as bigint) as "contacted_denominator",
	1.0 * cast(sum("contacted") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "contacted" is not null) as bigint), 0) as "contacted_rate", cast(sum("resolved") filter (where "valid" is not null) as bigint) as "resolved_numerator", cast(sum("valid") filter (where "resolved" is not null) as bigint) as "resolved_denominator",
	1.0 * cast(sum("resolved") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "resolved" is not null) as bigint), 0) as "resolved_rate", cast(sum("satisfied") filter (where "valid" is not null) as bigint) as "satisfied_numerator", cast(sum("valid") filter (where "satisfied" is not null) as bigint) as "satisfied_denominator",
	1.0 * cast(sum("satisfied") filter (where "valid" is not null) as bigint) / nullif(cast(sum("valid") filter (where "satisfied" is not null) as bigint), 0) as "satisfied_rate", "unit" as "name"
from "warehouse"."visit_totals"
where cast(month || '-01' as date) >= cast($1 as date) and cast(month || '-01' as date) + interval '1 month' <= cast($2 as date) + interval '1 day'
		and "unit" in ($3)
group by "unit"
order by "unit" asc nulls last;
-- ["2031-05-07","2031-06-08","局己'); drop table orders --"]
