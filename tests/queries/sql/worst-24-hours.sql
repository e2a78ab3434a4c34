select "began_at" as "beganAt", "calls_offered" as "denominator", cast(calls_answered as bigint) as "numerator",
	1.0 * calls_answered / calls_offered as "rate"
from (select arrived_at as "began_at", arrived_at >= log_from and arrived_at + interval '1 day' <= log_to + interval '1 second' as "is_whole",
	count(*) over (order by arrived_at asc nulls last range between current row and interval '86399 seconds' following) as "calls_offered", coalesce(sum(answer) over (order by arrived_at asc nulls last range between current row and interval '86399 seconds' following), 0) as "calls_answered"
from (select "arrived_at", case when is_answered then 1 else 0 end as "answer", min(arrived_at) over () as "log_from", max(arrived_at) over () as "log_to"
from "warehouse"."calls"
where "medium" = $1
		and "is_offered" = $2
		and "is_answered" is not null
		and "arrived_at" >= cast($3 as timestamp)
		and "arrived_at" < cast($4 as timestamp)
		and "line" in ($5)) as "offered_calls" union all select arrived_at - interval '1 day' as "began_at", arrived_at - interval '1 day' >= log_from and arrived_at - interval '1 day' + interval '1 day' <= log_to + interval '1 second' as "is_whole",
	count(*) over (order by arrived_at asc nulls last range between interval '86400 seconds' preceding and interval '1 second' preceding) as "calls_offered", coalesce(sum(answer) over (order by arrived_at asc nulls last range between interval '86400 seconds' preceding and interval '1 second' preceding), 0) as "calls_answered"
from (select "arrived_at", case when is_answered then 1 else 0 end as "answer", min(arrived_at) over () as "log_from", max(arrived_at) over () as "log_to"
from "warehouse"."calls"
where "medium" = $6
		and "is_offered" = $7
		and "is_answered" is not null
		and "arrived_at" >= cast($8 as timestamp)
		and "arrived_at" < cast($9 as timestamp)
		and "line" in ($10)) as "offered_calls") as "spans"
where is_whole and calls_offered > 0
order by "rate" asc nulls last, "beganAt" asc nulls last limit $11;
-- ["phone",true,"2031-05-07","2031-06-09","线甲","phone",true,"2031-05-07","2031-06-09","线甲",1]
