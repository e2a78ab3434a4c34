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
	count(*) filter(where (("overdue" = $17 or "dissatisfied" = $18 or "notResolved" = $19 or "repeated" = $20 or "returned" = $21 or "redone" = $22 or "dueSoon" = $23)
		and "is_confidential" = $24)) as "ordersConfidential",
	count(*) filter(where ("overdue" = $25
		and "is_confidential" = $26)) as "overdueConfidential",
	count(*) filter(where ("dissatisfied" = $27
		and "is_confidential" = $28)) as "dissatisfiedConfidential",
	count(*) filter(where ("notResolved" = $29
		and "is_confidential" = $30)) as "notResolvedConfidential",
	count(*) filter(where ("repeated" = $31
		and "is_confidential" = $32)) as "repeatedConfidential",
	count(*) filter(where ("returned" = $33
		and "is_confidential" = $34)) as "returnedConfidential",
	count(*) filter(where ("redone" = $35
		and "is_confidential" = $36)) as "redoneConfidential",
	count(*) filter(where ("dueSoon" = $37
		and "is_confidential" = $38)) as "dueSoonConfidential",
	count("due_basis_at") as "overdueCarried",
	count("satisfaction") as "dissatisfiedCarried",
	count("visit_resolved") as "notResolvedCarried",
	count("caller_key") as "repeatedCarried",
	count("return_count") as "returnedCarried",
	count("rework_count") as "redoneCarried",
	count("due_at") as "dueSoonCarried"
from (select *, coalesce((("handling_mode" is null or "handling_mode" <> $39)
		and "timeliness" = $40), false) as "overdue", coalesce(((((("handling_mode" is null or "handling_mode" <> $41)
		and ("is_excluded" is null or "is_excluded" = $42))
		and "is_closed" = $43)
		and "visit_valid" = $44)
		and ((((("handling_mode" is null or "handling_mode" <> $45)
		and ("is_excluded" is null or "is_excluded" = $46))
		and "is_closed" = $47)
		and "visit_valid" = $48)
		and "satisfaction" in ($49, $50))), false) as "dissatisfied", coalesce(((((("handling_mode" is null or "handling_mode" <> $51)
		and ("is_excluded" is null or "is_excluded" = $52))
		and "is_closed" = $53)
		and "visit_valid" = $54)
		and "visit_resolved" = $55), false) as "notResolved", coalesce((("handling_mode" is null or "handling_mode" <> $56)
		and "previous_received_at" >= received_at - interval '30 days'), false) as "repeated", coalesce((("handling_mode" is null or "handling_mode" <> $57)
		and "return_count" > $58), false) as "returned", coalesce((("handling_mode" is null or "handling_mode" <> $59)
		and "rework_count" > $60), false) as "redone", coalesce((("handling_mode" is null or "handling_mode" <> $61)
		and "timeliness" = $62
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'), false) as "dueSoon"
from "warehouse"."orders"
where ("received_at" >= cast($63 as timestamp)
		and "received_at" < cast($64 as timestamp)
		and "line" in ($65)
		and ("channel" in ($66) or "channel" is null)
		and "kind" in ($67)
		and "category_1" in ($68, $69)
		and "district" is null
		and "unit" in ($70))) as "reasoned";
-- [true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,true,"desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
