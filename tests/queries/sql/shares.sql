select count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and (("original_due_at" is not null
		and "original_due_at" <= (select "data_cut"
from "warehouse"."about")) or ("original_due_at" is null
		and "is_due" = $3)))
		and "original_timeliness" = $4)) as "numerator on-time-original",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and (("original_due_at" is not null
		and "original_due_at" <= (select "data_cut"
from "warehouse"."about")) or ("original_due_at" is null
		and "is_due" = $7)))) as "denominator on-time-original"
from "warehouse"."orders"
where ("original_due_basis_at" >= cast($8 as timestamp)
		and "original_due_basis_at" < cast($9 as timestamp)
		and "line" in ($10)
		and ("channel" in ($11) or "channel" is null)
		and "kind" in ($12)
		and "category_1" in ($13, $14)
		and "district" is null
		and "unit" in ($15));
-- ["desk",false,true,"closed_on_time","desk",false,true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
