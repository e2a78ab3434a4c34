select cast(sum(coalesce(received.orders, 0)) as bigint) as "numerator", cast(sum(places.residents) as bigint) as "residents", cast($1 as double precision) * cast(sum(coalesce(received.orders, 0)) as bigint) / nullif(cast(sum(places.residents) as bigint), 0) as "value"
from (select "district", "residents", "seats", "staff"
from "warehouse"."places"
where "valid_from" = (select max("valid_from") as "latest"
from "warehouse"."places" as "others"
where coalesce(others.district, '') = coalesce(places.district, '')
		and "others"."valid_from" <= cast($2 as date))
		and "district" is not null
		and "district" in ($3)) as "places" left join (select "district",
	count(*) as "orders"
from "warehouse"."orders"
where (("received_at" >= cast($4 as timestamp)
		and "received_at" < cast($5 as timestamp)
		and "line" in ($6)
		and ("channel" in ($7) or "channel" is null)
		and "kind" in ($8)
		and "category_1" in ($9, $10)
		and "district" is null
		and "unit" in ($11))
		and ("kind_code" is null or "kind_code" <> $12))
group by "district") as "received" on coalesce(received.district, '') = coalesce(places.district, '')
where "places"."residents" is not null and coalesce(received.orders, 0) is not null;
-- [10000,"2031-06-08","","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","invalid"]

select cast(sum(coalesce(received.orders, 0)) as bigint) as "numerator", cast(sum(places.residents) as bigint) as "residents", cast($1 as double precision) * cast(sum(coalesce(received.orders, 0)) as bigint) / nullif(cast(sum(places.residents) as bigint), 0) as "value", "places"."district" as "name"
from (select "district", "residents", "seats", "staff"
from "warehouse"."places"
where "valid_from" = (select max("valid_from") as "latest"
from "warehouse"."places" as "others"
where coalesce(others.district, '') = coalesce(places.district, '')
		and "others"."valid_from" <= cast($2 as date))
		and "district" is not null
		and "district" in ($3)) as "places" left join (select "district",
	count(*) as "orders"
from "warehouse"."orders"
where (("received_at" >= cast($4 as timestamp)
		and "received_at" < cast($5 as timestamp)
		and "line" in ($6)
		and ("channel" in ($7) or "channel" is null)
		and "kind" in ($8)
		and "category_1" in ($9, $10)
		and "district" is null
		and "unit" in ($11))
		and ("kind_code" is null or "kind_code" <> $12))
group by "district") as "received" on coalesce(received.district, '') = coalesce(places.district, '')
where "places"."residents" is not null and coalesce(received.orders, 0) is not null
group by "places"."district"
order by "places"."district" asc nulls last;
-- [10000,"2031-06-08","","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","invalid"]
