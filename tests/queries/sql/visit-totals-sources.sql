select "file_name" as "file",
	count(*) as "totals"
from "warehouse"."visit_totals" inner join "warehouse"."exports" on "warehouse"."exports"."sha256" = "warehouse"."visit_totals"."file_sha256"
group by "file_name"
order by "file_name" asc nulls last;
-- []
