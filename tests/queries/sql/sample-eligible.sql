select "unit",
	count(*) as "eligible"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($1 as timestamp)
		and "visit_basis_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and (((("handling_mode" is null or "handling_mode" <> $9)
		and ("is_excluded" is null or "is_excluded" = $10))
		and "is_closed" = $11)
		and ("visit_attempted" = $12 or "visit_attempted" is null))
		and "is_confidential" = $13)
group by "unit"
order by "unit" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,false,false]
