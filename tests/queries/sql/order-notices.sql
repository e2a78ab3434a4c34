select "notice_number" as "number", "noticed_at" as "at", "is_date" as "isDate", "supervision_type" as "type", "unit", "due_at" as "dueAt", "closed_at" as "closedAt", "is_closed" as "isClosed"
from "warehouse"."notices"
where "order_number" = $1
order by "noticed_at" asc nulls last, "notice_number" asc nulls last;
-- ["工'); drop table orders --"]
