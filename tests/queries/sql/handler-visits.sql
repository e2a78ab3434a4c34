select "unit", handler as "handler",
	count(*) as "closed",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_valid" = $4)) as "valid"
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
		and "handler" is not null)
group by "unit", "handler"
order by "unit" asc nulls last, "handler" asc nulls last;
-- ["desk",false,true,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
