select "order_number" as "orderNumber", "unit", "kind", "received_at" as "receivedAt", "received_is_date" as "receivedIsDate", "due_at" as "dueAt", "closed_at" as "closedAt", "closed_is_date" as "closedIsDate", "timeliness" as "state", "return_count" as "returnCount", "rework_count" as "reworkCount", coalesce((("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2), false) as "overdue", coalesce(((((("handling_mode" is null or "handling_mode" <> $3)
		and ("is_excluded" is null or "is_excluded" = $4))
		and "is_closed" = $5)
		and "visit_valid" = $6)
		and ((((("handling_mode" is null or "handling_mode" <> $7)
		and ("is_excluded" is null or "is_excluded" = $8))
		and "is_closed" = $9)
		and "visit_valid" = $10)
		and "satisfaction" in ($11, $12))), false) as "dissatisfied", coalesce(((((("handling_mode" is null or "handling_mode" <> $13)
		and ("is_excluded" is null or "is_excluded" = $14))
		and "is_closed" = $15)
		and "visit_valid" = $16)
		and "visit_resolved" = $17), false) as "notResolved", coalesce((("handling_mode" is null or "handling_mode" <> $18)
		and "return_count" > $19), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $20)
		and "rework_count" > $21), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $22)
		and "timeliness" = $23
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon", case when not is_closed then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "due_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "overdueSeconds"
from "warehouse"."orders"
where (("received_at" >= cast($24 as timestamp)
		and "received_at" < cast($25 as timestamp)
		and "line" in ($26)
		and ("channel" in ($27) or "channel" is null)
		and "kind" in ($28)
		and "category_1" in ($29, $30)
		and "district" is null
		and "unit" in ($31))
		and ((("handling_mode" is null or "handling_mode" <> $32)
		and "timeliness" = $33) or ((((("handling_mode" is null or "handling_mode" <> $34)
		and ("is_excluded" is null or "is_excluded" = $35))
		and "is_closed" = $36)
		and "visit_valid" = $37)
		and ((((("handling_mode" is null or "handling_mode" <> $38)
		and ("is_excluded" is null or "is_excluded" = $39))
		and "is_closed" = $40)
		and "visit_valid" = $41)
		and "satisfaction" in ($42, $43))) or ((((("handling_mode" is null or "handling_mode" <> $44)
		and ("is_excluded" is null or "is_excluded" = $45))
		and "is_closed" = $46)
		and "visit_valid" = $47)
		and "visit_resolved" = $48) or (("handling_mode" is null or "handling_mode" <> $49)
		and "return_count" > $50) or (("handling_mode" is null or "handling_mode" <> $51)
		and "rework_count" > $52) or (("handling_mode" is null or "handling_mode" <> $53)
		and "timeliness" = $54
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) order by case when (("handling_mode" is null or "handling_mode" <> $55)
		and "timeliness" = $56) then 1 when (((((("handling_mode" is null or "handling_mode" <> $57)
		and ("is_excluded" is null or "is_excluded" = $58))
		and "is_closed" = $59)
		and "visit_valid" = $60)
		and ((((("handling_mode" is null or "handling_mode" <> $61)
		and ("is_excluded" is null or "is_excluded" = $62))
		and "is_closed" = $63)
		and "visit_valid" = $64)
		and "satisfaction" in ($65, $66))) or ((((("handling_mode" is null or "handling_mode" <> $67)
		and ("is_excluded" is null or "is_excluded" = $68))
		and "is_closed" = $69)
		and "visit_valid" = $70)
		and "visit_resolved" = $71)) then 2 when (("handling_mode" is null or "handling_mode" <> $72)
		and "return_count" > $73) then 3 when (("handling_mode" is null or "handling_mode" <> $74)
		and "rework_count" > $75) then 4 else 5 end asc nulls last, case when not is_closed
		and ((("handling_mode" is null or "handling_mode" <> $76)
		and "timeliness" = $77) or (("handling_mode" is null or "handling_mode" <> $78)
		and "timeliness" = $79
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) then due_at end asc nulls last, "is_closed" asc nulls last, "closed_at" desc nulls last, "received_at" asc nulls last, "order_number" asc nulls last limit $80 offset $81;
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_overdue","desk","open_within",100,0]
