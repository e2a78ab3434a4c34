select count(*) as "closed",
	case when count("visit_attempted") > 0 then count(*) filter (where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)) end as "attempted",
	case when count("visit_reached") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_closed" = $7)
		and "visit_attempted" = $8)
		and "visit_reached" = $9)) end as "reached",
	case when count("visit_valid") > 0 then count(*) filter (where (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_closed" = $12)
		and "visit_valid" = $13)) end as "valid",
	case when count("visit_contacted") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $14)
		and ("is_excluded" is null or "is_excluded" = $15))
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_contacted" = $18)) end as "contacted",
	case when count("visit_resolved") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and "visit_resolved" = $23)) end as "resolved",
	case when count("visit_resolved") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27)
		and "visit_resolved" = $28)) end as "partlyResolved",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $29)
		and ("is_excluded" is null or "is_excluded" = $30))
		and "is_closed" = $31)
		and "visit_valid" = $32)
		and "satisfaction" in ($33, $34))) end as "satisfied",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $35)
		and ("is_excluded" is null or "is_excluded" = $36))
		and "is_closed" = $37)
		and "visit_valid" = $38)
		and "satisfaction" = $39)) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $40)
		and ("is_excluded" is null or "is_excluded" = $41))
		and "is_closed" = $42)
		and "visit_valid" = $43)
		and "satisfaction" in ($44, $45))) end as "dissatisfied"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($46 as timestamp)
		and "visit_basis_at" < cast($47 as timestamp)
		and "line" in ($48)
		and ("channel" in ($49) or "channel" is null)
		and "kind" in ($50)
		and "category_1" in ($51, $52)
		and "district" is null
		and "unit" in ($53))
		and ((("handling_mode" is null or "handling_mode" <> $54)
		and ("is_excluded" is null or "is_excluded" = $55))
		and "is_closed" = $56));
-- ["desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,"partly","desk",false,true,true,"very_satisfied","satisfied","desk",false,true,true,"basically_satisfied","desk",false,true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select count(*) as "closed",
	case when count("visit_attempted") > 0 then count(*) filter (where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)) end as "attempted",
	case when count("visit_reached") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_closed" = $7)
		and "visit_attempted" = $8)
		and "visit_reached" = $9)) end as "reached",
	case when count("visit_valid") > 0 then count(*) filter (where (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_closed" = $12)
		and "visit_valid" = $13)) end as "valid",
	case when count("visit_contacted") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $14)
		and ("is_excluded" is null or "is_excluded" = $15))
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_contacted" = $18)) end as "contacted",
	case when count("visit_resolved") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and "visit_resolved" = $23)) end as "resolved",
	case when count("visit_resolved") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27)
		and "visit_resolved" = $28)) end as "partlyResolved",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $29)
		and ("is_excluded" is null or "is_excluded" = $30))
		and "is_closed" = $31)
		and "visit_valid" = $32)
		and "satisfaction" in ($33, $34))) end as "satisfied",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $35)
		and ("is_excluded" is null or "is_excluded" = $36))
		and "is_closed" = $37)
		and "visit_valid" = $38)
		and "satisfaction" = $39)) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then count(*) filter (where ((((("handling_mode" is null or "handling_mode" <> $40)
		and ("is_excluded" is null or "is_excluded" = $41))
		and "is_closed" = $42)
		and "visit_valid" = $43)
		and "satisfaction" in ($44, $45))) end as "dissatisfied", "unit" as "name"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($46 as timestamp)
		and "visit_basis_at" < cast($47 as timestamp)
		and "line" in ($48)
		and ("channel" in ($49) or "channel" is null)
		and "kind" in ($50)
		and "category_1" in ($51, $52)
		and "district" is null
		and "unit" in ($53))
		and ((("handling_mode" is null or "handling_mode" <> $54)
		and ("is_excluded" is null or "is_excluded" = $55))
		and "is_closed" = $56))
group by "unit"
order by "unit" asc nulls last;
-- ["desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,"partly","desk",false,true,true,"very_satisfied","satisfied","desk",false,true,true,"basically_satisfied","desk",false,true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
