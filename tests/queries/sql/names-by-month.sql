select substring(cast(cast(date_trunc('month', received_at) as date) as varchar), 1, 7) as "month", "unit" as "name", min(unit_kind) as "kind",
	count(*) as "orders"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and "unit" is not null)
group by date_trunc('month', received_at), "unit" order by date_trunc('month', received_at) asc nulls last, "unit" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
