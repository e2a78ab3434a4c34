select "supervision_type" as "name",
	count(*) as "supervised",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_supervised" = $3
		and "is_supervision_closed" is not null)
		and "is_supervision_closed" = $4)) as "numerator",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_supervised" = $7
		and "is_supervision_closed" is not null)) as "denominator",
	1.0 * count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $8)
		and ("is_excluded" is null or "is_excluded" = $9))
		and "is_supervised" = $10
		and "is_supervision_closed" is not null)
		and "is_supervision_closed" = $11))
				/ nullif(count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $12)
		and ("is_excluded" is null or "is_excluded" = $13))
		and "is_supervised" = $14
		and "is_supervision_closed" is not null)), 0) as "rate"
from "warehouse"."orders"
where (("received_at" >= cast($15 as timestamp)
		and "received_at" < cast($16 as timestamp)
		and "line" in ($17)
		and ("channel" in ($18) or "channel" is null)
		and "kind" in ($19)
		and "category_1" in ($20, $21)
		and "district" is null
		and "unit" in ($22))
		and ((("handling_mode" is null or "handling_mode" <> $23)
		and ("is_excluded" is null or "is_excluded" = $24))
		and "is_supervised" is not null)
		and "is_supervised" = $25)
group by "supervision_type"
order by "supervised" desc nulls last, "supervision_type" asc nulls last;
-- ["desk",false,true,true,"desk",false,true,"desk",false,true,true,"desk",false,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
