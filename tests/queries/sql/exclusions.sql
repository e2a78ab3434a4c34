select count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_due" = $3)
		and "timeliness" = $4)) as "numerator",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_due" = $7)) as "denominator",
	count(*) filter(where "timeliness" = $8) as "wholeNumerator",
	count(*) as "wholeDenominator",
	count(*) filter(where "is_excluded" = $9) as "excluded",
	count(*) filter(where "exclusion_state" = $10) as "pending",
	count(*) filter(where "exclusion_state" = $11) as "rejected"
from "warehouse"."orders"
where (("due_basis_at" >= cast($12 as timestamp)
		and "due_basis_at" < cast($13 as timestamp)
		and "line" in ($14)
		and ("channel" in ($15) or "channel" is null)
		and "kind" in ($16)
		and "category_1" in ($17, $18)
		and "district" is null
		and "unit" in ($19))
		and ((("handling_mode" is null or "handling_mode" <> $20) and 1 = 1)
		and "is_due" = $21));
-- ["desk",false,true,"closed_on_time","desk",false,true,"closed_on_time",true,"pending","rejected","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]

select count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_due" = $3)
		and "timeliness" = $4)) as "numerator",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_due" = $7)) as "denominator",
	count(*) filter(where "timeliness" = $8) as "wholeNumerator",
	count(*) as "wholeDenominator",
	count(*) filter(where "is_excluded" = $9) as "excluded",
	count(*) filter(where "exclusion_state" = $10) as "pending",
	count(*) filter(where "exclusion_state" = $11) as "rejected", "unit" as "name"
from "warehouse"."orders"
where (("due_basis_at" >= cast($12 as timestamp)
		and "due_basis_at" < cast($13 as timestamp)
		and "line" in ($14)
		and ("channel" in ($15) or "channel" is null)
		and "kind" in ($16)
		and "category_1" in ($17, $18)
		and "district" is null
		and "unit" in ($19))
		and ((("handling_mode" is null or "handling_mode" <> $20) and 1 = 1)
		and "is_due" = $21))
group by "unit"
order by "unit" asc nulls last;
-- ["desk",false,true,"closed_on_time","desk",false,true,"closed_on_time",true,"pending","rejected","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]
