select *
from (select count("incoming") as "incoming",
	count("offered") as "offered",
	count("answered") as "answered",
	count("answered_in_15") as "answered_in_15",
	count("self_served") as "self_served",
	count("abandoned") as "abandoned",
	count("abandoned_soon") as "abandoned_soon",
	count("wait_seconds") as "wait_seconds",
	count("talk_seconds") as "talk_seconds",
	count("after_call_seconds") as "after_call_seconds",
	count("texts") as "texts",
	count("texts_in_3_minutes") as "texts_in_3_minutes",
	count("letters") as "letters",
	count("letters_in_24_hours") as "letters_in_24_hours",
	count("rated") as "rated",
	count("rated_satisfied") as "rated_satisfied",
	count("quality_checked") as "quality_checked"
from (select *
from (select cast(arrived_at as date) as "day", "line",
	count(*) filter (where medium = 'phone') as "incoming",
	case when count("is_offered") > 0 then count(*) filter (where medium = 'phone' and is_offered) end as "offered",
	case when count("is_answered") > 0 then count(*) filter (where medium = 'phone' and is_answered) end as "answered",
	case when count("is_answered") > 0 and count("wait_seconds") > 0 then count(*) filter (where medium = 'phone' and is_answered and wait_seconds <= 15) end as "answered_in_15",
	case when count("is_self_served") > 0 then count(*) filter (where medium = 'phone' and is_self_served) end as "self_served",
	case when count("is_offered") > 0 and count("is_answered") > 0 then count(*) filter (where medium = 'phone' and is_offered and not is_answered) end as "abandoned",
	case when count("is_offered") > 0 and count("is_answered") > 0 and count("wait_seconds") > 0 then count(*) filter (where medium = 'phone' and is_offered and not is_answered and wait_seconds < 10) end as "abandoned_soon",
	case when count("wait_seconds") > 0 then sum("wait_seconds") filter (where medium = 'phone' and is_answered) end as "wait_seconds",
	case when count("talk_seconds") > 0 then sum("talk_seconds") filter (where medium = 'phone' and is_answered) end as "talk_seconds",
	case when count("after_call_seconds") > 0 then sum("after_call_seconds") filter (where medium = 'phone' and is_answered) end as "after_call_seconds",
	case when count(*) filter (where medium = $1) > 0
		then count(*) filter (where medium = $2 and true) end as "texts",
	case when count(*) filter (where medium = $3) > 0
		then count(*) filter (where medium = $4 and reply_seconds <= 180) end as "texts_in_3_minutes",
	case when count(*) filter (where medium = $5) > 0
		then count(*) filter (where medium = $6 and true) end as "letters",
	case when count(*) filter (where medium = $7) > 0
		then count(*) filter (where medium = $8 and reply_seconds <= 86400) end as "letters_in_24_hours",
	case when count("agent_rating") > 0 then count(*) filter (where medium = 'phone' and agent_rating <> 'unrated') end as "rated",
	case when count("agent_rating") > 0 then count(*) filter (where medium = 'phone' and agent_rating in ('very_satisfied', 'satisfied')) end as "rated_satisfied",
	case when count("is_quality_checked") > 0 then count(*) filter (where medium = 'phone' and is_quality_checked) end as "quality_checked"
from "warehouse"."calls"
group by cast(arrived_at as date), "line" union all select *
from "warehouse"."call_days"
where not exists (select "warehouse"."calls"."line"
from "warehouse"."calls"
where cast(calls.arrived_at as date) = call_days.day and coalesce(calls.line, '') = coalesce(call_days.line, ''))) as "line_days") as "line_days") as "days" inner join (select count("residents") as "residents",
	count("seats") as "seats",
	count("staff") as "staff"
from "warehouse"."places") as "places" on true;
-- ["text","text","text","text","mailbox","mailbox","mailbox","mailbox"]
