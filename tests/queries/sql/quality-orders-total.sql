select count(*) filter(where (("handling_mode" is null or "handling_mode" <> $1)
		and "visited_at" is not null
		and "closed_at" is not null)) as "of",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $2)
		and "visited_at" is not null
		and "closed_at" is not null) and case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end)) as "orders",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $3)
		and "visited_at" is not null
		and "closed_at" is not null) and case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end)
		and "is_confidential" = $4)) as "confidential"
from "warehouse"."orders"
where ("received_at" >= cast($5 as timestamp)
		and "received_at" < cast($6 as timestamp)
		and "line" in ($7)
		and ("channel" in ($8) or "channel" is null)
		and "kind" in ($9)
		and "category_1" in ($10, $11)
		and "district" is null
		and "unit" in ($12));
-- ["desk","desk","desk",true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
