select "order_number" as "orderNumber", "line", "channel", "kind", "category_1" as "category1", "category_2" as "category2", "category_3" as "category3", "district", "street", "unit", "unit_written" as "unitWritten", "sub_unit" as "subUnit", "unit_kind" as "unitKind", "urgency", "status", "handling_mode" as "handlingMode", "received_at" as "receivedAt", "received_is_date" as "receivedIsDate", "dispatched_at" as "dispatchedAt", "signed_at" as "signedAt", "first_contact_at" as "firstContactAt", "closed_at" as "closedAt", "closed_is_date" as "closedIsDate", "closed_from" as "closedFrom", "visited_at" as "visitedAt", "due_at" as "dueAt", "original_due_at" as "originalDueAt", "due_source" as "dueSource", "rule_due_at" as "ruleDueAt", "sign_due_at" as "signDueAt", "first_contact_due_at" as "firstContactDueAt", "suspended_days" as "suspendedDays", "exclusion_state" as "exclusionState", "exclusion_reason" as "exclusionReason", "is_closed" as "isClosed", "timeliness" as "state", "timeliness_from" as "stateFrom", "handling_days" as "handlingDays", "return_count" as "returnCount", "extension_count" as "extensionCount", "urge_count" as "urgeCount", "rework_count" as "reworkCount", "handling_round" as "handlingRound", "is_supervised" as "isSupervised", "visit_attempted" as "visitAttempted", "visit_reached" as "visitReached", "visit_valid" as "visitValid", "visit_contacted" as "visitContacted", "visit_resolved" as "visitResolved", "satisfaction", "sheet", "row_number" as "row", (select "file_name"
from "warehouse"."exports"
where "sha256" = "file_sha256") as "file", (select "data_cut"
from "warehouse"."about") as "dataCut", coalesce(cast("dispatched_at" as time) = time '00:00:00'
		and "dispatch_seconds" is null, false) as "dispatchedIsDate", coalesce(cast("signed_at" as time) = time '00:00:00'
		and "sign_seconds" is null, false) as "signedIsDate", coalesce(cast("first_contact_at" as time) = time '00:00:00'
		and "first_contact_seconds" is null, false) as "firstContactIsDate", coalesce(cast("visited_at" as time) = time '00:00:00' and null is null, false) as "visitedIsDate", "dispatch_seconds" as "dispatchedAfter", case when not received_is_date and not coalesce(cast("signed_at" as time) = time '00:00:00'
		and "sign_seconds" is null, false) then cast(extract(epoch from "signed_at" at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "received_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "signedAfter", case when not received_is_date and not coalesce(cast("first_contact_at" as time) = time '00:00:00'
		and "first_contact_seconds" is null, false) then cast(extract(epoch from "first_contact_at" at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "received_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "firstContactAfter", "handling_seconds" as "closedAfter", case when not received_is_date and not coalesce(cast("visited_at" as time) = time '00:00:00' and null is null, false) then cast(extract(epoch from "visited_at" at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "received_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "visitedAfter", case when not coalesce(closed_is_date, false)
		and (closed_at is not null or not is_closed) then cast(extract(epoch from coalesce(closed_at, (select "data_cut"
from "warehouse"."about")) at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "due_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "pastDueSeconds", case when not received_is_date then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "received_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "cutAfter", case when is_closed then handling_seconds else case when not received_is_date then cast(extract(epoch from (select "data_cut"
from "warehouse"."about") at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from "received_at" at time zone (select "zone"
from "warehouse"."about")) as bigint) end end as "citizenSeconds", case when not (case when dispatched_at is not null then coalesce(cast("dispatched_at" as time) = time '00:00:00'
		and "dispatch_seconds" is null, false) else coalesce(cast("signed_at" as time) = time '00:00:00' and null is null, false) end) and not (is_closed
		and (closed_at is null or coalesce(closed_is_date, false))) then cast(extract(epoch from coalesce(closed_at, (select "data_cut"
from "warehouse"."about")) at time zone (select "zone"
from "warehouse"."about")) - extract(epoch from coalesce("dispatched_at", "signed_at") at time zone (select "zone"
from "warehouse"."about")) as bigint) end as "unitSeconds", case
		when is_year_not_loaded then null when is_closed then "handling_working_days" else "open_working_days"
	end as "workingDays", case
		when is_year_not_loaded then null when is_closed then "unit_working_days" else "unit_open_working_days"
	end as "unitWorkingDays"
from "warehouse"."orders"
where "order_number" = $1
		and "is_confidential" = $2;
-- ["工'); drop table orders --",false]
