select *
from "warehouse"."exports"
order by "data_cut" desc nulls last, "file_name" asc nulls last;
-- []
