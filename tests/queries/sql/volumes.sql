select count(*) as "received",
	count(*) filter(where "handling_mode" = $1) as "desk",
	count(*) filter(where ("handling_mode" is null or "handling_mode" <> $2)) as "toUnits"
from "warehouse"."orders"
where ("received_at" >= cast($3 as timestamp)
		and "received_at" < cast($4 as timestamp)
		and "line" in ($5)
		and ("channel" in ($6) or "channel" is null)
		and "kind" in ($7)
		and "category_1" in ($8, $9)
		and "district" is null
		and "unit" in ($10));
-- ["desk","desk","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]

select count(*) as "received",
	count(*) filter(where "handling_mode" = $1) as "desk",
	count(*) filter(where ("handling_mode" is null or "handling_mode" <> $2)) as "toUnits", "unit" as "name"
from "warehouse"."orders"
where ("received_at" >= cast($3 as timestamp)
		and "received_at" < cast($4 as timestamp)
		and "line" in ($5)
		and ("channel" in ($6) or "channel" is null)
		and "kind" in ($7)
		and "category_1" in ($8, $9)
		and "district" is null
		and "unit" in ($10))
group by "unit"
order by "received" desc nulls last, "unit" asc nulls last;
-- ["desk","desk","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
