select count(*) filter(where "timeliness" = $1) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter(where "timeliness" = $2) / nullif(count(*), 0) as "rate"
from "warehouse"."orders"
where (("due_basis_at" >= cast($3 as timestamp)
		and "due_basis_at" < cast($4 as timestamp)
		and "line" in ($5)
		and ("channel" in ($6) or "channel" is null)
		and "kind" in ($7)
		and "category_1" in ($8, $9)
		and "district" is null
		and "unit" in ($10))
		and ((("handling_mode" is null or "handling_mode" <> $11)
		and ("is_excluded" is null or "is_excluded" = $12))
		and "is_due" = $13));
-- ["closed_on_time","closed_on_time","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select count(*) filter(where "timeliness" = $1) as "numerator",
	count(*) as "denominator",
	1.0 * count(*) filter(where "timeliness" = $2) / nullif(count(*), 0) as "rate", "unit" as "name"
from "warehouse"."orders"
where (("due_basis_at" >= cast($3 as timestamp)
		and "due_basis_at" < cast($4 as timestamp)
		and "line" in ($5)
		and ("channel" in ($6) or "channel" is null)
		and "kind" in ($7)
		and "category_1" in ($8, $9)
		and "district" is null
		and "unit" in ($10))
		and ((("handling_mode" is null or "handling_mode" <> $11)
		and ("is_excluded" is null or "is_excluded" = $12))
		and "is_due" = $13))
group by "unit"
order by "unit" asc nulls last;
-- ["closed_on_time","closed_on_time","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
