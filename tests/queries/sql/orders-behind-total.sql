select count(*) as "orders",
	count(*) filter(where "is_confidential" = $1) as "confidential"
from "warehouse"."orders"
where (("due_basis_at" >= cast($2 as timestamp)
		and "due_basis_at" < cast($3 as timestamp)
		and "line" in ($4)
		and ("channel" in ($5) or "channel" is null)
		and "kind" in ($6)
		and "category_1" in ($7, $8)
		and "district" is null
		and "unit" in ($9))
		and (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_due" = $12)
		and "timeliness" = $13));
-- [true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,"closed_on_time"]
