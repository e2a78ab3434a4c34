select "order_number" as "orderNumber", "unit", "kind", "received_at" as "receivedAt", "received_is_date" as "receivedIsDate", "due_at" as "dueAt", "closed_at" as "closedAt", "closed_is_date" as "closedIsDate", "timeliness" as "state", "return_count" as "returnCount", "rework_count" as "reworkCount", "overdue", "dissatisfied", "notResolved", "repeated", "returned", "redone", "dueSoon", case when not is_closed then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "due_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "overdueSeconds"
from (select *, coalesce((("handling_mode" is null or "handling_mode" <> $1)
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
		and "previous_received_at" >= received_at - interval '30 days'), false) as "repeated", coalesce((("handling_mode" is null or "handling_mode" <> $19)
		and "return_count" > $20), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $21)
		and "rework_count" > $22), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $23)
		and "timeliness" = $24
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon"
from "warehouse"."orders"
where ("received_at" >= cast($25 as timestamp)
		and "received_at" < cast($26 as timestamp)
		and "line" in ($27)
		and ("channel" in ($28) or "channel" is null)
		and "kind" in ($29)
		and "category_1" in ($30, $31)
		and "district" is null
		and "unit" in ($32))) as "reasoned"
where ("overdue" = $33 or "dissatisfied" = $34 or "notResolved" = $35 or "repeated" = $36 or "returned" = $37 or "redone" = $38 or "dueSoon" = $39)
		and "is_confidential" = $40 order by case when "overdue" = $41 then 1 when ("dissatisfied" = $42 or "notResolved" = $43) then 2 when "repeated" = $44 then 3 when "returned" = $45 then 4 when "redone" = $46 then 5 else 6 end asc nulls last, case when not is_closed
		and ("overdue" or "dueSoon") then due_at end asc nulls last, "is_closed" asc nulls last, "closed_at" desc nulls last, "received_at" asc nulls last, "order_number" asc nulls last limit $47 offset $48;
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --",true,true,true,true,true,true,true,false,true,true,true,true,true,true,100,0]
