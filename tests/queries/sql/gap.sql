select one_n as "oneDenominator", one_hits as "oneNumerator", one_value as "oneValue", other_n as "otherDenominator", other_hits as "otherNumerator", other_value as "otherValue", case when one_n >= cast($1 as integer) and other_n >= cast($2 as integer) then one_value - other_value end as "gap", case when one_n >= cast($3 as integer) and other_n >= cast($4 as integer) and $5 then within end as "standardisedGap", cast(coalesce(comparable, 0) as bigint) as "comparable"
from (select cast(null as varchar) as "side_name",
	count(*) filter (where "is_one") as "one_n",
	count(*) filter (where "is_one_hit") as "one_hits", cast(count(*) filter (where "is_one_hit") as double precision) / nullif(count(*) filter (where "is_one"), 0) as "one_value",
	count(*) filter (where "is_other") as "other_n",
	count(*) filter (where "is_other_hit") as "other_hits", cast(count(*) filter (where "is_other_hit") as double precision) / nullif(count(*) filter (where "is_other"), 0) as "other_value"
from (select cast(null as varchar) as "side_name", "kind", "handling_seconds", ((((("handling_mode" is null or "handling_mode" <> $6)
		and ("is_excluded" is null or "is_excluded" = $7))
		and "is_closed" = $8)
		and "visit_valid" = $9)
		and "is_special_group" = $10) as "is_one", (((((("handling_mode" is null or "handling_mode" <> $11)
		and ("is_excluded" is null or "is_excluded" = $12))
		and "is_closed" = $13)
		and "visit_valid" = $14)
		and "is_special_group" = $15)
		and ((((("handling_mode" is null or "handling_mode" <> $16)
		and ("is_excluded" is null or "is_excluded" = $17))
		and "is_closed" = $18)
		and "visit_valid" = $19)
		and "visit_resolved" = $20)) as "is_one_hit", ((((("handling_mode" is null or "handling_mode" <> $21)
		and ("is_excluded" is null or "is_excluded" = $22))
		and "is_closed" = $23)
		and "visit_valid" = $24)
		and "is_special_group" = $25) as "is_other", (((((("handling_mode" is null or "handling_mode" <> $26)
		and ("is_excluded" is null or "is_excluded" = $27))
		and "is_closed" = $28)
		and "visit_valid" = $29)
		and "is_special_group" = $30)
		and ((((("handling_mode" is null or "handling_mode" <> $31)
		and ("is_excluded" is null or "is_excluded" = $32))
		and "is_closed" = $33)
		and "visit_valid" = $34)
		and "visit_resolved" = $35)) as "is_other_hit"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($36 as timestamp)
		and "visit_basis_at" < cast($37 as timestamp)
		and "line" in ($38)
		and ("channel" in ($39) or "channel" is null)
		and "kind" in ($40)
		and "category_1" in ($41, $42)
		and "district" is null
		and "unit" in ($43))
		and (((((("handling_mode" is null or "handling_mode" <> $44)
		and ("is_excluded" is null or "is_excluded" = $45))
		and "is_closed" = $46)
		and "visit_valid" = $47)
		and "is_special_group" = $48) or ((((("handling_mode" is null or "handling_mode" <> $49)
		and ("is_excluded" is null or "is_excluded" = $50))
		and "is_closed" = $51)
		and "visit_valid" = $52)
		and "is_special_group" = $53)))) as "judged") as "whole" left join (select "side_name", sum(case when one_n > 0 and other_n > 0 then one_n else 0 end) as "comparable", sum(case when one_n > 0 and other_n > 0 then one_n * (one_value - other_value) end)
				/ nullif(sum(case when one_n > 0 and other_n > 0 then one_n else 0 end), 0) as "within"
from (select side_name as "side_name",
	count(*) filter (where "is_one") as "one_n",
	count(*) filter (where "is_one_hit") as "one_hits", cast(count(*) filter (where "is_one_hit") as double precision) / nullif(count(*) filter (where "is_one"), 0) as "one_value",
	count(*) filter (where "is_other") as "other_n",
	count(*) filter (where "is_other_hit") as "other_hits", cast(count(*) filter (where "is_other_hit") as double precision) / nullif(count(*) filter (where "is_other"), 0) as "other_value"
from (select cast(null as varchar) as "side_name", "kind", "handling_seconds", ((((("handling_mode" is null or "handling_mode" <> $54)
		and ("is_excluded" is null or "is_excluded" = $55))
		and "is_closed" = $56)
		and "visit_valid" = $57)
		and "is_special_group" = $58) as "is_one", (((((("handling_mode" is null or "handling_mode" <> $59)
		and ("is_excluded" is null or "is_excluded" = $60))
		and "is_closed" = $61)
		and "visit_valid" = $62)
		and "is_special_group" = $63)
		and ((((("handling_mode" is null or "handling_mode" <> $64)
		and ("is_excluded" is null or "is_excluded" = $65))
		and "is_closed" = $66)
		and "visit_valid" = $67)
		and "visit_resolved" = $68)) as "is_one_hit", ((((("handling_mode" is null or "handling_mode" <> $69)
		and ("is_excluded" is null or "is_excluded" = $70))
		and "is_closed" = $71)
		and "visit_valid" = $72)
		and "is_special_group" = $73) as "is_other", (((((("handling_mode" is null or "handling_mode" <> $74)
		and ("is_excluded" is null or "is_excluded" = $75))
		and "is_closed" = $76)
		and "visit_valid" = $77)
		and "is_special_group" = $78)
		and ((((("handling_mode" is null or "handling_mode" <> $79)
		and ("is_excluded" is null or "is_excluded" = $80))
		and "is_closed" = $81)
		and "visit_valid" = $82)
		and "visit_resolved" = $83)) as "is_other_hit"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($84 as timestamp)
		and "visit_basis_at" < cast($85 as timestamp)
		and "line" in ($86)
		and ("channel" in ($87) or "channel" is null)
		and "kind" in ($88)
		and "category_1" in ($89, $90)
		and "district" is null
		and "unit" in ($91))
		and (((((("handling_mode" is null or "handling_mode" <> $92)
		and ("is_excluded" is null or "is_excluded" = $93))
		and "is_closed" = $94)
		and "visit_valid" = $95)
		and "is_special_group" = $96) or ((((("handling_mode" is null or "handling_mode" <> $97)
		and ("is_excluded" is null or "is_excluded" = $98))
		and "is_closed" = $99)
		and "visit_valid" = $100)
		and "is_special_group" = $101)))) as "judged"
group by "side_name", "kind") as "kinds"
group by "side_name") as "standardised" on coalesce(standardised.side_name, '') = coalesce(whole.side_name, '');
-- [30,30,30,30,true,"desk",false,true,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,false,"desk",false,true,true,false,"desk",false,true,true,"yes","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,true,true,"desk",false,true,true,false,"desk",false,true,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,false,"desk",false,true,true,false,"desk",false,true,true,"yes","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,true,true,"desk",false,true,true,false]

select one_n as "oneDenominator", one_hits as "oneNumerator", one_value as "oneValue", other_n as "otherDenominator", other_hits as "otherNumerator", other_value as "otherValue", case when one_n >= cast($1 as integer) and other_n >= cast($2 as integer) then one_value - other_value end as "gap", case when one_n >= cast($3 as integer) and other_n >= cast($4 as integer) and $5 then within end as "standardisedGap", cast(coalesce(comparable, 0) as bigint) as "comparable", "whole"."side_name" as "name"
from (select side_name as "side_name",
	count(*) filter (where "is_one") as "one_n",
	count(*) filter (where "is_one_hit") as "one_hits", cast(count(*) filter (where "is_one_hit") as double precision) / nullif(count(*) filter (where "is_one"), 0) as "one_value",
	count(*) filter (where "is_other") as "other_n",
	count(*) filter (where "is_other_hit") as "other_hits", cast(count(*) filter (where "is_other_hit") as double precision) / nullif(count(*) filter (where "is_other"), 0) as "other_value"
from (select "unit" as "side_name", "kind", "handling_seconds", ((((("handling_mode" is null or "handling_mode" <> $6)
		and ("is_excluded" is null or "is_excluded" = $7))
		and "is_closed" = $8)
		and "visit_valid" = $9)
		and "is_special_group" = $10) as "is_one", (((((("handling_mode" is null or "handling_mode" <> $11)
		and ("is_excluded" is null or "is_excluded" = $12))
		and "is_closed" = $13)
		and "visit_valid" = $14)
		and "is_special_group" = $15)
		and ((((("handling_mode" is null or "handling_mode" <> $16)
		and ("is_excluded" is null or "is_excluded" = $17))
		and "is_closed" = $18)
		and "visit_valid" = $19)
		and "visit_resolved" = $20)) as "is_one_hit", ((((("handling_mode" is null or "handling_mode" <> $21)
		and ("is_excluded" is null or "is_excluded" = $22))
		and "is_closed" = $23)
		and "visit_valid" = $24)
		and "is_special_group" = $25) as "is_other", (((((("handling_mode" is null or "handling_mode" <> $26)
		and ("is_excluded" is null or "is_excluded" = $27))
		and "is_closed" = $28)
		and "visit_valid" = $29)
		and "is_special_group" = $30)
		and ((((("handling_mode" is null or "handling_mode" <> $31)
		and ("is_excluded" is null or "is_excluded" = $32))
		and "is_closed" = $33)
		and "visit_valid" = $34)
		and "visit_resolved" = $35)) as "is_other_hit"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($36 as timestamp)
		and "visit_basis_at" < cast($37 as timestamp)
		and "line" in ($38)
		and ("channel" in ($39) or "channel" is null)
		and "kind" in ($40)
		and "category_1" in ($41, $42)
		and "district" is null
		and "unit" in ($43))
		and (((((("handling_mode" is null or "handling_mode" <> $44)
		and ("is_excluded" is null or "is_excluded" = $45))
		and "is_closed" = $46)
		and "visit_valid" = $47)
		and "is_special_group" = $48) or ((((("handling_mode" is null or "handling_mode" <> $49)
		and ("is_excluded" is null or "is_excluded" = $50))
		and "is_closed" = $51)
		and "visit_valid" = $52)
		and "is_special_group" = $53)))) as "judged"
group by "side_name") as "whole" left join (select "side_name", sum(case when one_n > 0 and other_n > 0 then one_n else 0 end) as "comparable", sum(case when one_n > 0 and other_n > 0 then one_n * (one_value - other_value) end)
				/ nullif(sum(case when one_n > 0 and other_n > 0 then one_n else 0 end), 0) as "within"
from (select side_name as "side_name",
	count(*) filter (where "is_one") as "one_n",
	count(*) filter (where "is_one_hit") as "one_hits", cast(count(*) filter (where "is_one_hit") as double precision) / nullif(count(*) filter (where "is_one"), 0) as "one_value",
	count(*) filter (where "is_other") as "other_n",
	count(*) filter (where "is_other_hit") as "other_hits", cast(count(*) filter (where "is_other_hit") as double precision) / nullif(count(*) filter (where "is_other"), 0) as "other_value"
from (select "unit" as "side_name", "kind", "handling_seconds", ((((("handling_mode" is null or "handling_mode" <> $54)
		and ("is_excluded" is null or "is_excluded" = $55))
		and "is_closed" = $56)
		and "visit_valid" = $57)
		and "is_special_group" = $58) as "is_one", (((((("handling_mode" is null or "handling_mode" <> $59)
		and ("is_excluded" is null or "is_excluded" = $60))
		and "is_closed" = $61)
		and "visit_valid" = $62)
		and "is_special_group" = $63)
		and ((((("handling_mode" is null or "handling_mode" <> $64)
		and ("is_excluded" is null or "is_excluded" = $65))
		and "is_closed" = $66)
		and "visit_valid" = $67)
		and "visit_resolved" = $68)) as "is_one_hit", ((((("handling_mode" is null or "handling_mode" <> $69)
		and ("is_excluded" is null or "is_excluded" = $70))
		and "is_closed" = $71)
		and "visit_valid" = $72)
		and "is_special_group" = $73) as "is_other", (((((("handling_mode" is null or "handling_mode" <> $74)
		and ("is_excluded" is null or "is_excluded" = $75))
		and "is_closed" = $76)
		and "visit_valid" = $77)
		and "is_special_group" = $78)
		and ((((("handling_mode" is null or "handling_mode" <> $79)
		and ("is_excluded" is null or "is_excluded" = $80))
		and "is_closed" = $81)
		and "visit_valid" = $82)
		and "visit_resolved" = $83)) as "is_other_hit"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($84 as timestamp)
		and "visit_basis_at" < cast($85 as timestamp)
		and "line" in ($86)
		and ("channel" in ($87) or "channel" is null)
		and "kind" in ($88)
		and "category_1" in ($89, $90)
		and "district" is null
		and "unit" in ($91))
		and (((((("handling_mode" is null or "handling_mode" <> $92)
		and ("is_excluded" is null or "is_excluded" = $93))
		and "is_closed" = $94)
		and "visit_valid" = $95)
		and "is_special_group" = $96) or ((((("handling_mode" is null or "handling_mode" <> $97)
		and ("is_excluded" is null or "is_excluded" = $98))
		and "is_closed" = $99)
		and "visit_valid" = $100)
		and "is_special_group" = $101)))) as "judged"
group by "side_name", "kind") as "kinds"
group by "side_name") as "standardised" on coalesce(standardised.side_name, '') = coalesce(whole.side_name, '')
order by "whole"."side_name" asc nulls last;
-- [30,30,30,30,true,"desk",false,true,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,false,"desk",false,true,true,false,"desk",false,true,true,"yes","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,true,true,"desk",false,true,true,false,"desk",false,true,true,true,"desk",false,true,true,true,"desk",false,true,true,"yes","desk",false,true,true,false,"desk",false,true,true,false,"desk",false,true,true,"yes","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true,true,true,"desk",false,true,true,false]
