select count(*) as "handlers",
	count(*) filter (where valid >= $1) as "compliant",
	count(*) filter (where closed >= $2) as "withinReach", coalesce(1.0 * sum(valid), 0) as "valid",
	1.0 * count(*) filter (where valid >= $3) / nullif(count(*), 0) as "rate"
from (select "unit", handler as "handler",
	count(*) as "closed",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "visit_valid" = $7)) as "valid"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($8 as timestamp)
		and "visit_basis_at" < cast($9 as timestamp)
		and "line" in ($10)
		and ("channel" in ($11) or "channel" is null)
		and "kind" in ($12)
		and "category_1" in ($13, $14)
		and "district" is null
		and "unit" in ($15))
		and ((("handling_mode" is null or "handling_mode" <> $16)
		and ("is_excluded" is null or "is_excluded" = $17))
		and "is_closed" = $18)
		and "handler" is not null)
group by "unit", "handler") as "handlers";
-- [10,10,10,"desk",false,true,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select count(*) as "handlers",
	count(*) filter (where valid >= $1) as "compliant",
	count(*) filter (where closed >= $2) as "withinReach", coalesce(1.0 * sum(valid), 0) as "valid",
	1.0 * count(*) filter (where valid >= $3) / nullif(count(*), 0) as "rate", "unit" as "name"
from (select "unit", handler as "handler",
	count(*) as "closed",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "visit_valid" = $7)) as "valid"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($8 as timestamp)
		and "visit_basis_at" < cast($9 as timestamp)
		and "line" in ($10)
		and ("channel" in ($11) or "channel" is null)
		and "kind" in ($12)
		and "category_1" in ($13, $14)
		and "district" is null
		and "unit" in ($15))
		and ((("handling_mode" is null or "handling_mode" <> $16)
		and ("is_excluded" is null or "is_excluded" = $17))
		and "is_closed" = $18)
		and "handler" is not null)
group by "unit", "handler") as "handlers"
group by "unit"
order by "unit" asc nulls last;
-- [10,10,10,"desk",false,true,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
