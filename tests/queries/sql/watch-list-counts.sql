select count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $1)
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
		and "visit_resolved" = $17) or (("handling_mode" is null or "handling_mode" <> $18)
		and "return_count" > $19) or (("handling_mode" is null or "handling_mode" <> $20)
		and "rework_count" > $21) or (("handling_mode" is null or "handling_mode" <> $22)
		and "timeliness" = $23
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) as "orders",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $24)
		and "timeliness" = $25)) as "overdue",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $26)
		and ("is_excluded" is null or "is_excluded" = $27))
		and "is_closed" = $28)
		and "visit_valid" = $29)
		and ((((("handling_mode" is null or "handling_mode" <> $30)
		and ("is_excluded" is null or "is_excluded" = $31))
		and "is_closed" = $32)
		and "visit_valid" = $33)
		and "satisfaction" in ($34, $35)))) as "dissatisfied",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $36)
		and ("is_excluded" is null or "is_excluded" = $37))
		and "is_closed" = $38)
		and "visit_valid" = $39)
		and "visit_resolved" = $40)) as "notResolved",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $41)
		and "return_count" > $42)) as "returned",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $43)
		and "rework_count" > $44)) as "redone",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $45)
		and "timeliness" = $46
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) as "dueSoon",
	count(*) filter(where (((((("handling_mode" is null or "handling_mode" <> $47)
		and ("is_excluded" is null or "is_excluded" = $48))
		and "is_closed" = $49)
		and "visit_valid" = $50)
		and ((((("handling_mode" is null or "handling_mode" <> $51)
		and ("is_excluded" is null or "is_excluded" = $52))
		and "is_closed" = $53)
		and "visit_valid" = $54)
		and "satisfaction" in ($55, $56))) or ((((("handling_mode" is null or "handling_mode" <> $57)
		and ("is_excluded" is null or "is_excluded" = $58))
		and "is_closed" = $59)
		and "visit_valid" = $60)
		and "visit_resolved" = $61))) as "afterClosing",
	count("return_count") as "returnsCarried",
	count("rework_count") as "reworkCarried"
from "warehouse"."orders"
where ("received_at" >= cast($62 as timestamp)
		and "received_at" < cast($63 as timestamp)
		and "line" in ($64)
		and ("channel" in ($65) or "channel" is null)
		and "kind" in ($66)
		and "category_1" in ($67, $68)
		and "district" is null
		and "unit" in ($69));
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_within","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
