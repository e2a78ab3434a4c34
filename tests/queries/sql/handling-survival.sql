select cast(coalesce(sum(case when days is not null then leaving else 0 end), 0) as bigint) as "n", cast(coalesce(sum(case when days is not null then closings else 0 end), 0) as bigint) as "closed", cast(coalesce(sum(case when days is not null then leaving - closings else 0 end), 0) as bigint) as "open", min(days) filter (where share_open <= cast($1 as double precision)) as "medianDays", min(days) filter (where share_open <= cast($2 as double precision)) as "p75Days", min(days) filter (where share_open <= cast($3 as double precision)) as "p90Days", case
	when max(days) >= cast($4 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($5 as integer)), 1)
end as "doneIn1", case
	when max(days) >= cast($6 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($7 as integer)), 1)
end as "doneIn5", case
	when max(days) >= cast($8 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($9 as integer)), 1)
end as "doneIn10", case
	when max(days) >= cast($10 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($11 as integer)), 1)
end as "doneIn15", cast(sum(days * closings) as double precision) / nullif(sum(case when days is not null then closings end), 0) as "meanClosedDays", cast(coalesce(sum(negative), 0) as bigint) as "negative", cast(coalesce(sum(missing), 0) as bigint) as "missing", cast(coalesce(sum(case when days is null then leaving - negative - missing else 0 end), 0) as bigint) as "yearNotLoaded"
from (select *, case
				when days is null then null
				when closings = at_risk then 0
				else exp(sum(case when closings < at_risk then ln(1 - cast(closings as double precision) / at_risk) else 0 end)
					over (partition by name order by days asc nulls last))
			end as "share_open"
from (select *, sum(case when days is null then 0 else leaving end) over (partition by name order by days desc nulls last) as "at_risk"
from (select "name", "days",
	count(*) as "leaving", sum(closing) as "closings", sum(backwards) as "negative", sum(timeless) as "missing"
from (select cast(null as varchar) as "name", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is not null) then cast(coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) as double precision) end as "days", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is not null) and coalesce("handling_seconds" / 86400.0, "handling_days") is not null then 1 else 0 end as "closing", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) < 0 then 1 else 0 end as "backwards", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is null then 1 else 0 end as "timeless"
from "warehouse"."orders"
where (("received_at" >= cast($12 as timestamp)
		and "received_at" < cast($13 as timestamp)
		and "line" in ($14)
		and ("channel" in ($15) or "channel" is null)
		and "kind" in ($16)
		and "category_1" in ($17, $18)
		and "district" is null
		and "unit" in ($19))
		and ("handling_mode" is null or "handling_mode" <> $20))) as "times"
group by "name", "days") as "distinct_times") as "at_risk_times") as "curve";
-- [0.500000000001,0.250000000001,0.10000000000100001,1,1,5,5,10,10,15,15,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]

select cast(coalesce(sum(case when days is not null then leaving else 0 end), 0) as bigint) as "n", cast(coalesce(sum(case when days is not null then closings else 0 end), 0) as bigint) as "closed", cast(coalesce(sum(case when days is not null then leaving - closings else 0 end), 0) as bigint) as "open", min(days) filter (where share_open <= cast($1 as double precision)) as "medianDays", min(days) filter (where share_open <= cast($2 as double precision)) as "p75Days", min(days) filter (where share_open <= cast($3 as double precision)) as "p90Days", case
	when max(days) >= cast($4 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($5 as integer)), 1)
end as "doneIn1", case
	when max(days) >= cast($6 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($7 as integer)), 1)
end as "doneIn5", case
	when max(days) >= cast($8 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($9 as integer)), 1)
end as "doneIn10", case
	when max(days) >= cast($10 as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast($11 as integer)), 1)
end as "doneIn15", cast(sum(days * closings) as double precision) / nullif(sum(case when days is not null then closings end), 0) as "meanClosedDays", cast(coalesce(sum(negative), 0) as bigint) as "negative", cast(coalesce(sum(missing), 0) as bigint) as "missing", cast(coalesce(sum(case when days is null then leaving - negative - missing else 0 end), 0) as bigint) as "yearNotLoaded", "name" as "name"
from (select *, case
				when days is null then null
				when closings = at_risk then 0
				else exp(sum(case when closings < at_risk then ln(1 - cast(closings as double precision) / at_risk) else 0 end)
					over (partition by name order by days asc nulls last))
			end as "share_open"
from (select *, sum(case when days is null then 0 else leaving end) over (partition by name order by days desc nulls last) as "at_risk"
from (select "name", "days",
	count(*) as "leaving", sum(closing) as "closings", sum(backwards) as "negative", sum(timeless) as "missing"
from (select "unit" as "name", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is not null) then cast(coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) as double precision) end as "days", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is not null) and coalesce("handling_seconds" / 86400.0, "handling_days") is not null then 1 else 0 end as "closing", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) < 0 then 1 else 0 end as "backwards", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is null then 1 else 0 end as "timeless"
from "warehouse"."orders"
where (("received_at" >= cast($12 as timestamp)
		and "received_at" < cast($13 as timestamp)
		and "line" in ($14)
		and ("channel" in ($15) or "channel" is null)
		and "kind" in ($16)
		and "category_1" in ($17, $18)
		and "district" is null
		and "unit" in ($19))
		and ("handling_mode" is null or "handling_mode" <> $20))) as "times"
group by "name", "days") as "distinct_times") as "at_risk_times") as "curve"
group by "name"
order by "name" asc nulls last;
-- [0.500000000001,0.250000000001,0.10000000000100001,1,1,5,5,10,10,15,15,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]
