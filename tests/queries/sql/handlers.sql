select "handler",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "visit_valid" = $7))) >= cast($8 as integer) as "isMet"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($9 as timestamp)
		and "visit_basis_at" < cast($10 as timestamp)
		and "line" in ($11)
		and ("channel" in ($12) or "channel" is null)
		and "kind" in ($13)
		and "category_1" in ($14, $15)
		and "district" is null
		and "unit" in ($16))
		and (((("handling_mode" is null or "handling_mode" <> $17)
		and ("is_excluded" is null or "is_excluded" = $18))
		and "is_closed" = $19)
		and "handler" is not null))
group by "handler"
order by "handler" asc nulls last;
-- ["desk",false,true,"desk",false,true,true,10,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
