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
		and "visit_resolved" = $17), false) as "notResolved", coalesce((("handling_mode" is null or "handling_mode" <> $18) and exists (select 1 as "one"
from "warehouse"."orders" as "earlier"
where "earlier"."caller_key" = "warehouse"."orders"."caller_key"
		and "earlier"."category_1" = "warehouse"."orders"."category_1"
		and "earlier"."unit" = "warehouse"."orders"."unit"
		and "earlier"."received_at" <= "warehouse"."orders"."received_at"
		and "earlier"."received_at" >= "warehouse"."orders"."received_at" - interval '30 days'
		and ("earlier"."received_at" < "warehouse"."orders"."received_at" or "earlier"."order_number" < "warehouse"."orders"."order_number"))), false) as "repeated", coalesce((("handling_mode" is null or "handling_mode" <> $19)
		and "return_count" > $20), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $21)
		and "rework_count" > $22), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $23)
		and "timeliness" = $24
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon", case when not is_closed then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "due_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "overdueSeconds"
from "warehouse"."orders"
where (("received_at" >= cast($25 as timestamp)
		and "received_at" < cast($26 as timestamp)
		and "line" in ($27)
		and ("channel" in ($28) or "channel" is null)
		and "kind" in ($29)
		and "category_1" in ($30, $31)
		and "district" is null
		and "unit" in ($32))
		and ((("handling_mode" is null or "handling_mode" <> $33)
		and "timeliness" = $34) or ((((("handling_mode" is null or "handling_mode" <> $35)
		and ("is_excluded" is null or "is_excluded" = $36))
		and "is_closed" = $37)
		and "visit_valid" = $38)
		and ((((("handling_mode" is null or "handling_mode" <> $39)
		and ("is_excluded" is null or "is_excluded" = $40))
		and "is_closed" = $41)
		and "visit_valid" = $42)
		and "satisfaction" in ($43, $44))) or ((((("handling_mode" is null or "handling_mode" <> $45)
		and ("is_excluded" is null or "is_excluded" = $46))
		and "is_closed" = $47)
		and "visit_valid" = $48)
		and "visit_resolved" = $49) or (("handling_mode" is null or "handling_mode" <> $50) and exists (select 1 as "one"
from "warehouse"."orders" as "earlier"
where "earlier"."caller_key" = "warehouse"."orders"."caller_key"
		and "earlier"."category_1" = "warehouse"."orders"."category_1"
		and "earlier"."unit" = "warehouse"."orders"."unit"
		and "earlier"."received_at" <= "warehouse"."orders"."received_at"
		and "earlier"."received_at" >= "warehouse"."orders"."received_at" - interval '30 days'
		and ("earlier"."received_at" < "warehouse"."orders"."received_at" or "earlier"."order_number" < "warehouse"."orders"."order_number"))) or (("handling_mode" is null or "handling_mode" <> $51)
		and "return_count" > $52) or (("handling_mode" is null or "handling_mode" <> $53)
		and "rework_count" > $54) or (("handling_mode" is null or "handling_mode" <> $55)
		and "timeliness" = $56
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) order by case when (("handling_mode" is null or "handling_mode" <> $57)
		and "timeliness" = $58) then 1 when (((((("handling_mode" is null or "handling_mode" <> $59)
		and ("is_excluded" is null or "is_excluded" = $60))
		and "is_closed" = $61)
		and "visit_valid" = $62)
		and ((((("handling_mode" is null or "handling_mode" <> $63)
		and ("is_excluded" is null or "is_excluded" = $64))
		and "is_closed" = $65)
		and "visit_valid" = $66)
		and "satisfaction" in ($67, $68))) or ((((("handling_mode" is null or "handling_mode" <> $69)
		and ("is_excluded" is null or "is_excluded" = $70))
		and "is_closed" = $71)
		and "visit_valid" = $72)
		and "visit_resolved" = $73)) then 2 when (("handling_mode" is null or "handling_mode" <> $74) and exists (select 1 as "one"
from "warehouse"."orders" as "earlier"
where "earlier"."caller_key" = "warehouse"."orders"."caller_key"
		and "earlier"."category_1" = "warehouse"."orders"."category_1"
		and "earlier"."unit" = "warehouse"."orders"."unit"
		and "earlier"."received_at" <= "warehouse"."orders"."received_at"
		and "earlier"."received_at" >= "warehouse"."orders"."received_at" - interval '30 days'
		and ("earlier"."received_at" < "warehouse"."orders"."received_at" or "earlier"."order_number" < "warehouse"."orders"."order_number"))) then 3 when (("handling_mode" is null or "handling_mode" <> $75)
		and "return_count" > $76) then 4 when (("handling_mode" is null or "handling_mode" <> $77)
		and "rework_count" > $78) then 5 else 6 end asc nulls last, case when not is_closed
		and ((("handling_mode" is null or "handling_mode" <> $79)
		and "timeliness" = $80) or (("handling_mode" is null or "handling_mode" <> $81)
		and "timeliness" = $82
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) then due_at end asc nulls last, "is_closed" asc nulls last, "closed_at" desc nulls last, "received_at" asc nulls last, "order_number" asc nulls last limit $83 offset $84;
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_overdue","desk","open_within",100,0]
