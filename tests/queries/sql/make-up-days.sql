select count(*) filter(where handling_working_days is not null and coalesce(handling_seconds, handling_days) >= 0) as "counted",
	count(*) filter(where handling_working_days is not null and coalesce(handling_seconds, handling_days) >= 0 and handling_working_days <> handling_weekdays) as "otherDays",
	count(*) filter(where handling_working_days is not null and coalesce(handling_seconds, handling_days) >= 0 and case when "handling_working_days" <= $1 then 1 else 0 end + case when "handling_working_days" <= $2 then 1 else 0 end + case when "handling_working_days" <= $3 then 1 else 0 end + case when "handling_working_days" <= $4 then 1 else 0 end <> case when "handling_weekdays" <= $5 then 1 else 0 end + case when "handling_weekdays" <= $6 then 1 else 0 end + case when "handling_weekdays" <= $7 then 1 else 0 end + case when "handling_weekdays" <= $8 then 1 else 0 end) as "otherJudgement",
	count(*) filter(where "is_year_not_loaded" = $9) as "yearNotLoaded"
from "warehouse"."orders"
where (("received_at" >= cast($10 as timestamp)
		and "received_at" < cast($11 as timestamp)
		and "line" in ($12)
		and ("channel" in ($13) or "channel" is null)
		and "kind" in ($14)
		and "category_1" in ($15, $16)
		and "district" is null
		and "unit" in ($17))
		and ("handling_mode" is null or "handling_mode" <> $18));
-- [1,5,10,15,1,5,10,15,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]
