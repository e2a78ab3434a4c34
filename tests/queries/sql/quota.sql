select count(*) filter (where done >= cast($1 as integer)) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter (where done >= cast($2 as integer)) / nullif(count(*), 0) as "rate", cast(coalesce(sum(done), 0) as bigint) as "counted", cast(coalesce(sum(orders_handled), 0) as bigint) as "asked"
from (select cast(null as varchar) as "name",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $3)
		and ("is_excluded" is null or "is_excluded" = $4))
		and "is_closed" = $5)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $6)
		and ("is_excluded" is null or "is_excluded" = $7))
		and "is_closed" = $8)
		and "visit_valid" = $9))) as "done",
	count(*) as "orders_handled"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($10 as timestamp)
		and "visit_basis_at" < cast($11 as timestamp)
		and "line" in ($12)
		and ("channel" in ($13) or "channel" is null)
		and "kind" in ($14)
		and "category_1" in ($15, $16)
		and "district" is null
		and "unit" in ($17))
		and (((("handling_mode" is null or "handling_mode" <> $18)
		and ("is_excluded" is null or "is_excluded" = $19))
		and "is_closed" = $20)
		and "handler" is not null))
group by "handler") as "handlers";
-- [10,10,"desk",false,true,"desk",false,true,true,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select count(*) filter (where done >= cast($1 as integer)) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter (where done >= cast($2 as integer)) / nullif(count(*), 0) as "rate", cast(coalesce(sum(done), 0) as bigint) as "counted", cast(coalesce(sum(orders_handled), 0) as bigint) as "asked", "name"
from (select "unit" as "name",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $3)
		and ("is_excluded" is null or "is_excluded" = $4))
		and "is_closed" = $5)
		and "handler" is not null)
		and (((("handling_mode" is null or "handling_mode" <> $6)
		and ("is_excluded" is null or "is_excluded" = $7))
		and "is_closed" = $8)
		and "visit_valid" = $9))) as "done",
	count(*) as "orders_handled"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($10 as timestamp)
		and "visit_basis_at" < cast($11 as timestamp)
		and "line" in ($12)
		and ("channel" in ($13) or "channel" is null)
		and "kind" in ($14)
		and "category_1" in ($15, $16)
		and "district" is null
		and "unit" in ($17))
		and (((("handling_mode" is null or "handling_mode" <> $18)
		and ("is_excluded" is null or "is_excluded" = $19))
		and "is_closed" = $20)
		and "handler" is not null))
group by "handler", "unit") as "handlers"
group by "name"
order by "name" asc nulls last;
-- [10,10,"desk",false,true,"desk",false,true,true,"2030-06-09 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
