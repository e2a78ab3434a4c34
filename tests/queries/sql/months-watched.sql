select "month", cut_day.working_days_up_to - last_day.working_days_up_to as "watchedDays"
from "warehouse"."months" inner join "warehouse"."about" on true left join "warehouse"."calendar" as "last_day" on "last_day"."day" = cast(cast(month || '-01' as date) + interval '1 month' - interval '1 day' as date) left join "warehouse"."calendar" as "cut_day" on "cut_day"."day" = cast(data_cut as date)
order by "month";
-- []
