select "order_number" as "orderNumber", "unit", "kind", "received_at" as "receivedAt", "received_is_date" as "receivedIsDate", "due_at" as "dueAt", "closed_at" as "closedAt", "closed_is_date" as "closedIsDate", "timeliness" as "state"
from "warehouse"."orders"
where ((("due_basis_at" >= cast($1 as timestamp)
		and "due_basis_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and (((("handling_mode" is null or "handling_mode" <> $9)
		and ("is_excluded" is null or "is_excluded" = $10))
		and "is_due" = $11)
		and "timeliness" = $12))
		and "is_confidential" = $13)
order by "received_at" asc nulls last, "order_number" asc nulls last limit $14 offset $15;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,"closed_on_time",false,100,0]
