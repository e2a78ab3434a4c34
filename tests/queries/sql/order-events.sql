select "event", "event_code" as "code", "happened_at" as "at", "is_date" as "isDate", "unit", "handler", "file_name" as "file", "row_number" as "row"
from "warehouse"."events" left join "warehouse"."exports" on "warehouse"."exports"."sha256" = "warehouse"."events"."file_sha256"
where "order_number" = $1
order by "happened_at" asc nulls last, "file_name" asc nulls last, "row_number" asc nulls last;
-- ["工'); drop table orders --"]
