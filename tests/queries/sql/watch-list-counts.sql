select count(*) filter(where ((("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2) or (((("handling_mode" is null or "handling_mode" <> $3)
		and "is_closed" = $4)
		and "visit_valid" = $5)
		and (((("handling_mode" is null or "handling_mode" <> $6)
		and "is_closed" = $7)
		and "visit_valid" = $8)
		and "satisfaction" in ($9, $10))) or (((("handling_mode" is null or "handling_mode" <> $11)
		and "is_closed" = $12)
		and "visit_valid" = $13)
		and "visit_resolved" = $14) or (("handling_mode" is null or "handling_mode" <> $15)
		and "return_count" > $16) or (("handling_mode" is null or "handling_mode" <> $17)
		and "rework_count" > $18) or (("handling_mode" is null or "handling_mode" <> $19)
		and "timeliness" = $20
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days'))) as "orders",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $21)
		and "timeliness" = $22)) as "overdue",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $23)
		and "is_closed" = $24)
		and "visit_valid" = $25)
		and (((("handling_mode" is null or "handling_mode" <> $26)
		and "is_closed" = $27)
		and "visit_valid" = $28)
		and "satisfaction" in ($29, $30)))) as "dissatisfied",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $31)
		and "is_closed" = $32)
		and "visit_valid" = $33)
		and "visit_resolved" = $34)) as "notResolved",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $35)
		and "return_count" > $36)) as "returned",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $37)
		and "rework_count" > $38)) as "redone",
	count(*) filter(where (("handling_mode" is null or "handling_mode" <> $39)
		and "timeliness" = $40
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days')) as "dueSoon",
	count(*) filter(where ((((("handling_mode" is null or "handling_mode" <> $41)
		and "is_closed" = $42)
		and "visit_valid" = $43)
		and (((("handling_mode" is null or "handling_mode" <> $44)
		and "is_closed" = $45)
		and "visit_valid" = $46)
		and "satisfaction" in ($47, $48))) or (((("handling_mode" is null or "handling_mode" <> $49)
		and "is_closed" = $50)
		and "visit_valid" = $51)
		and "visit_resolved" = $52))) as "afterClosing",
	count("return_count") as "returnsCarried",
	count("rework_count") as "reworkCarried"
from "warehouse"."orders"
where ("received_at" >= cast($53 as timestamp)
		and "received_at" < cast($54 as timestamp)
		and "line" in ($55)
		and ("channel" in ($56) or "channel" is null)
		and "kind" in ($57)
		and "category_1" in ($58, $59)
		and "district" is null
		and "unit" in ($60));
-- ["desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_within","desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_within","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
