select "bin",
	count(*) as "orders"
from (select case
		when "handling_seconds" <= cast($1 as bigint) then cast($2 as integer)
		when "handling_seconds" <= cast($3 as bigint) then cast($4 as integer)
		when "handling_seconds" <= cast($5 as bigint) then cast($6 as integer)
		when "handling_seconds" <= cast($7 as bigint) then cast($8 as integer)
		when "handling_seconds" <= cast($9 as bigint) then cast($10 as integer)
		when "handling_seconds" <= cast($11 as bigint) then cast($12 as integer)
		when "handling_seconds" <= cast($13 as bigint) then cast($14 as integer)
		when "handling_seconds" <= cast($15 as bigint) then cast($16 as integer)
		when "handling_seconds" <= cast($17 as bigint) then cast($18 as integer)
		when "handling_seconds" <= cast($19 as bigint) then cast($20 as integer)
		when "handling_seconds" <= cast($21 as bigint) then cast($22 as integer)
		when "handling_seconds" <= cast($23 as bigint) then cast($24 as integer)
		when "handling_seconds" <= cast($25 as bigint) then cast($26 as integer)
		else cast($27 as integer) end as "bin"
from "warehouse"."orders"
where (("closed_basis_at" >= cast($28 as timestamp)
		and "closed_basis_at" < cast($29 as timestamp)
		and "line" in ($30)
		and ("channel" in ($31) or "channel" is null)
		and "kind" in ($32)
		and "category_1" in ($33, $34)
		and "district" is null
		and "unit" in ($35))
		and (("handling_mode" is null or "handling_mode" <> $36)
		and "is_closed" = $37)
		and "handling_seconds" >= $38)) as "binned"
group by "bin"
order by "bin";
-- [300,0,900,1,3600,2,14400,3,43200,4,86400,5,172800,6,259200,7,432000,8,604800,9,864000,10,1296000,11,2592000,12,13,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",true,0]
