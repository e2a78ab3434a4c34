select "days", 1 - min(share_open) as "done", cast(max(at_risk) as bigint) as "atRisk"
from (select ceil(days * 4) / 4 as "days", "share_open", "at_risk"
from (select *, case
				when days is null then null
				when closings = at_risk then 0
				else exp(sum(case when closings < at_risk then ln(1 - cast(closings as double precision) / at_risk) else 0 end)
					over (partition by name order by days asc nulls last))
			end as "share_open"
from (select *, sum(case when days is null then 0 else leaving end) over (partition by name order by days desc nulls last) as "at_risk"
from (select "name", "days",
	count(*) as "leaving", sum(closing) as "closings", sum(backwards) as "negative", sum(timeless) as "missing"
from (select cast(null as varchar) as "name", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce("handling_working_days", "open_working_days") is not null) then cast(coalesce("handling_working_days", "open_working_days") as double precision) end as "days", case when (coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) >= 0 and coalesce("handling_working_days", "open_working_days") is not null)
		and "handling_working_days" is not null then 1 else 0 end as "closing", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) < 0 then 1 else 0 end as "backwards", case when coalesce(coalesce("handling_seconds" / 86400.0, "handling_days"), "open_seconds" / 86400.0) is null then 1 else 0 end as "timeless"
from "warehouse"."orders"
where (("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
		and ("handling_mode" is null or "handling_mode" <> $9))) as "times"
group by "name", "days") as "distinct_times") as "at_risk_times") as "curve"
where days is not null) as "quarters"
group by "days"
order by "days" asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk"]
