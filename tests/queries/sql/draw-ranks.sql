select "unit", "month",
	1.0 * sum(orders) as "timed",
	1.0 * sum(drawn) as "timedDrawn",
	1.0 * sum(drawn * (last_rank - (orders - 1) / 2.0)) as "rankSum",
	1.0 * sum(orders * orders * orders - orders) as "ties"
from (select "unit", "month", "orders", "drawn", sum(orders) over (partition by unit, month order by handling_seconds asc nulls last) as "last_rank"
from (select "unit", lpad(cast(date_part('year', "visit_basis_at") as varchar), 4, '0') || '-' || lpad(cast(date_part('month', "visit_basis_at") as varchar), 2, '0') as "month", "handling_seconds",
	count(*) as "orders",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)) as "drawn"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($5 as timestamp)
		and "visit_basis_at" < cast($6 as timestamp)
		and "line" in ($7)
		and ("channel" in ($8) or "channel" is null)
		and "kind" in ($9)
		and "category_1" in ($10, $11)
		and "district" is null
		and "unit" in ($12))
		and ((("handling_mode" is null or "handling_mode" <> $13)
		and ("is_excluded" is null or "is_excluded" = $14))
		and "is_closed" = $15)
		and "handling_seconds" >= $16)
group by "unit", lpad(cast(date_part('year', "visit_basis_at") as varchar), 4, '0') || '-' || lpad(cast(date_part('month', "visit_basis_at") as varchar), 2, '0'), "handling_seconds") as "equal") as "placed"
group by "unit", "month"
order by "unit" asc nulls last, "month" asc nulls last;
-- ["desk",false,true,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,0]
