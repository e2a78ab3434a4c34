select *
from "warehouse"."waiting_names"
order by "dimension" desc nulls last, "orders" desc nulls last, "name" asc nulls last;
-- []
