select cast(coalesce(sum(alike) filter (where 1 = 1), 0) as bigint) as "closed",
	case when count("visit_attempted") > 0 then cast(coalesce(sum(alike) filter (where ((("handling_mode" is null or "handling_mode" <> $1)
		and "is_closed" = $2)
		and "visit_attempted" = $3)), 0) as bigint) end as "attempted",
	case when count("visit_reached") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $4)
		and "is_closed" = $5)
		and "visit_attempted" = $6)
		and "visit_reached" = $7)), 0) as bigint) end as "reached",
	case when count("visit_valid") > 0 then cast(coalesce(sum(alike) filter (where ((("handling_mode" is null or "handling_mode" <> $8)
		and "is_closed" = $9)
		and "visit_valid" = $10)), 0) as bigint) end as "valid",
	case when count("visit_contacted") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $11)
		and "is_closed" = $12)
		and "visit_valid" = $13)
		and "visit_contacted" = $14)), 0) as bigint) end as "contacted",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $15)
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_resolved" = $18)), 0) as bigint) end as "resolved",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $19)
		and "is_closed" = $20)
		and "visit_valid" = $21)
		and "visit_resolved" = $22)), 0) as bigint) end as "partlyResolved",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $23)
		and "is_closed" = $24)
		and "visit_valid" = $25)
		and "satisfaction" in ($26, $27))), 0) as bigint) end as "satisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $28)
		and "is_closed" = $29)
		and "visit_valid" = $30)
		and "satisfaction" = $31)), 0) as bigint) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $32)
		and "is_closed" = $33)
		and "visit_valid" = $34)
		and "satisfaction" in ($35, $36))), 0) as bigint) end as "dissatisfied"
from (select "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode",
	count(*) as "alike"
from "warehouse"."orders"
where (("closed_basis_at" >= cast($37 as timestamp)
		and "closed_basis_at" < cast($38 as timestamp)
		and "line" in ($39)
		and ("channel" in ($40) or "channel" is null)
		and "kind" in ($41)
		and "category_1" in ($42, $43)
		and "district" is null
		and "unit" in ($44))
		and (("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46))
group by "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode") as "forms";
-- ["desk",true,true,"desk",true,true,true,"desk",true,true,"desk",true,true,true,"desk",true,true,"yes","desk",true,true,"partly","desk",true,true,"very_satisfied","satisfied","desk",true,true,"basically_satisfied","desk",true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]

select cast(coalesce(sum(alike) filter (where 1 = 1), 0) as bigint) as "closed",
	case when count("visit_attempted") > 0 then cast(coalesce(sum(alike) filter (where ((("handling_mode" is null or "handling_mode" <> $1)
		and "is_closed" = $2)
		and "visit_attempted" = $3)), 0) as bigint) end as "attempted",
	case when count("visit_reached") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $4)
		and "is_closed" = $5)
		and "visit_attempted" = $6)
		and "visit_reached" = $7)), 0) as bigint) end as "reached",
	case when count("visit_valid") > 0 then cast(coalesce(sum(alike) filter (where ((("handling_mode" is null or "handling_mode" <> $8)
		and "is_closed" = $9)
		and "visit_valid" = $10)), 0) as bigint) end as "valid",
	case when count("visit_contacted") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $11)
		and "is_closed" = $12)
		and "visit_valid" = $13)
		and "visit_contacted" = $14)), 0) as bigint) end as "contacted",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $15)
		and "is_closed" = $16)
		and "visit_valid" = $17)
		and "visit_resolved" = $18)), 0) as bigint) end as "resolved",
	case when count("visit_resolved") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $19)
		and "is_closed" = $20)
		and "visit_valid" = $21)
		and "visit_resolved" = $22)), 0) as bigint) end as "partlyResolved",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $23)
		and "is_closed" = $24)
		and "visit_valid" = $25)
		and "satisfaction" in ($26, $27))), 0) as bigint) end as "satisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $28)
		and "is_closed" = $29)
		and "visit_valid" = $30)
		and "satisfaction" = $31)), 0) as bigint) end as "basicallySatisfied",
	case when count("satisfaction") > 0 then cast(coalesce(sum(alike) filter (where (((("handling_mode" is null or "handling_mode" <> $32)
		and "is_closed" = $33)
		and "visit_valid" = $34)
		and "satisfaction" in ($35, $36))), 0) as bigint) end as "dissatisfied", "name"
from (select "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode",
	count(*) as "alike", "unit" as "name"
from "warehouse"."orders"
where (("closed_basis_at" >= cast($37 as timestamp)
		and "closed_basis_at" < cast($38 as timestamp)
		and "line" in ($39)
		and ("channel" in ($40) or "channel" is null)
		and "kind" in ($41)
		and "category_1" in ($42, $43)
		and "district" is null
		and "unit" in ($44))
		and (("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46))
group by "visit_attempted", "visit_reached", "visit_valid", "visit_contacted", "visit_resolved", "satisfaction", "is_closed", "handling_mode", "unit") as "forms"
group by "name"
order by "name" asc nulls last;
-- ["desk",true,true,"desk",true,true,true,"desk",true,true,"desk",true,true,true,"desk",true,true,"yes","desk",true,true,"partly","desk",true,true,"very_satisfied","satisfied","desk",true,true,"basically_satisfied","desk",true,true,"dissatisfied","very_dissatisfied","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true]
