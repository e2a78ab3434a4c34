select cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count) - return_approved_count), 0) as bigint) as "numerator", cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count)), 0) as bigint) as "denominator",
	1.0 * cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count) - return_approved_count), 0) as bigint) / nullif(cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count)), 0) as bigint), 0) as "rate",
	count(*) as "orders",
	count(*) filter (where greatest(1 + redispatch_count, return_approved_count) - return_approved_count > 0) as "ordersWithSome"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and (("handling_mode" is null or "handling_mode" <> $9)
		and "return_approved_count" is not null
		and "redispatch_count" is not null
		and ("is_closed" = $10 or "due_at" <= (select "data_cut"
from "warehouse"."about"))));
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]

select cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count) - return_approved_count), 0) as bigint) as "numerator", cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count)), 0) as bigint) as "denominator",
	1.0 * cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count) - return_approved_count), 0) as bigint) / nullif(cast(coalesce(sum(greatest(1 + redispatch_count, return_approved_count)), 0) as bigint), 0) as "rate",
	count(*) as "orders",
	count(*) filter (where greatest(1 + redispatch_count, return_approved_count) - return_approved_count > 0) as "ordersWithSome", "unit" as "name"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and (("handling_mode" is null or "handling_mode" <> $9)
		and "return_approved_count" is not null
		and "redispatch_count" is not null
		and ("is_closed" = $10 or "due_at" <= (select "data_cut"
from "warehouse"."about"))))
group by "unit"
order by "unit" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]
