select count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null) as "both",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) = 0) as "sameDay",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) < 0) as "earlier",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) > 0) as "later",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and not (is_closed and closed_at is null)
		and (coalesce(closed_at, ((select "data_cut"
from "warehouse"."about"))) <= case when due_source = 'export' then coalesce(original_due_at, due_at) end) <> (coalesce(closed_at, ((select "data_cut"
from "warehouse"."about"))) <= rule_due_at)) as "judgedOtherwise",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is null and rule_due_at is not null) as "byRule",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is null) as "exportOnly",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is null and rule_due_at is null) as "neither"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and ("handling_mode" is null or "handling_mode" <> $9));
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]

select count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null) as "both",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) = 0) as "sameDay",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) < 0) as "earlier",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and cast(case when due_source = 'export' then coalesce(original_due_at, due_at) end as date) - cast(rule_due_at as date) > 0) as "later",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is not null and not (is_closed and closed_at is null)
		and (coalesce(closed_at, ((select "data_cut"
from "warehouse"."about"))) <= case when due_source = 'export' then coalesce(original_due_at, due_at) end) <> (coalesce(closed_at, ((select "data_cut"
from "warehouse"."about"))) <= rule_due_at)) as "judgedOtherwise",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is null and rule_due_at is not null) as "byRule",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is not null and rule_due_at is null) as "exportOnly",
	count(*) filter (where case when due_source = 'export' then coalesce(original_due_at, due_at) end is null and rule_due_at is null) as "neither", "unit" as "name"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and ("handling_mode" is null or "handling_mode" <> $9))
group by "unit"
order by "unit" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]
