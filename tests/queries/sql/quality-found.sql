select max("seen_at") as "lastSeenAt",
	count(*) as "orders",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid" or "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded" or "found open-not-seen" or "found state-not-seen" or "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "any",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid") as "kind completeness",
	count(*) filter (where "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded") as "kind validity",
	count(*) filter (where "found open-not-seen" or "found state-not-seen") as "kind timeliness",
	count(*) filter (where "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "kind contradictions",
	count(*) filter (where "found no-unit") as "found no-unit",
	count(*) filter (where "base 0") as "of no-unit",
	count(*) filter (where "found no-category") as "found no-category",
	count(*) filter (where "base 1") as "of no-category",
	count(*) filter (where "found no-caller") as "found no-caller",
	count(*) filter (where "base 0") as "of no-caller",
	count(*) filter (where "found no-deadline") as "found no-deadline",
	count(*) filter (where "base 0") as "of no-deadline",
	count(*) filter (where "found closed-without-time") as "found closed-without-time",
	count(*) filter (where "base 2") as "of closed-without-time",
	count(*) filter (where "found no-dispatch") as "found no-dispatch",
	count(*) filter (where "base 0") as "of no-dispatch",
	count(*) filter (where "found visit-unrated") as "found visit-unrated",
	count(*) filter (where "base 3") as "of visit-unrated",
	count(*) filter (where "found visit-unresolved-unsaid") as "found visit-unresolved-unsaid",
	count(*) filter (where "base 3") as "of visit-unresolved-unsaid",
	count(*) filter (where "found timeliness-unknown") as "found timeliness-unknown",
	count(*) filter (where "base 0") as "of timeliness-unknown",
	count(*) filter (where "found judged-by-flag") as "found judged-by-flag",
	count(*) filter (where "base 0") as "of judged-by-flag",
	count(*) filter (where "found closing-day-alone") as "found closing-day-alone",
	count(*) filter (where "base 4") as "of closing-day-alone",
	count(*) filter (where "found receipt-day-alone") as "found receipt-day-alone",
	count(*) filter (where "base 1") as "of receipt-day-alone",
	count(*) filter (where "found after-cut") as "found after-cut",
	count(*) filter (where "base 1") as "of after-cut",
	count(*) filter (where "found closed-after-cut") as "found closed-after-cut",
	count(*) filter (where "base 5") as "of closed-after-cut",
	count(*) filter (where "found kind-unknown") as "found kind-unknown",
	count(*) filter (where "base 6") as "of kind-unknown",
	count(*) filter (where "found year-not-loaded") as "found year-not-loaded",
	count(*) filter (where "base 0") as "of year-not-loaded",
	count(*) filter (where "found open-not-seen") as "found open-not-seen",
	count(*) filter (where "base 5") as "of open-not-seen",
	count(*) filter (where "found state-not-seen") as "found state-not-seen",
	count(*) filter (where "base 0") as "of state-not-seen",
	count(*) filter (where "found closed-before-received") as "found closed-before-received",
	count(*) filter (where "base 4") as "of closed-before-received",
	count(*) filter (where "found dispatched-before-received") as "found dispatched-before-received",
	count(*) filter (where "base 7") as "of dispatched-before-received",
	count(*) filter (where "found signed-before-dispatched") as "found signed-before-dispatched",
	count(*) filter (where "base 8") as "of signed-before-dispatched",
	count(*) filter (where "found contacted-before-dispatched") as "found contacted-before-dispatched",
	count(*) filter (where "base 9") as "of contacted-before-dispatched",
	count(*) filter (where "found due-before-received") as "found due-before-received",
	count(*) filter (where "base 10") as "of due-before-received",
	count(*) filter (where "found visited-before-closed") as "found visited-before-closed",
	count(*) filter (where "base 11") as "of visited-before-closed",
	count(*) filter (where "found visited-open") as "found visited-open",
	count(*) filter (where "base 12") as "of visited-open",
	count(*) filter (where "found valid-not-reached") as "found valid-not-reached",
	count(*) filter (where "base 3") as "of valid-not-reached",
	count(*) filter (where "found instant-closing") as "found instant-closing",
	count(*) filter (where "base 13") as "of instant-closing",
	count(*) filter (where "found midnight-closing") as "found midnight-closing",
	count(*) filter (where "base 13") as "of midnight-closing",
	count(*) filter (where "found batch-closing") as "found batch-closing",
	count(*) filter (where "base 14") as "of batch-closing"
from (select *, "base 0" and coalesce("unit" is null, false) as "found no-unit", "base 1" and coalesce("category_1" is null, false) as "found no-category", "base 0" and coalesce("caller_key" is null, false) as "found no-caller", "base 0" and coalesce(("timeliness" = $1
		and "due_at" is null), false) as "found no-deadline", "base 2" and coalesce("is_closed_without_time" = $2, false) as "found closed-without-time", "base 0" and coalesce("dispatched_at" is null, false) as "found no-dispatch", "base 3" and coalesce(("satisfaction" is null or "satisfaction" = $3), false) as "found visit-unrated", "base 3" and coalesce("visit_resolved" is null, false) as "found visit-unresolved-unsaid", "base 0" and coalesce("timeliness" = $4, false) as "found timeliness-unknown", "base 0" and coalesce("timeliness_from" = $5, false) as "found judged-by-flag", "base 4" and coalesce("closed_is_date" = $6, false) as "found closing-day-alone", "base 1" and coalesce("received_is_date" = $7, false) as "found receipt-day-alone", "base 1" and coalesce(("is_closed_after_cut" = $8 or "received_at" > (select "data_cut"
from "warehouse"."about") or "dispatched_at" > (select "data_cut"
from "warehouse"."about") or "signed_at" > (select "data_cut"
from "warehouse"."about") or "first_contact_at" > (select "data_cut"
from "warehouse"."about") or "replied_at" > (select "data_cut"
from "warehouse"."about") or "visited_at" > (select "data_cut"
from "warehouse"."about")), false) as "found after-cut", "base 5" and coalesce("is_closed_after_cut" = $9, false) as "found closed-after-cut", "base 6" and coalesce("kind_code" is null, false) as "found kind-unknown", "base 0" and coalesce("is_year_not_loaded" = $10, false) as "found year-not-loaded", "base 5" and coalesce("seen_at" < (select "data_cut"
from "warehouse"."about"), false) as "found open-not-seen", "base 0" and coalesce(("is_closed" = $11
		and "seen_at" < (select "data_cut"
from "warehouse"."about")), false) as "found state-not-seen", "base 4" and coalesce(("handling_seconds" < $12 or ("handling_seconds" is null
		and "handling_days" < $13)), false) as "found closed-before-received", "base 7" and coalesce("dispatch_seconds" < $14, false) as "found dispatched-before-received", "base 8" and coalesce("sign_seconds" < $15, false) as "found signed-before-dispatched", "base 9" and coalesce("first_contact_seconds" < $16, false) as "found contacted-before-dispatched", "base 10" and coalesce("due_at" < "received_at", false) as "found due-before-received", "base 11" and coalesce(case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end, false) as "found visited-before-closed", "base 12" and coalesce("is_closed" = $17, false) as "found visited-open", "base 3" and coalesce("visit_reached" = $18, false) as "found valid-not-reached", "base 13" and coalesce((("handling_seconds" >= $19
		and "handling_seconds" <= $20) or ("unit_seconds" >= $21
		and "unit_seconds" <= $22)), false) as "found instant-closing", "base 13" and coalesce(cast(closed_at as time) = time '00:00:00', false) as "found midnight-closing", "base 14" and coalesce("closed_in_minute" >= $23, false) as "found batch-closing"
from (select *, coalesce(("handling_mode" is null or "handling_mode" <> $24), false) as "base 0", coalesce(1 = 1, false) as "base 1", coalesce((("handling_mode" is null or "handling_mode" <> $25)
		and "is_closed" = $26), false) as "base 2", coalesce((((("handling_mode" is null or "handling_mode" <> $27)
		and ("is_excluded" is null or "is_excluded" = $28))
		and "is_closed" = $29)
		and "visit_valid" = $30), false) as "base 3", coalesce(((("handling_mode" is null or "handling_mode" <> $31)
		and "is_closed" = $32)
		and "closed_at" is not null), false) as "base 4", coalesce((("handling_mode" is null or "handling_mode" <> $33)
		and "is_closed" = $34), false) as "base 5", coalesce("kind" is not null, false) as "base 6", coalesce((("handling_mode" is null or "handling_mode" <> $35)
		and "dispatched_at" is not null), false) as "base 7", coalesce((("handling_mode" is null or "handling_mode" <> $36)
		and "dispatched_at" is not null
		and "signed_at" is not null), false) as "base 8", coalesce((("handling_mode" is null or "handling_mode" <> $37)
		and "dispatched_at" is not null
		and "first_contact_at" is not null), false) as "base 9", coalesce((("handling_mode" is null or "handling_mode" <> $38)
		and "due_at" is not null), false) as "base 10", coalesce((("handling_mode" is null or "handling_mode" <> $39)
		and "visited_at" is not null
		and "closed_at" is not null), false) as "base 11", coalesce((("handling_mode" is null or "handling_mode" <> $40)
		and "visit_attempted" = $41), false) as "base 12", coalesce((((("handling_mode" is null or "handling_mode" <> $42)
		and "is_closed" = $43)
		and "closed_at" is not null)
		and "closed_is_date" = $44), false) as "base 13", coalesce(((((("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46)
		and "closed_at" is not null)
		and "closed_is_date" = $47)
		and "unit" is not null), false) as "base 14"
from "warehouse"."orders"
where ("received_at" >= cast($48 as timestamp)
		and "received_at" < cast($49 as timestamp)
		and "line" in ($50)
		and ("channel" in ($51) or "channel" is null)
		and "kind" in ($52)
		and "category_1" in ($53, $54)
		and "district" is null
		and "unit" in ($55))) as "orders") as "looked";
-- ["unknown",true,"unrated","unknown","flag",true,true,true,true,true,false,0,0,0,0,0,false,false,0,60,0,60,10,"desk","desk",true,"desk",false,true,true,"desk",true,"desk",false,"desk","desk","desk","desk","desk","desk",true,"desk",true,false,"desk",true,false,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]

select max("seen_at") as "lastSeenAt",
	count(*) as "orders",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid" or "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded" or "found open-not-seen" or "found state-not-seen" or "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "any",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid") as "kind completeness",
	count(*) filter (where "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded") as "kind validity",
	count(*) filter (where "found open-not-seen" or "found state-not-seen") as "kind timeliness",
	count(*) filter (where "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "kind contradictions",
	count(*) filter (where "found no-unit") as "found no-unit",
	count(*) filter (where "base 0") as "of no-unit",
	count(*) filter (where "found no-category") as "found no-category",
	count(*) filter (where "base 1") as "of no-category",
	count(*) filter (where "found no-caller") as "found no-caller",
	count(*) filter (where "base 0") as "of no-caller",
	count(*) filter (where "found no-deadline") as "found no-deadline",
	count(*) filter (where "base 0") as "of no-deadline",
	count(*) filter (where "found closed-without-time") as "found closed-without-time",
	count(*) filter (where "base 2") as "of closed-without-time",
	count(*) filter (where "found no-dispatch") as "found no-dispatch",
	count(*) filter (where "base 0") as "of no-dispatch",
	count(*) filter (where "found visit-unrated") as "found visit-unrated",
	count(*) filter (where "base 3") as "of visit-unrated",
	count(*) filter (where "found visit-unresolved-unsaid") as "found visit-unresolved-unsaid",
	count(*) filter (where "base 3") as "of visit-unresolved-unsaid",
	count(*) filter (where "found timeliness-unknown") as "found timeliness-unknown",
	count(*) filter (where "base 0") as "of timeliness-unknown",
	count(*) filter (where "found judged-by-flag") as "found judged-by-flag",
	count(*) filter (where "base 0") as "of judged-by-flag",
	count(*) filter (where "found closing-day-alone") as "found closing-day-alone",
	count(*) filter (where "base 4") as "of closing-day-alone",
	count(*) filter (where "found receipt-day-alone") as "found receipt-day-alone",
	count(*) filter (where "base 1") as "of receipt-day-alone",
	count(*) filter (where "found after-cut") as "found after-cut",
	count(*) filter (where "base 1") as "of after-cut",
	count(*) filter (where "found closed-after-cut") as "found closed-after-cut",
	count(*) filter (where "base 5") as "of closed-after-cut",
	count(*) filter (where "found kind-unknown") as "found kind-unknown",
	count(*) filter (where "base 6") as "of kind-unknown",
	count(*) filter (where "found year-not-loaded") as "found year-not-loaded",
	count(*) filter (where "base 0") as "of year-not-loaded",
	count(*) filter (where "found open-not-seen") as "found open-not-seen",
	count(*) filter (where "base 5") as "of open-not-seen",
	count(*) filter (where "found state-not-seen") as "found state-not-seen",
	count(*) filter (where "base 0") as "of state-not-seen",
	count(*) filter (where "found closed-before-received") as "found closed-before-received",
	count(*) filter (where "base 4") as "of closed-before-received",
	count(*) filter (where "found dispatched-before-received") as "found dispatched-before-received",
	count(*) filter (where "base 7") as "of dispatched-before-received",
	count(*) filter (where "found signed-before-dispatched") as "found signed-before-dispatched",
	count(*) filter (where "base 8") as "of signed-before-dispatched",
	count(*) filter (where "found contacted-before-dispatched") as "found contacted-before-dispatched",
	count(*) filter (where "base 9") as "of contacted-before-dispatched",
	count(*) filter (where "found due-before-received") as "found due-before-received",
	count(*) filter (where "base 10") as "of due-before-received",
	count(*) filter (where "found visited-before-closed") as "found visited-before-closed",
	count(*) filter (where "base 11") as "of visited-before-closed",
	count(*) filter (where "found visited-open") as "found visited-open",
	count(*) filter (where "base 12") as "of visited-open",
	count(*) filter (where "found valid-not-reached") as "found valid-not-reached",
	count(*) filter (where "base 3") as "of valid-not-reached",
	count(*) filter (where "found instant-closing") as "found instant-closing",
	count(*) filter (where "base 13") as "of instant-closing",
	count(*) filter (where "found midnight-closing") as "found midnight-closing",
	count(*) filter (where "base 13") as "of midnight-closing",
	count(*) filter (where "found batch-closing") as "found batch-closing",
	count(*) filter (where "base 14") as "of batch-closing", "unit" as "name"
from (select *, "base 0" and coalesce("unit" is null, false) as "found no-unit", "base 1" and coalesce("category_1" is null, false) as "found no-category", "base 0" and coalesce("caller_key" is null, false) as "found no-caller", "base 0" and coalesce(("timeliness" = $1
		and "due_at" is null), false) as "found no-deadline", "base 2" and coalesce("is_closed_without_time" = $2, false) as "found closed-without-time", "base 0" and coalesce("dispatched_at" is null, false) as "found no-dispatch", "base 3" and coalesce(("satisfaction" is null or "satisfaction" = $3), false) as "found visit-unrated", "base 3" and coalesce("visit_resolved" is null, false) as "found visit-unresolved-unsaid", "base 0" and coalesce("timeliness" = $4, false) as "found timeliness-unknown", "base 0" and coalesce("timeliness_from" = $5, false) as "found judged-by-flag", "base 4" and coalesce("closed_is_date" = $6, false) as "found closing-day-alone", "base 1" and coalesce("received_is_date" = $7, false) as "found receipt-day-alone", "base 1" and coalesce(("is_closed_after_cut" = $8 or "received_at" > (select "data_cut"
from "warehouse"."about") or "dispatched_at" > (select "data_cut"
from "warehouse"."about") or "signed_at" > (select "data_cut"
from "warehouse"."about") or "first_contact_at" > (select "data_cut"
from "warehouse"."about") or "replied_at" > (select "data_cut"
from "warehouse"."about") or "visited_at" > (select "data_cut"
from "warehouse"."about")), false) as "found after-cut", "base 5" and coalesce("is_closed_after_cut" = $9, false) as "found closed-after-cut", "base 6" and coalesce("kind_code" is null, false) as "found kind-unknown", "base 0" and coalesce("is_year_not_loaded" = $10, false) as "found year-not-loaded", "base 5" and coalesce("seen_at" < (select "data_cut"
from "warehouse"."about"), false) as "found open-not-seen", "base 0" and coalesce(("is_closed" = $11
		and "seen_at" < (select "data_cut"
from "warehouse"."about")), false) as "found state-not-seen", "base 4" and coalesce(("handling_seconds" < $12 or ("handling_seconds" is null
		and "handling_days" < $13)), false) as "found closed-before-received", "base 7" and coalesce("dispatch_seconds" < $14, false) as "found dispatched-before-received", "base 8" and coalesce("sign_seconds" < $15, false) as "found signed-before-dispatched", "base 9" and coalesce("first_contact_seconds" < $16, false) as "found contacted-before-dispatched", "base 10" and coalesce("due_at" < "received_at", false) as "found due-before-received", "base 11" and coalesce(case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end, false) as "found visited-before-closed", "base 12" and coalesce("is_closed" = $17, false) as "found visited-open", "base 3" and coalesce("visit_reached" = $18, false) as "found valid-not-reached", "base 13" and coalesce((("handling_seconds" >= $19
		and "handling_seconds" <= $20) or ("unit_seconds" >= $21
		and "unit_seconds" <= $22)), false) as "found instant-closing", "base 13" and coalesce(cast(closed_at as time) = time '00:00:00', false) as "found midnight-closing", "base 14" and coalesce("closed_in_minute" >= $23, false) as "found batch-closing"
from (select *, coalesce(("handling_mode" is null or "handling_mode" <> $24), false) as "base 0", coalesce(1 = 1, false) as "base 1", coalesce((("handling_mode" is null or "handling_mode" <> $25)
		and "is_closed" = $26), false) as "base 2", coalesce((((("handling_mode" is null or "handling_mode" <> $27)
		and ("is_excluded" is null or "is_excluded" = $28))
		and "is_closed" = $29)
		and "visit_valid" = $30), false) as "base 3", coalesce(((("handling_mode" is null or "handling_mode" <> $31)
		and "is_closed" = $32)
		and "closed_at" is not null), false) as "base 4", coalesce((("handling_mode" is null or "handling_mode" <> $33)
		and "is_closed" = $34), false) as "base 5", coalesce("kind" is not null, false) as "base 6", coalesce((("handling_mode" is null or "handling_mode" <> $35)
		and "dispatched_at" is not null), false) as "base 7", coalesce((("handling_mode" is null or "handling_mode" <> $36)
		and "dispatched_at" is not null
		and "signed_at" is not null), false) as "base 8", coalesce((("handling_mode" is null or "handling_mode" <> $37)
		and "dispatched_at" is not null
		and "first_contact_at" is not null), false) as "base 9", coalesce((("handling_mode" is null or "handling_mode" <> $38)
		and "due_at" is not null), false) as "base 10", coalesce((("handling_mode" is null or "handling_mode" <> $39)
		and "visited_at" is not null
		and "closed_at" is not null), false) as "base 11", coalesce((("handling_mode" is null or "handling_mode" <> $40)
		and "visit_attempted" = $41), false) as "base 12", coalesce((((("handling_mode" is null or "handling_mode" <> $42)
		and "is_closed" = $43)
		and "closed_at" is not null)
		and "closed_is_date" = $44), false) as "base 13", coalesce(((((("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46)
		and "closed_at" is not null)
		and "closed_is_date" = $47)
		and "unit" is not null), false) as "base 14"
from "warehouse"."orders"
where ("received_at" >= cast($48 as timestamp)
		and "received_at" < cast($49 as timestamp)
		and "line" in ($50)
		and ("channel" in ($51) or "channel" is null)
		and "kind" in ($52)
		and "category_1" in ($53, $54)
		and "district" is null
		and "unit" in ($55))) as "orders") as "looked"
group by "unit"
order by "unit" asc nulls last;
-- ["unknown",true,"unrated","unknown","flag",true,true,true,true,true,false,0,0,0,0,0,false,false,0,60,0,60,10,"desk","desk",true,"desk",false,true,true,"desk",true,"desk",false,"desk","desk","desk","desk","desk","desk",true,"desk",true,false,"desk",true,false,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
