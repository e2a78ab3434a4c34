select "unit", handler as "handler",
	count(*) as "asked",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "visit_valid" = $7))) as "counted",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $8)
		and ("is_excluded" is null or "is_excluded" = $9))
		and "is_closed" = $10)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $11)
		and ("is_excluded" is null or "is_excluded" = $12))
		and "is_closed" = $13)
		and "visit_valid" = $14))) >= cast($15 as integer) as "isMet"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($16 as timestamp)
		and "visit_basis_at" < cast($17 as timestamp)
		and "line" in ($18)
		and ("channel" in ($19) or "channel" is null)
		and "kind" in ($20)
		and "category_1" in ($21, $22)
		and "district" is null
		and "unit" in ($23))
		and (((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "handler" is not null))
group by "unit", "handler"
order by "unit" asc nulls last, "handler" asc nulls last;
-- ["desk",false,true,"desk",false,true,true,"desk",false,true,"desk",false,true,true,10,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
