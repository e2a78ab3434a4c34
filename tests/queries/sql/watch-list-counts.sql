select count(*) as "looked",
	count(*) filter(where ("overdue" = $1 or "dissatisfied" = $2 or "notResolved" = $3 or "repeated" = $4 or "returned" = $5 or "redone" = $6 or "dueSoon" = $7)) as "orders",
	count(*) filter(where "overdue" = $8) as "overdue",
	count(*) filter(where "dissatisfied" = $9) as "dissatisfied",
	count(*) filter(where "notResolved" = $10) as "notResolved",
	count(*) filter(where "repeated" = $11) as "repeated",
	count(*) filter(where "returned" = $12) as "returned",
	count(*) filter(where "redone" = $13) as "redone",
	count(*) filter(where "dueSoon" = $14) as "dueSoon",
	count(*) filter(where ("dissatisfied" = $15 or "notResolved" = $16)) as "afterClosing",
	count("due_basis_at") as "overdueCarried",
	count("satisfaction") as "dissatisfiedCarried",
	count("visit_resolved") as "notResolvedCarried",
	count("caller_key") as "repeatedCarried",
	count("return_count") as "returnedCarried",
	count("rework_count") as "redoneCarried",
	count("due_at") as "dueSoonCarried"
from (select *, coalesce((("handling_mode" is null or "handling_mode" <> $17)
		and "timeliness" = $18), false) as "overdue", coalesce(((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and ((((("handling_mode" is null or "handling_mode" <> $23)
		and ("is_excluded" is null or "is_excluded" = $24))
		and "is_closed" = $25)
		and "visit_valid" = $26)
		and "satisfaction" in ($27, $28))), false) as "dissatisfied", coalesce(((((("handling_mode" is null or "handling_mode" <> $29)
		and ("is_excluded" is null or "is_excluded" = $30))
		and "is_closed" = $31)
		and "visit_valid" = $32)
		and "visit_resolved" = $33), false) as "notResolved", coalesce((("handling_mode" is null or "handling_mode" <> $34)
		and "previous_received_at" >= received_at - interval '30 days'), false) as "repeated", coalesce((("handling_mode" is null or "handling_mode" <> $35)
		and "return_count" > $36), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $37)
		and "rework_count" > $38), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $39)
		and "timeliness" = $40
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon"
from "warehouse"."orders"
where ("received_at" >= cast($41 as timestamp)
		and "received_at" < cast($42 as timestamp)
		and "line" in ($43)
		and ("channel" in ($44) or "channel" is null)
		and "kind" in ($45)
		and "category_1" in ($46, $47)
		and "district" is null
		and "unit" in ($48))) as "reasoned";
-- [true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,"desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
