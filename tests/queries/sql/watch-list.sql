select "order_number" as "orderNumber", "unit", "kind", "received_at" as "receivedAt", "received_is_date" as "receivedIsDate", "due_at" as "dueAt", "closed_at" as "closedAt", "closed_is_date" as "closedIsDate", "timeliness" as "state", "return_count" as "returnCount", "rework_count" as "reworkCount", coalesce((("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2), false) as "overdue", coalesce((((("handling_mode" is null or "handling_mode" <> $3)
		and "is_closed" = $4)
		and "visit_valid" = $5)
		and (((("handling_mode" is null or "handling_mode" <> $6)
		and "is_closed" = $7)
		and "visit_valid" = $8)
		and "satisfaction" in ($9, $10))), false) as "dissatisfied", coalesce((((("handling_mode" is null or "handling_mode" <> $11)
		and "is_closed" = $12)
		and "visit_valid" = $13)
		and "visit_resolved" = $14), false) as "notResolved", coalesce((("handling_mode" is null or "handling_mode" <> $15)
		and "return_count" > $16), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $17)
		and "rework_count" > $18), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $19)
		and "timeliness" = $20
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon", case when not is_closed then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "due_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "overdueSeconds"
from "warehouse"."orders"
where (("received_at" >= cast($21 as timestamp)
		and "received_at" < cast($22 as timestamp)
		and "line" in ($23)
		and ("channel" in ($24) or "channel" is null)
		and "kind" in ($25)
		and "category_1" in ($26, $27)
		and "district" is null
		and "unit" in ($28))
		and ((("handling_mode" is null or "handling_mode" <> $29)
		and "timeliness" = $30) or (((("handling_mode" is null or "handling_mode" <> $31)
		and "is_closed" = $32)
		and "visit_valid" = $33)
		and (((("handling_mode" is null or "handling_mode" <> $34)
		and "is_closed" = $35)
		and "visit_valid" = $36)
		and "satisfaction" in ($37, $38))) or (((("handling_mode" is null or "handling_mode" <> $39)
		and "is_closed" = $40)
		and "visit_valid" = $41)
		and "visit_resolved" = $42) or (("handling_mode" is null or "handling_mode" <> $43)
		and "return_count" > $44) or (("handling_mode" is null or "handling_mode" <> $45)
		and "rework_count" > $46) or (("handling_mode" is null or "handling_mode" <> $47)
		and "timeliness" = $48
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) order by case when (("handling_mode" is null or "handling_mode" <> $49)
		and "timeliness" = $50) then 1 when ((((("handling_mode" is null or "handling_mode" <> $51)
		and "is_closed" = $52)
		and "visit_valid" = $53)
		and (((("handling_mode" is null or "handling_mode" <> $54)
		and "is_closed" = $55)
		and "visit_valid" = $56)
		and "satisfaction" in ($57, $58))) or (((("handling_mode" is null or "handling_mode" <> $59)
		and "is_closed" = $60)
		and "visit_valid" = $61)
		and "visit_resolved" = $62)) then 2 when (("handling_mode" is null or "handling_mode" <> $63)
		and "return_count" > $64) then 3 when (("handling_mode" is null or "handling_mode" <> $65)
		and "rework_count" > $66) then 4 else 5 end asc nulls last, case when not is_closed
		and ((("handling_mode" is null or "handling_mode" <> $67)
		and "timeliness" = $68) or (("handling_mode" is null or "handling_mode" <> $69)
		and "timeliness" = $70
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) then due_at end asc nulls last, "is_closed" asc nulls last, "closed_at" desc nulls last, "received_at" asc nulls last, "order_number" asc nulls last limit $71 offset $72;
-- ["desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_overdue","desk","open_within",100,0]
