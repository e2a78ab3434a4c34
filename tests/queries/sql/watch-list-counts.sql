select count(*) as "looked",
	count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2) or ((((("handling_mode" is null or "handling_mode" <> $3)
		and ("is_excluded" is null or "is_excluded" = $4))
		and "is_closed" = $5)
		and "visit_valid" = $6)
		and ((((("handling_mode" is null or "handling_mode" <> $7)
		and ("is_excluded" is null or "is_excluded" = $8))
		and "is_closed" = $9)
		and "visit_valid" = $10)
		and "satisfaction" in ($11, $12))) or ((((("handling_mode" is null or "handling_mode" <> $13)
		and ("is_excluded" is null or "is_excluded" = $14))
		and "is_closed" = $15)
		and "visit_valid" = $16)
		and "visit_resolved" = $17) or (("handling_mode" is null or "handling_mode" <> $18) and exists (select 1 as "one"
from "warehouse"."orders" as "earlier"
where "earlier"."caller_key" = "warehouse"."orders"."caller_key"
		and "earlier"."category_1" = "warehouse"."orders"."category_1"
		and "earlier"."unit" = "warehouse"."orders"."unit"
		and "earlier"."received_at" <= "warehouse"."orders"."received_at"
		and "earlier"."received_at" >= "warehouse"."orders"."received_at" - interval '30 days'
		and ("earlier"."received_at" < "warehouse"."orders"."received_at" or "earlier"."order_number" < "warehouse"."orders"."order_number"))) or (("handling_mode" is null or "handling_mode" <> $19)
		and "return_count" > $20) or (("handling_mode" is null or "handling_mode" <> $21)
		and "rework_count" > $22) or (("handling_mode" is null or "handling_mode" <> $23)
		and "timeliness" = $24
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) as "orders",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $25)
		and "timeliness" = $26)) as "overdue",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $27)
		and ("is_excluded" is null or "is_excluded" = $28))
		and "is_closed" = $29)
		and "visit_valid" = $30)
		and ((((("handling_mode" is null or "handling_mode" <> $31)
		and ("is_excluded" is null or "is_excluded" = $32))
		and "is_closed" = $33)
		and "visit_valid" = $34)
		and "satisfaction" in ($35, $36)))) as "dissatisfied",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $37)
		and ("is_excluded" is null or "is_excluded" = $38))
		and "is_closed" = $39)
		and "visit_valid" = $40)
		and "visit_resolved" = $41)) as "notResolved",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $42) and exists (select 1 as "one"
from "warehouse"."orders" as "earlier"
where "earlier"."caller_key" = "warehouse"."orders"."caller_key"
		and "earlier"."category_1" = "warehouse"."orders"."category_1"
		and "earlier"."unit" = "warehouse"."orders"."unit"
		and "earlier"."received_at" <= "warehouse"."orders"."received_at"
		and "earlier"."received_at" >= "warehouse"."orders"."received_at" - interval '30 days'
		and ("earlier"."received_at" < "warehouse"."orders"."received_at" or "earlier"."order_number" < "warehouse"."orders"."order_number")))) as "repeated",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $43)
		and "return_count" > $44)) as "returned",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $45)
		and "rework_count" > $46)) as "redone",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $47)
		and "timeliness" = $48
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) as "dueSoon",
	count(*) filter(where (((((("handling_mode" is null or "handling_mode" <> $49)
		and ("is_excluded" is null or "is_excluded" = $50))
		and "is_closed" = $51)
		and "visit_valid" = $52)
		and ((((("handling_mode" is null or "handling_mode" <> $53)
		and ("is_excluded" is null or "is_excluded" = $54))
		and "is_closed" = $55)
		and "visit_valid" = $56)
		and "satisfaction" in ($57, $58))) or ((((("handling_mode" is null or "handling_mode" <> $59)
		and ("is_excluded" is null or "is_excluded" = $60))
		and "is_closed" = $61)
		and "visit_valid" = $62)
		and "visit_resolved" = $63))) as "afterClosing",
	count("due_basis_at") as "overdueCarried",
	count("satisfaction") as "dissatisfiedCarried",
	count("visit_resolved") as "notResolvedCarried",
	count("caller_key") as "repeatedCarried",
	count("return_count") as "returnedCarried",
	count("rework_count") as "redoneCarried",
	count("due_at") as "dueSoonCarried"
from "warehouse"."orders"
where ("received_at" >= cast($64 as timestamp)
		and "received_at" < cast($65 as timestamp)
		and "line" in ($66)
		and ("channel" in ($67) or "channel" is null)
		and "kind" in ($68)
		and "category_1" in ($69, $70)
		and "district" is null
		and "unit" in ($71));
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
