select count(*) filter (where "done" >= cast($1 as integer)) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter (where "done" >= cast($2 as integer)) / nullif(count(*), 0) as "rate",
	count(*) filter (where "orders_handled" >= cast($3 as integer)) as "withinReach", cast(coalesce(sum(done), 0) as bigint) as "counted", cast(coalesce(sum(orders_handled), 0) as bigint) as "asked"
from (select cast(null as varchar) as "name",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $7)
		and ("is_excluded" is null or "is_excluded" = $8))
		and "is_closed" = $9)
		and "visit_valid" = $10))) as "done",
	count(*) as "orders_handled"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($11 as timestamp)
		and "visit_basis_at" < cast($12 as timestamp)
		and "line" in ($13)
		and ("channel" in ($14) or "channel" is null)
		and "kind" in ($15)
		and "category_1" in ($16, $17)
		and "district" is null
		and "unit" in ($18))
		and (((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "handler" is not null))
group by "unit", "handler") as "handlers";
-- [10,10,10,"desk",false,true,"desk",false,true,true,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select count(*) filter (where "done" >= cast($1 as integer)) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter (where "done" >= cast($2 as integer)) / nullif(count(*), 0) as "rate",
	count(*) filter (where "orders_handled" >= cast($3 as integer)) as "withinReach", cast(coalesce(sum(done), 0) as bigint) as "counted", cast(coalesce(sum(orders_handled), 0) as bigint) as "asked", "name"
from (select "unit" as "name",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $4)
		and ("is_excluded" is null or "is_excluded" = $5))
		and "is_closed" = $6)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $7)
		and ("is_excluded" is null or "is_excluded" = $8))
		and "is_closed" = $9)
		and "visit_valid" = $10))) as "done",
	count(*) as "orders_handled"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($11 as timestamp)
		and "visit_basis_at" < cast($12 as timestamp)
		and "line" in ($13)
		and ("channel" in ($14) or "channel" is null)
		and "kind" in ($15)
		and "category_1" in ($16, $17)
		and "district" is null
		and "unit" in ($18))
		and (((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "handler" is not null))
group by "unit", "handler", "unit") as "handlers"
group by "name"
order by "name" asc nulls last;
-- [10,10,10,"desk",false,true,"desk",false,true,true,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
