select "bin",
	count(*) as "orders", max("open_working_days") as "longest"
from (select case when is_year_not_loaded or open_seconds < 0 then cast(-1 as integer) when open_working_days <= $1 then cast($2 as integer) when open_working_days <= $3 then cast($4 as integer) when open_working_days <= $5 then cast($6 as integer) when open_working_days <= $7 then cast($8 as integer) when open_working_days <= $9 then cast($10 as integer)
		else cast($11 as integer) end as "bin", "open_working_days"
from "warehouse"."orders"
where (("received_at" >= cast($12 as timestamp)
		and "received_at" < cast($13 as timestamp)
		and "line" in ($14)
		and ("channel" in ($15) or "channel" is null)
		and "kind" in ($16)
		and "category_1" in ($17, $18)
		and "district" is null
		and "unit" in ($19))
		and (("handling_mode" is null or "handling_mode" <> $20)
		and "is_closed" = $21))) as "binned"
group by "bin"
order by "bin";
-- [1,0,5,1,10,2,15,3,30,4,5,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false]
