select count(*) filter(where "is_excluded" = $1) as "excluded",
	count(*) filter(where "exclusion_state" = $2) as "pending",
	count(*) filter(where "exclusion_state" = $3) as "rejected", "exclusion_reason" as "reason"
from "warehouse"."orders"
where (("due_basis_at" >= cast($4 as timestamp)
		and "due_basis_at" < cast($5 as timestamp)
		and "line" in ($6)
		and ("channel" in ($7) or "channel" is null)
		and "kind" in ($8)
		and "category_1" in ($9, $10)
		and "district" is null
		and "unit" in ($11))
		and ((("handling_mode" is null or "handling_mode" <> $12) and 1 = 1)
		and "is_due" = $13)
		and ("is_excluded" = $14 or "exclusion_state" in ($15, $16)))
group by "exclusion_reason"
order by "excluded" desc nulls last, "exclusion_reason" asc nulls last;
-- [true,"pending","rejected","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true,true,"pending","rejected"]
