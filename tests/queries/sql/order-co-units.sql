select "unit"
from "warehouse"."co_units"
where "order_number" = $1
order by "unit" asc nulls last;
-- ["工'); drop table orders --"]
