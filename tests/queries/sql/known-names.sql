select "name"
from "warehouse"."known_names"
where "dimension" = $1
order by "name" asc nulls last;
-- ["unit"]
