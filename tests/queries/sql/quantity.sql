select count(amount) as "n",
	percentile_cont(0.5) within group (order by amount nulls last) as "median",
	percentile_cont(0.9) within group (order by amount nulls last) as "p90", max(amount) as "most", cast(sum(cast(amount as decimal(24, 9))) as double precision) as "total",
	count(*) - count(amount) as "missing"
from (select cast(null as varchar) as "name", cast((select "working_days_up_to"
from "warehouse"."calendar"
where "day" = cast((select "data_cut"
from "warehouse"."about") as date)) - (select "working_days_up_to"
from "warehouse"."calendar"
where "day" = cast("due_at" as date)) as double precision) as "amount"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and ((("handling_mode" is null or "handling_mode" <> $9)
		and "timeliness" = $10)
		and "due_at" is not null))) as "amounts";
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk","open_overdue"]

select count(amount) as "n",
	percentile_cont(0.5) within group (order by amount nulls last) as "median",
	percentile_cont(0.9) within group (order by amount nulls last) as "p90", max(amount) as "most", cast(sum(cast(amount as decimal(24, 9))) as double precision) as "total",
	count(*) - count(amount) as "missing", "name"
from (select "unit" as "name", cast((select "working_days_up_to"
from "warehouse"."calendar"
where "day" = cast((select "data_cut"
from "warehouse"."about") as date)) - (select "working_days_up_to"
from "warehouse"."calendar"
where "day" = cast("due_at" as date)) as double precision) as "amount"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and ((("handling_mode" is null or "handling_mode" <> $9)
		and "timeliness" = $10)
		and "due_at" is not null))) as "amounts"
group by "name"
order by "name" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk","open_overdue"]
