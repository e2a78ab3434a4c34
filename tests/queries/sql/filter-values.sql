select *
from "warehouse"."dimension_values"
order by "dimension", "orders" desc nulls last, "value" asc nulls last;
-- []
