select count(*) filter(where "handling_seconds" >= 0) as "n",
	percentile_cont(0.5) within group (order by "handling_seconds") filter (where "handling_seconds" >= 0) as "medianSeconds",
	percentile_cont(0.9) within group (order by "handling_seconds") filter (where "handling_seconds" >= 0) as "p90Seconds",
	1.0 * sum("handling_seconds") filter (where "handling_seconds" >= 0) / nullif(count(*) filter (where "handling_seconds" >= 0), 0) as "meanSeconds",
	count(*) filter(where "handling_seconds" < $1) as "negative",
	count(*) filter(where "handling_seconds" is null) as "missing"
from "warehouse"."orders"
where (("closed_basis_at" >= cast($2 as timestamp)
		and "closed_basis_at" < cast($3 as timestamp)
		and "line" in ($4)
		and ("channel" in ($5) or "channel" is null)
		and "kind" in ($6)
		and "category_1" in ($7, $8)
		and "district" is null
		and "unit" in ($9))
		and (("handling_mode" is null or "handling_mode" <> $10)
		and "is_closed" = $11));
-- [0,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]

select count(*) filter(where "handling_seconds" >= 0) as "n",
	percentile_cont(0.5) within group (order by "handling_seconds") filter (where "handling_seconds" >= 0) as "medianSeconds",
	percentile_cont(0.9) within group (order by "handling_seconds") filter (where "handling_seconds" >= 0) as "p90Seconds",
	1.0 * sum("handling_seconds") filter (where "handling_seconds" >= 0) / nullif(count(*) filter (where "handling_seconds" >= 0), 0) as "meanSeconds",
	count(*) filter(where "handling_seconds" < $1) as "negative",
	count(*) filter(where "handling_seconds" is null) as "missing", "unit" as "name"
from "warehouse"."orders"
where (("closed_basis_at" >= cast($2 as timestamp)
		and "closed_basis_at" < cast($3 as timestamp)
		and "line" in ($4)
		and ("channel" in ($5) or "channel" is null)
		and "kind" in ($6)
		and "category_1" in ($7, $8)
		and "district" is null
		and "unit" in ($9))
		and (("handling_mode" is null or "handling_mode" <> $10)
		and "is_closed" = $11))
group by "unit"
order by "unit" asc nulls last;
-- [0,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]
