select *
from "warehouse"."months"
order by "month";
-- []
