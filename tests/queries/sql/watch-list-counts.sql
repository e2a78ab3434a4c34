select count(*) filter(where ("overdue" or "dissatisfied" or "notResolved" or "returned" or "redone" or "dueSoon")) as "orders",
	count(*) filter(where "overdue") as "overdue",
	count(*) filter(where "dissatisfied") as "dissatisfied",
	count(*) filter(where "notResolved") as "notResolved",
	count(*) filter(where "returned") as "returned",
	count(*) filter(where "redone") as "redone",
	count(*) filter(where "dueSoon") as "dueSoon",
	count(*) filter(where ("dissatisfied" or "notResolved")) as "afterClosing",
	count("return_count") as "returnsCarried",
	count("rework_count") as "reworkCarried"
from (select case when (("handling_mode" is null or "handling_mode" <> $1)
		and "timeliness" = $2) then true else false end as "overdue", case when (((("handling_mode" is null or "handling_mode" <> $3)
		and "is_closed" = $4)
		and "visit_valid" = $5)
		and (((("handling_mode" is null or "handling_mode" <> $6)
		and "is_closed" = $7)
		and "visit_valid" = $8)
		and "satisfaction" in ($9, $10))) then true else false end as "dissatisfied", case when (((("handling_mode" is null or "handling_mode" <> $11)
		and "is_closed" = $12)
		and "visit_valid" = $13)
		and "visit_resolved" = $14) then true else false end as "notResolved", case when (("handling_mode" is null or "handling_mode" <> $15)
		and "return_count" > $16) then true else false end as "returned", case when (("handling_mode" is null or "handling_mode" <> $17)
		and "rework_count" > $18) then true else false end as "redone", case when (("handling_mode" is null or "handling_mode" <> $19)
		and "timeliness" = $20
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days') then true else false end as "dueSoon", "return_count", "rework_count"
from "warehouse"."orders"
where ("received_at" >= cast($21 as timestamp)
		and "received_at" < cast($22 as timestamp)
		and "line" in ($23)
		and ("channel" in ($24) or "channel" is null)
		and "kind" in ($25)
		and "category_1" in ($26, $27)
		and "district" is null
		and "unit" in ($28))) as "told";
-- ["desk","open_overdue","desk",true,true,"desk",true,true,"dissatisfied","very_dissatisfied","desk",true,true,"no","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
