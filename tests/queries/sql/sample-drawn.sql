select "unit", "order_number" as "orderNumber", "place"
from (select "unit", "order_number", row_number() over (partition by unit order by md5(concat(cast($1 as varchar), ':', order_number)) asc nulls last, order_number asc nulls last) as "place"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($2 as timestamp)
		and "visit_basis_at" < cast($3 as timestamp)
		and "line" in ($4)
		and ("channel" in ($5) or "channel" is null)
		and "kind" in ($6)
		and "category_1" in ($7, $8)
		and "district" is null
		and "unit" in ($9))
		and (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_closed" = $12)
		and ("visit_attempted" = $13 or "visit_attempted" is null))
		and "is_confidential" = $14)) as "placed"
where (("unit" = $15
		and "place" <= $16) or ("unit" is null
		and "place" <= $17))
order by "unit" asc nulls last, "place" asc nulls last;
-- ["籽'); drop table orders --","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,false,false,"局己'); drop table orders --",3,2]
