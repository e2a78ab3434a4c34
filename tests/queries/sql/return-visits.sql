select cast(coalesce(sum(alike) filter (where 1 = 1), 0) as bigint) as "closed",
	case when count("visit_attempted") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)), 0) as bigint) end as "attempted",
	case when count("visit_reached") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_closed" = $7)
		and "visit_attempted" = $8)
		and "visit_reached" = $9)), 0) as bigint) end as "reached",
	case when count("visit_valid") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_closed" = $12)
		and "visit_valid" = $13)), 0) as bigint) end as "valid",
	case when count("visit_contacted") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $14)
		and ("is_excluded" is null or "is_excluded" = $15))
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_contacted" = $18)), 0) as bigint) end as "contacted",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and "visit_resolved" = $23)), 0) as bigint) end as "resolved",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27)
		and "visit_resolved" = $28)), 0) as bigint) end as "partlyResolved",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $29)
		and ("is_excluded" is null or "is_excluded" = $30))
		and "is_closed" = $31)
		and "visit_valid" = $32)
		and "satisfaction" in ($33, $34))), 0) as bigint) end as "satisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $35)
		and ("is_excluded" is null or "is_excluded" = $36))
		and "is_closed" = $37)
		and "visit_valid" = $38)
		and "satisfaction" = $39)), 0) as bigint) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $40)
		and ("is_excluded" is null or "is_excluded" = $41))
		and "is_closed" = $42)
		and "visit_valid" = $43)
		and "satisfaction" in ($44, $45))), 0) as bigint) end as "dissatisfied"
from (select "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode", "is_excluded",
	count(*) as "alike"
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
group by "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode", "is_excluded") as "forms";
-- ["desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,"partly","desk",false,true,true,"very_satisfied","satisfied","desk",false,true,true,"basically_satisfied","desk",false,true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]

select cast(coalesce(sum(alike) filter (where 1 = 1), 0) as bigint) as "closed",
	case when count("visit_attempted") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)), 0) as bigint) end as "attempted",
	case when count("visit_reached") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $5)
		and ("is_excluded" is null or "is_excluded" = $6))
		and "is_closed" = $7)
		and "visit_attempted" = $8)
		and "visit_reached" = $9)), 0) as bigint) end as "reached",
	case when count("visit_valid") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $10)
		and ("is_excluded" is null or "is_excluded" = $11))
		and "is_closed" = $12)
		and "visit_valid" = $13)), 0) as bigint) end as "valid",
	case when count("visit_contacted") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $14)
		and ("is_excluded" is null or "is_excluded" = $15))
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_contacted" = $18)), 0) as bigint) end as "contacted",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and "visit_resolved" = $23)), 0) as bigint) end as "resolved",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27)
		and "visit_resolved" = $28)), 0) as bigint) end as "partlyResolved",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $29)
		and ("is_excluded" is null or "is_excluded" = $30))
		and "is_closed" = $31)
		and "visit_valid" = $32)
		and "satisfaction" in ($33, $34))), 0) as bigint) end as "satisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $35)
		and ("is_excluded" is null or "is_excluded" = $36))
		and "is_closed" = $37)
		and "visit_valid" = $38)
		and "satisfaction" = $39)), 0) as bigint) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where ((((("handling_mode" is null or "handling_mode" <> $40)
		and ("is_excluded" is null or "is_excluded" = $41))
		and "is_closed" = $42)
		and "visit_valid" = $43)
		and "satisfaction" in ($44, $45))), 0) as bigint) end as "dissatisfied", "name"
from (select "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode", "is_excluded",
	count(*) as "alike", "unit" as "name"
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
group by "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode", "is_excluded", "unit") as "forms"
group by "name"
order by "name" asc nulls last;
-- ["desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,"partly","desk",false,true,true,"very_satisfied","satisfied","desk",false,true,true,"basically_satisfied","desk",false,true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
