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
		and "timeliness" = $2) then true else false end as "overdue", case when ((((("handling_mode" is null or "handling_mode" <> $3)
		and ("is_excluded" is null or "is_excluded" = $4))
		and "is_closed" = $5)
		and "visit_valid" = $6)
		and ((((("handling_mode" is null or "handling_mode" <> $7)
		and ("is_excluded" is null or "is_excluded" = $8))
		and "is_closed" = $9)
		and "visit_valid" = $10)
		and "satisfaction" in ($11, $12))) then true else false end as "dissatisfied", case when ((((("handling_mode" is null or "handling_mode" <> $13)
		and ("is_excluded" is null or "is_excluded" = $14))
		and "is_closed" = $15)
		and "visit_valid" = $16)
		and "visit_resolved" = $17) then true else false end as "notResolved", case when (("handling_mode" is null or "handling_mode" <> $18)
		and "return_count" > $19) then true else false end as "returned", case when (("handling_mode" is null or "handling_mode" <> $20)
		and "rework_count" > $21) then true else false end as "redone", case when (("handling_mode" is null or "handling_mode" <> $22)
		and "timeliness" = $23
		and "due_at" <= (select "data_cut"
from "warehouse"."about") + interval '2 days') then true else false end as "dueSoon", "return_count", "rework_count"
from "warehouse"."orders"
where ("received_at" >= cast($24 as timestamp)
		and "received_at" < cast($25 as timestamp)
		and "line" in ($26)
		and ("channel" in ($27) or "channel" is null)
		and "kind" in ($28)
		and "category_1" in ($29, $30)
		and "district" is null
		and "unit" in ($31))) as "told";
-- ["desk","open_overdue","desk",false,true,true,"desk",false,true,true,"dissatisfied","very_dissatisfied","desk",false,true,true,"no","desk",1,"desk",0,"desk","open_within","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
