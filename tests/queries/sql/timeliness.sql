select count(*) filter(where (("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2)) as "closedOnTime",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $3)
		and "timeliness" = $4)) as "closedLate",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $5)
		and "timeliness" = $6)) as "openWithin",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $7)
		and "timeliness" = $8)) as "openOverdue",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $9)
		and "timeliness" = $10)) as "unknown",
	count(*) as "total",
	count(*) filter(where "is_closed_without_time" = $11) as "closedWithoutTime",
	count(*) filter(where "timeliness_from" = $12) as "byFlag"
from "warehouse"."orders"
where (("received_at" >= cast($13 as timestamp)
		and "received_at" < cast($14 as timestamp)
		and "line" in ($15)
		and ("channel" in ($16) or "channel" is null)
		and "kind" in ($17)
		and "category_1" in ($18, $19)
		and "district" is null
		and "unit" in ($20))
		and ("handling_mode" is null or "handling_mode" <> $21));
-- ["desk","closed_on_time","desk","closed_late","desk","open_within","desk","open_overdue","desk","unknown",true,"flag","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]

select count(*) filter(where (("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2)) as "closedOnTime",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $3)
		and "timeliness" = $4)) as "closedLate",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $5)
		and "timeliness" = $6)) as "openWithin",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $7)
		and "timeliness" = $8)) as "openOverdue",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $9)
		and "timeliness" = $10)) as "unknown",
	count(*) as "total",
	count(*) filter(where "is_closed_without_time" = $11) as "closedWithoutTime",
	count(*) filter(where "timeliness_from" = $12) as "byFlag", "unit" as "name"
from "warehouse"."orders"
where (("received_at" >= cast($13 as timestamp)
		and "received_at" < cast($14 as timestamp)
		and "line" in ($15)
		and ("channel" in ($16) or "channel" is null)
		and "kind" in ($17)
		and "category_1" in ($18, $19)
		and "district" is null
		and "unit" in ($20))
		and ("handling_mode" is null or "handling_mode" <> $21))
group by "unit"
order by "unit" asc nulls last;
-- ["desk","closed_on_time","desk","closed_late","desk","open_within","desk","open_overdue","desk","unknown",true,"flag","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]
