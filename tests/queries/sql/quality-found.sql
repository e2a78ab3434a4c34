select max("seen_at") as "lastSeenAt",
	count(*) as "orders",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid" or "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded" or "found open-not-seen" or "found state-not-seen" or "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "any",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid") as "kind completeness",
	count(*) filter (where "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded") as "kind validity",
	count(*) filter (where "found open-not-seen" or "found state-not-seen") as "kind timeliness",
	count(*) filter (where "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "kind contradictions",
	count(*) filter (where "found no-unit") as "found no-unit",
	count(*) filter (where "of no-unit") as "of no-unit",
	count(*) filter (where "found no-category") as "found no-category",
	count(*) filter (where "of no-category") as "of no-category",
	count(*) filter (where "found no-caller") as "found no-caller",
	count(*) filter (where "of no-caller") as "of no-caller",
	count(*) filter (where "found no-deadline") as "found no-deadline",
	count(*) filter (where "of no-deadline") as "of no-deadline",
	count(*) filter (where "found closed-without-time") as "found closed-without-time",
	count(*) filter (where "of closed-without-time") as "of closed-without-time",
	count(*) filter (where "found no-dispatch") as "found no-dispatch",
	count(*) filter (where "of no-dispatch") as "of no-dispatch",
	count(*) filter (where "found visit-unrated") as "found visit-unrated",
	count(*) filter (where "of visit-unrated") as "of visit-unrated",
	count(*) filter (where "found visit-unresolved-unsaid") as "found visit-unresolved-unsaid",
	count(*) filter (where "of visit-unresolved-unsaid") as "of visit-unresolved-unsaid",
	count(*) filter (where "found timeliness-unknown") as "found timeliness-unknown",
	count(*) filter (where "of timeliness-unknown") as "of timeliness-unknown",
	count(*) filter (where "found judged-by-flag") as "found judged-by-flag",
	count(*) filter (where "of judged-by-flag") as "of judged-by-flag",
	count(*) filter (where "found closing-day-alone") as "found closing-day-alone",
	count(*) filter (where "of closing-day-alone") as "of closing-day-alone",
	count(*) filter (where "found receipt-day-alone") as "found receipt-day-alone",
	count(*) filter (where "of receipt-day-alone") as "of receipt-day-alone",
	count(*) filter (where "found after-cut") as "found after-cut",
	count(*) filter (where "of after-cut") as "of after-cut",
	count(*) filter (where "found closed-after-cut") as "found closed-after-cut",
	count(*) filter (where "of closed-after-cut") as "of closed-after-cut",
	count(*) filter (where "found kind-unknown") as "found kind-unknown",
	count(*) filter (where "of kind-unknown") as "of kind-unknown",
	count(*) filter (where "found year-not-loaded") as "found year-not-loaded",
	count(*) filter (where "of year-not-loaded") as "of year-not-loaded",
	count(*) filter (where "found open-not-seen") as "found open-not-seen",
	count(*) filter (where "of open-not-seen") as "of open-not-seen",
	count(*) filter (where "found state-not-seen") as "found state-not-seen",
	count(*) filter (where "of state-not-seen") as "of state-not-seen",
	count(*) filter (where "found closed-before-received") as "found closed-before-received",
	count(*) filter (where "of closed-before-received") as "of closed-before-received",
	count(*) filter (where "found dispatched-before-received") as "found dispatched-before-received",
	count(*) filter (where "of dispatched-before-received") as "of dispatched-before-received",
	count(*) filter (where "found signed-before-dispatched") as "found signed-before-dispatched",
	count(*) filter (where "of signed-before-dispatched") as "of signed-before-dispatched",
	count(*) filter (where "found contacted-before-dispatched") as "found contacted-before-dispatched",
	count(*) filter (where "of contacted-before-dispatched") as "of contacted-before-dispatched",
	count(*) filter (where "found due-before-received") as "found due-before-received",
	count(*) filter (where "of due-before-received") as "of due-before-received",
	count(*) filter (where "found visited-before-closed") as "found visited-before-closed",
	count(*) filter (where "of visited-before-closed") as "of visited-before-closed",
	count(*) filter (where "found visited-open") as "found visited-open",
	count(*) filter (where "of visited-open") as "of visited-open",
	count(*) filter (where "found valid-not-reached") as "found valid-not-reached",
	count(*) filter (where "of valid-not-reached") as "of valid-not-reached",
	count(*) filter (where "found instant-closing") as "found instant-closing",
	count(*) filter (where "of instant-closing") as "of instant-closing",
	count(*) filter (where "found midnight-closing") as "found midnight-closing",
	count(*) filter (where "of midnight-closing") as "of midnight-closing",
	count(*) filter (where "found batch-closing") as "found batch-closing",
	count(*) filter (where "of batch-closing") as "of batch-closing"
from (select *, coalesce(("handling_mode" is null or "handling_mode" <> $1), false) as "of no-unit", coalesce((("handling_mode" is null or "handling_mode" <> $2)
		and "unit" is null), false) as "found no-unit", coalesce(1 = 1, false) as "of no-category", coalesce((1 = 1
		and "category_1" is null), false) as "found no-category", coalesce(("handling_mode" is null or "handling_mode" <> $3), false) as "of no-caller", coalesce((("handling_mode" is null or "handling_mode" <> $4)
		and "caller_key" is null), false) as "found no-caller", coalesce(("handling_mode" is null or "handling_mode" <> $5), false) as "of no-deadline", coalesce((("handling_mode" is null or "handling_mode" <> $6)
		and ("timeliness" = $7
		and "due_at" is null)), false) as "found no-deadline", coalesce((("handling_mode" is null or "handling_mode" <> $8)
		and "is_closed" = $9), false) as "of closed-without-time", coalesce(((("handling_mode" is null or "handling_mode" <> $10)
		and "is_closed" = $11)
		and "is_closed_without_time" = $12), false) as "found closed-without-time", coalesce(("handling_mode" is null or "handling_mode" <> $13), false) as "of no-dispatch", coalesce((("handling_mode" is null or "handling_mode" <> $14)
		and "dispatched_at" is null), false) as "found no-dispatch", coalesce((((("handling_mode" is null or "handling_mode" <> $15)
		and ("is_excluded" is null or "is_excluded" = $16))
		and "is_closed" = $17)
		and "visit_valid" = $18), false) as "of visit-unrated", coalesce(((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and ("satisfaction" is null or "satisfaction" = $23)), false) as "found visit-unrated", coalesce((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27), false) as "of visit-unresolved-unsaid", coalesce(((((("handling_mode" is null or "handling_mode" <> $28)
		and ("is_excluded" is null or "is_excluded" = $29))
		and "is_closed" = $30)
		and "visit_valid" = $31)
		and "visit_resolved" is null), false) as "found visit-unresolved-unsaid", coalesce(("handling_mode" is null or "handling_mode" <> $32), false) as "of timeliness-unknown", coalesce((("handling_mode" is null or "handling_mode" <> $33)
		and "timeliness" = $34), false) as "found timeliness-unknown", coalesce(("handling_mode" is null or "handling_mode" <> $35), false) as "of judged-by-flag", coalesce((("handling_mode" is null or "handling_mode" <> $36)
		and "timeliness_from" = $37), false) as "found judged-by-flag", coalesce(((("handling_mode" is null or "handling_mode" <> $38)
		and "is_closed" = $39)
		and "closed_at" is not null), false) as "of closing-day-alone", coalesce((((("handling_mode" is null or "handling_mode" <> $40)
		and "is_closed" = $41)
		and "closed_at" is not null)
		and "closed_is_date" = $42), false) as "found closing-day-alone", coalesce(1 = 1, false) as "of receipt-day-alone", coalesce((1 = 1
		and "received_is_date" = $43), false) as "found receipt-day-alone", coalesce(1 = 1, false) as "of after-cut", coalesce((1 = 1
		and ("is_closed_after_cut" = $44 or "received_at" > (select "data_cut"
from "warehouse"."about") or "dispatched_at" > (select "data_cut"
from "warehouse"."about") or "signed_at" > (select "data_cut"
from "warehouse"."about") or "first_contact_at" > (select "data_cut"
from "warehouse"."about") or "replied_at" > (select "data_cut"
from "warehouse"."about") or "visited_at" > (select "data_cut"
from "warehouse"."about"))), false) as "found after-cut", coalesce((("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46), false) as "of closed-after-cut", coalesce(((("handling_mode" is null or "handling_mode" <> $47)
		and "is_closed" = $48)
		and "is_closed_after_cut" = $49), false) as "found closed-after-cut", coalesce("kind" is not null, false) as "of kind-unknown", coalesce(("kind" is not null
		and "kind_code" is null), false) as "found kind-unknown", coalesce(("handling_mode" is null or "handling_mode" <> $50), false) as "of year-not-loaded", coalesce((("handling_mode" is null or "handling_mode" <> $51)
		and "is_year_not_loaded" = $52), false) as "found year-not-loaded", coalesce((("handling_mode" is null or "handling_mode" <> $53)
		and "is_closed" = $54), false) as "of open-not-seen", coalesce(((("handling_mode" is null or "handling_mode" <> $55)
		and "is_closed" = $56)
		and "seen_at" < (select "data_cut"
from "warehouse"."about")), false) as "found open-not-seen", coalesce(("handling_mode" is null or "handling_mode" <> $57), false) as "of state-not-seen", coalesce((("handling_mode" is null or "handling_mode" <> $58)
		and ("is_closed" = $59
		and "seen_at" < (select "data_cut"
from "warehouse"."about"))), false) as "found state-not-seen", coalesce(((("handling_mode" is null or "handling_mode" <> $60)
		and "is_closed" = $61)
		and "closed_at" is not null), false) as "of closed-before-received", coalesce((((("handling_mode" is null or "handling_mode" <> $62)
		and "is_closed" = $63)
		and "closed_at" is not null)
		and ("handling_seconds" < $64 or ("handling_seconds" is null
		and "handling_days" < $65))), false) as "found closed-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $66)
		and "dispatched_at" is not null), false) as "of dispatched-before-received", coalesce(((("handling_mode" is null or "handling_mode" <> $67)
		and "dispatched_at" is not null)
		and "dispatch_seconds" < $68), false) as "found dispatched-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $69)
		and "dispatched_at" is not null
		and "signed_at" is not null), false) as "of signed-before-dispatched", coalesce(((("handling_mode" is null or "handling_mode" <> $70)
		and "dispatched_at" is not null
		and "signed_at" is not null)
		and "sign_seconds" < $71), false) as "found signed-before-dispatched", coalesce((("handling_mode" is null or "handling_mode" <> $72)
		and "dispatched_at" is not null
		and "first_contact_at" is not null), false) as "of contacted-before-dispatched", coalesce(((("handling_mode" is null or "handling_mode" <> $73)
		and "dispatched_at" is not null
		and "first_contact_at" is not null)
		and "first_contact_seconds" < $74), false) as "found contacted-before-dispatched", coalesce((("handling_mode" is null or "handling_mode" <> $75)
		and "due_at" is not null), false) as "of due-before-received", coalesce(((("handling_mode" is null or "handling_mode" <> $76)
		and "due_at" is not null)
		and "due_at" < "received_at"), false) as "found due-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $77)
		and "visited_at" is not null
		and "closed_at" is not null), false) as "of visited-before-closed", coalesce(((("handling_mode" is null or "handling_mode" <> $78)
		and "visited_at" is not null
		and "closed_at" is not null) and case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end), false) as "found visited-before-closed", coalesce((("handling_mode" is null or "handling_mode" <> $79)
		and "visit_attempted" = $80), false) as "of visited-open", coalesce(((("handling_mode" is null or "handling_mode" <> $81)
		and "visit_attempted" = $82)
		and "is_closed" = $83), false) as "found visited-open", coalesce((("handling_mode" is null or "handling_mode" <> $84)
		and "visit_valid" = $85), false) as "of valid-not-reached", coalesce(((("handling_mode" is null or "handling_mode" <> $86)
		and "visit_valid" = $87)
		and "visit_reached" = $88), false) as "found valid-not-reached", coalesce((((("handling_mode" is null or "handling_mode" <> $89)
		and "is_closed" = $90)
		and "closed_at" is not null)
		and "closed_is_date" = $91), false) as "of instant-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $92)
		and "is_closed" = $93)
		and "closed_at" is not null)
		and "closed_is_date" = $94)
		and (("handling_seconds" >= $95
		and "handling_seconds" <= $96) or ("unit_seconds" >= $97
		and "unit_seconds" <= $98))), false) as "found instant-closing", coalesce((((("handling_mode" is null or "handling_mode" <> $99)
		and "is_closed" = $100)
		and "closed_at" is not null)
		and "closed_is_date" = $101), false) as "of midnight-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $102)
		and "is_closed" = $103)
		and "closed_at" is not null)
		and "closed_is_date" = $104) and cast(closed_at as time) = time '00:00:00'), false) as "found midnight-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $105)
		and "is_closed" = $106)
		and "closed_at" is not null)
		and "closed_is_date" = $107)
		and "unit" is not null), false) as "of batch-closing", coalesce((((((("handling_mode" is null or "handling_mode" <> $108)
		and "is_closed" = $109)
		and "closed_at" is not null)
		and "closed_is_date" = $110)
		and "unit" is not null)
		and "closed_in_minute" >= $111), false) as "found batch-closing"
from "warehouse"."orders"
where ("received_at" >= cast($112 as timestamp)
		and "received_at" < cast($113 as timestamp)
		and "line" in ($114)
		and ("channel" in ($115) or "channel" is null)
		and "kind" in ($116)
		and "category_1" in ($117, $118)
		and "district" is null
		and "unit" in ($119))) as "looked";
-- ["desk","desk","desk","desk","desk","desk","unknown","desk",true,"desk",true,true,"desk","desk","desk",false,true,true,"desk",false,true,true,"unrated","desk",false,true,true,"desk",false,true,true,"desk","desk","unknown","desk","desk","flag","desk",true,"desk",true,true,true,true,"desk",false,"desk",false,true,"desk","desk",true,"desk",false,"desk",false,"desk","desk",false,"desk",true,"desk",true,0,0,"desk","desk",0,"desk","desk",0,"desk","desk",0,"desk","desk","desk","desk","desk",true,"desk",true,false,"desk",true,"desk",true,false,"desk",true,false,"desk",true,false,0,60,0,60,"desk",true,false,"desk",true,false,"desk",true,false,"desk",true,false,10,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]

select max("seen_at") as "lastSeenAt",
	count(*) as "orders",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid" or "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded" or "found open-not-seen" or "found state-not-seen" or "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "any",
	count(*) filter (where "found no-unit" or "found no-category" or "found no-caller" or "found no-deadline" or "found closed-without-time" or "found no-dispatch" or "found visit-unrated" or "found visit-unresolved-unsaid") as "kind completeness",
	count(*) filter (where "found timeliness-unknown" or "found judged-by-flag" or "found closing-day-alone" or "found receipt-day-alone" or "found after-cut" or "found closed-after-cut" or "found kind-unknown" or "found year-not-loaded") as "kind validity",
	count(*) filter (where "found open-not-seen" or "found state-not-seen") as "kind timeliness",
	count(*) filter (where "found closed-before-received" or "found dispatched-before-received" or "found signed-before-dispatched" or "found contacted-before-dispatched" or "found due-before-received" or "found visited-before-closed" or "found visited-open" or "found valid-not-reached" or "found instant-closing" or "found midnight-closing" or "found batch-closing") as "kind contradictions",
	count(*) filter (where "found no-unit") as "found no-unit",
	count(*) filter (where "of no-unit") as "of no-unit",
	count(*) filter (where "found no-category") as "found no-category",
	count(*) filter (where "of no-category") as "of no-category",
	count(*) filter (where "found no-caller") as "found no-caller",
	count(*) filter (where "of no-caller") as "of no-caller",
	count(*) filter (where "found no-deadline") as "found no-deadline",
	count(*) filter (where "of no-deadline") as "of no-deadline",
	count(*) filter (where "found closed-without-time") as "found closed-without-time",
	count(*) filter (where "of closed-without-time") as "of closed-without-time",
	count(*) filter (where "found no-dispatch") as "found no-dispatch",
	count(*) filter (where "of no-dispatch") as "of no-dispatch",
	count(*) filter (where "found visit-unrated") as "found visit-unrated",
	count(*) filter (where "of visit-unrated") as "of visit-unrated",
	count(*) filter (where "found visit-unresolved-unsaid") as "found visit-unresolved-unsaid",
	count(*) filter (where "of visit-unresolved-unsaid") as "of visit-unresolved-unsaid",
	count(*) filter (where "found timeliness-unknown") as "found timeliness-unknown",
	count(*) filter (where "of timeliness-unknown") as "of timeliness-unknown",
	count(*) filter (where "found judged-by-flag") as "found judged-by-flag",
	count(*) filter (where "of judged-by-flag") as "of judged-by-flag",
	count(*) filter (where "found closing-day-alone") as "found closing-day-alone",
	count(*) filter (where "of closing-day-alone") as "of closing-day-alone",
	count(*) filter (where "found receipt-day-alone") as "found receipt-day-alone",
	count(*) filter (where "of receipt-day-alone") as "of receipt-day-alone",
	count(*) filter (where "found after-cut") as "found after-cut",
	count(*) filter (where "of after-cut") as "of after-cut",
	count(*) filter (where "found closed-after-cut") as "found closed-after-cut",
	count(*) filter (where "of closed-after-cut") as "of closed-after-cut",
	count(*) filter (where "found kind-unknown") as "found kind-unknown",
	count(*) filter (where "of kind-unknown") as "of kind-unknown",
	count(*) filter (where "found year-not-loaded") as "found year-not-loaded",
	count(*) filter (where "of year-not-loaded") as "of year-not-loaded",
	count(*) filter (where "found open-not-seen") as "found open-not-seen",
	count(*) filter (where "of open-not-seen") as "of open-not-seen",
	count(*) filter (where "found state-not-seen") as "found state-not-seen",
	count(*) filter (where "of state-not-seen") as "of state-not-seen",
	count(*) filter (where "found closed-before-received") as "found closed-before-received",
	count(*) filter (where "of closed-before-received") as "of closed-before-received",
	count(*) filter (where "found dispatched-before-received") as "found dispatched-before-received",
	count(*) filter (where "of dispatched-before-received") as "of dispatched-before-received",
	count(*) filter (where "found signed-before-dispatched") as "found signed-before-dispatched",
	count(*) filter (where "of signed-before-dispatched") as "of signed-before-dispatched",
	count(*) filter (where "found contacted-before-dispatched") as "found contacted-before-dispatched",
	count(*) filter (where "of contacted-before-dispatched") as "of contacted-before-dispatched",
	count(*) filter (where "found due-before-received") as "found due-before-received",
	count(*) filter (where "of due-before-received") as "of due-before-received",
	count(*) filter (where "found visited-before-closed") as "found visited-before-closed",
	count(*) filter (where "of visited-before-closed") as "of visited-before-closed",
	count(*) filter (where "found visited-open") as "found visited-open",
	count(*) filter (where "of visited-open") as "of visited-open",
	count(*) filter (where "found valid-not-reached") as "found valid-not-reached",
	count(*) filter (where "of valid-not-reached") as "of valid-not-reached",
	count(*) filter (where "found instant-closing") as "found instant-closing",
	count(*) filter (where "of instant-closing") as "of instant-closing",
	count(*) filter (where "found midnight-closing") as "found midnight-closing",
	count(*) filter (where "of midnight-closing") as "of midnight-closing",
	count(*) filter (where "found batch-closing") as "found batch-closing",
	count(*) filter (where "of batch-closing") as "of batch-closing", "unit" as "name"
from (select *, coalesce(("handling_mode" is null or "handling_mode" <> $1), false) as "of no-unit", coalesce((("handling_mode" is null or "handling_mode" <> $2)
		and "unit" is null), false) as "found no-unit", coalesce(1 = 1, false) as "of no-category", coalesce((1 = 1
		and "category_1" is null), false) as "found no-category", coalesce(("handling_mode" is null or "handling_mode" <> $3), false) as "of no-caller", coalesce((("handling_mode" is null or "handling_mode" <> $4)
		and "caller_key" is null), false) as "found no-caller", coalesce(("handling_mode" is null or "handling_mode" <> $5), false) as "of no-deadline", coalesce((("handling_mode" is null or "handling_mode" <> $6)
		and ("timeliness" = $7
		and "due_at" is null)), false) as "found no-deadline", coalesce((("handling_mode" is null or "handling_mode" <> $8)
		and "is_closed" = $9), false) as "of closed-without-time", coalesce(((("handling_mode" is null or "handling_mode" <> $10)
		and "is_closed" = $11)
		and "is_closed_without_time" = $12), false) as "found closed-without-time", coalesce(("handling_mode" is null or "handling_mode" <> $13), false) as "of no-dispatch", coalesce((("handling_mode" is null or "handling_mode" <> $14)
		and "dispatched_at" is null), false) as "found no-dispatch", coalesce((((("handling_mode" is null or "handling_mode" <> $15)
		and ("is_excluded" is null or "is_excluded" = $16))
		and "is_closed" = $17)
		and "visit_valid" = $18), false) as "of visit-unrated", coalesce(((((("handling_mode" is null or "handling_mode" <> $19)
		and ("is_excluded" is null or "is_excluded" = $20))
		and "is_closed" = $21)
		and "visit_valid" = $22)
		and ("satisfaction" is null or "satisfaction" = $23)), false) as "found visit-unrated", coalesce((((("handling_mode" is null or "handling_mode" <> $24)
		and ("is_excluded" is null or "is_excluded" = $25))
		and "is_closed" = $26)
		and "visit_valid" = $27), false) as "of visit-unresolved-unsaid", coalesce(((((("handling_mode" is null or "handling_mode" <> $28)
		and ("is_excluded" is null or "is_excluded" = $29))
		and "is_closed" = $30)
		and "visit_valid" = $31)
		and "visit_resolved" is null), false) as "found visit-unresolved-unsaid", coalesce(("handling_mode" is null or "handling_mode" <> $32), false) as "of timeliness-unknown", coalesce((("handling_mode" is null or "handling_mode" <> $33)
		and "timeliness" = $34), false) as "found timeliness-unknown", coalesce(("handling_mode" is null or "handling_mode" <> $35), false) as "of judged-by-flag", coalesce((("handling_mode" is null or "handling_mode" <> $36)
		and "timeliness_from" = $37), false) as "found judged-by-flag", coalesce(((("handling_mode" is null or "handling_mode" <> $38)
		and "is_closed" = $39)
		and "closed_at" is not null), false) as "of closing-day-alone", coalesce((((("handling_mode" is null or "handling_mode" <> $40)
		and "is_closed" = $41)
		and "closed_at" is not null)
		and "closed_is_date" = $42), false) as "found closing-day-alone", coalesce(1 = 1, false) as "of receipt-day-alone", coalesce((1 = 1
		and "received_is_date" = $43), false) as "found receipt-day-alone", coalesce(1 = 1, false) as "of after-cut", coalesce((1 = 1
		and ("is_closed_after_cut" = $44 or "received_at" > (select "data_cut"
from "warehouse"."about") or "dispatched_at" > (select "data_cut"
from "warehouse"."about") or "signed_at" > (select "data_cut"
from "warehouse"."about") or "first_contact_at" > (select "data_cut"
from "warehouse"."about") or "replied_at" > (select "data_cut"
from "warehouse"."about") or "visited_at" > (select "data_cut"
from "warehouse"."about"))), false) as "found after-cut", coalesce((("handling_mode" is null or "handling_mode" <> $45)
		and "is_closed" = $46), false) as "of closed-after-cut", coalesce(((("handling_mode" is null or "handling_mode" <> $47)
		and "is_closed" = $48)
		and "is_closed_after_cut" = $49), false) as "found closed-after-cut", coalesce("kind" is not null, false) as "of kind-unknown", coalesce(("kind" is not null
		and "kind_code" is null), false) as "found kind-unknown", coalesce(("handling_mode" is null or "handling_mode" <> $50), false) as "of year-not-loaded", coalesce((("handling_mode" is null or "handling_mode" <> $51)
		and "is_year_not_loaded" = $52), false) as "found year-not-loaded", coalesce((("handling_mode" is null or "handling_mode" <> $53)
		and "is_closed" = $54), false) as "of open-not-seen", coalesce(((("handling_mode" is null or "handling_mode" <> $55)
		and "is_closed" = $56)
		and "seen_at" < (select "data_cut"
from "warehouse"."about")), false) as "found open-not-seen", coalesce(("handling_mode" is null or "handling_mode" <> $57), false) as "of state-not-seen", coalesce((("handling_mode" is null or "handling_mode" <> $58)
		and ("is_closed" = $59
		and "seen_at" < (select "data_cut"
from "warehouse"."about"))), false) as "found state-not-seen", coalesce(((("handling_mode" is null or "handling_mode" <> $60)
		and "is_closed" = $61)
		and "closed_at" is not null), false) as "of closed-before-received", coalesce((((("handling_mode" is null or "handling_mode" <> $62)
		and "is_closed" = $63)
		and "closed_at" is not null)
		and ("handling_seconds" < $64 or ("handling_seconds" is null
		and "handling_days" < $65))), false) as "found closed-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $66)
		and "dispatched_at" is not null), false) as "of dispatched-before-received", coalesce(((("handling_mode" is null or "handling_mode" <> $67)
		and "dispatched_at" is not null)
		and "dispatch_seconds" < $68), false) as "found dispatched-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $69)
		and "dispatched_at" is not null
		and "signed_at" is not null), false) as "of signed-before-dispatched", coalesce(((("handling_mode" is null or "handling_mode" <> $70)
		and "dispatched_at" is not null
		and "signed_at" is not null)
		and "sign_seconds" < $71), false) as "found signed-before-dispatched", coalesce((("handling_mode" is null or "handling_mode" <> $72)
		and "dispatched_at" is not null
		and "first_contact_at" is not null), false) as "of contacted-before-dispatched", coalesce(((("handling_mode" is null or "handling_mode" <> $73)
		and "dispatched_at" is not null
		and "first_contact_at" is not null)
		and "first_contact_seconds" < $74), false) as "found contacted-before-dispatched", coalesce((("handling_mode" is null or "handling_mode" <> $75)
		and "due_at" is not null), false) as "of due-before-received", coalesce(((("handling_mode" is null or "handling_mode" <> $76)
		and "due_at" is not null)
		and "due_at" < "received_at"), false) as "found due-before-received", coalesce((("handling_mode" is null or "handling_mode" <> $77)
		and "visited_at" is not null
		and "closed_at" is not null), false) as "of visited-before-closed", coalesce(((("handling_mode" is null or "handling_mode" <> $78)
		and "visited_at" is not null
		and "closed_at" is not null) and case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end), false) as "found visited-before-closed", coalesce((("handling_mode" is null or "handling_mode" <> $79)
		and "visit_attempted" = $80), false) as "of visited-open", coalesce(((("handling_mode" is null or "handling_mode" <> $81)
		and "visit_attempted" = $82)
		and "is_closed" = $83), false) as "found visited-open", coalesce((("handling_mode" is null or "handling_mode" <> $84)
		and "visit_valid" = $85), false) as "of valid-not-reached", coalesce(((("handling_mode" is null or "handling_mode" <> $86)
		and "visit_valid" = $87)
		and "visit_reached" = $88), false) as "found valid-not-reached", coalesce((((("handling_mode" is null or "handling_mode" <> $89)
		and "is_closed" = $90)
		and "closed_at" is not null)
		and "closed_is_date" = $91), false) as "of instant-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $92)
		and "is_closed" = $93)
		and "closed_at" is not null)
		and "closed_is_date" = $94)
		and (("handling_seconds" >= $95
		and "handling_seconds" <= $96) or ("unit_seconds" >= $97
		and "unit_seconds" <= $98))), false) as "found instant-closing", coalesce((((("handling_mode" is null or "handling_mode" <> $99)
		and "is_closed" = $100)
		and "closed_at" is not null)
		and "closed_is_date" = $101), false) as "of midnight-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $102)
		and "is_closed" = $103)
		and "closed_at" is not null)
		and "closed_is_date" = $104) and cast(closed_at as time) = time '00:00:00'), false) as "found midnight-closing", coalesce(((((("handling_mode" is null or "handling_mode" <> $105)
		and "is_closed" = $106)
		and "closed_at" is not null)
		and "closed_is_date" = $107)
		and "unit" is not null), false) as "of batch-closing", coalesce((((((("handling_mode" is null or "handling_mode" <> $108)
		and "is_closed" = $109)
		and "closed_at" is not null)
		and "closed_is_date" = $110)
		and "unit" is not null)
		and "closed_in_minute" >= $111), false) as "found batch-closing"
from "warehouse"."orders"
where ("received_at" >= cast($112 as timestamp)
		and "received_at" < cast($113 as timestamp)
		and "line" in ($114)
		and ("channel" in ($115) or "channel" is null)
		and "kind" in ($116)
		and "category_1" in ($117, $118)
		and "district" is null
		and "unit" in ($119))) as "looked"
group by "unit"
order by "unit" asc nulls last;
-- ["desk","desk","desk","desk","desk","desk","unknown","desk",true,"desk",true,true,"desk","desk","desk",false,true,true,"desk",false,true,true,"unrated","desk",false,true,true,"desk",false,true,true,"desk","desk","unknown","desk","desk","flag","desk",true,"desk",true,true,true,true,"desk",false,"desk",false,true,"desk","desk",true,"desk",false,"desk",false,"desk","desk",false,"desk",true,"desk",true,0,0,"desk","desk",0,"desk","desk",0,"desk","desk",0,"desk","desk","desk","desk","desk",true,"desk",true,false,"desk",true,"desk",true,false,"desk",true,false,"desk",true,false,0,60,0,60,"desk",true,false,"desk",true,false,"desk",true,false,"desk",true,false,10,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --"]
