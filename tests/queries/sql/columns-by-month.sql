select substring(cast(cast(date_trunc('month', received_at) as date) as varchar), 1, 7) as "month",
	count(*) as "orders",
	count("line") as "line",
	count("channel") as "channel",
	count("kind") as "kind",
	count("category_1") as "category_1",
	count("district") as "district",
	count("unit") as "unit",
	count("urgency") as "urgency",
	count("due_at") as "due_at",
	count("dispatched_at") as "dispatched_at",
	count("signed_at") as "signed_at",
	count("first_contact_at") as "first_contact_at",
	count("closed_at") as "closed_at",
	count("visit_attempted") as "visit_attempted",
	count("visit_valid") as "visit_valid",
	count("visit_resolved") as "visit_resolved",
	count("satisfaction") as "satisfaction",
	count("exclusion_state") as "exclusion_state",
	count("caller_key") as "caller_key"
from "warehouse"."orders"
where ("received_at" >= cast($1 as timestamp)
		and "received_at" < cast($2 as timestamp)
		and "line" in ($3)
		and ("channel" in ($4) or "channel" is null)
		and "kind" in ($5)
		and "category_1" in ($6, $7)
		and "district" is null
		and "unit" in ($8))
group by date_trunc('month', received_at) order by date_trunc('month', received_at) asc nulls last;
-- ["2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
