select "unit", "month",
	count(*) as "eligible",
	count(*) filter (where "is_visited") as "visited",
	count(*) filter (where "is_unsaid") as "unsaid",
	count(*) filter (where seconds is not null) as "timed",
	count(*) filter (where seconds is not null
		and "is_visited") as "timedDrawn",
	1.0 * sum(place + (tied - 1) / 2.0) filter (where seconds is not null and is_visited) as "rankSum",
	1.0 * sum(tied * tied - 1) filter (where seconds is not null) as "ties",
	count(*) filter (where "known inquiry") as "inquiry orders",
	count(*) filter (where "known inquiry"
		and "is_visited") as "inquiry drawn",
	count(*) filter (where "known inquiry"
		and "good inquiry") as "inquiry good",
	count(*) filter (where "known inquiry"
		and "good inquiry"
		and "is_visited") as "inquiry goodDrawn",
	count(*) filter (where "known ordinary") as "ordinary orders",
	count(*) filter (where "known ordinary"
		and "is_visited") as "ordinary drawn",
	count(*) filter (where "known ordinary"
		and "good ordinary") as "ordinary good",
	count(*) filter (where "known ordinary"
		and "good ordinary"
		and "is_visited") as "ordinary goodDrawn",
	count(*) filter (where "known smooth") as "smooth orders",
	count(*) filter (where "known smooth"
		and "is_visited") as "smooth drawn",
	count(*) filter (where "known smooth"
		and "good smooth") as "smooth good",
	count(*) filter (where "known smooth"
		and "good smooth"
		and "is_visited") as "smooth goodDrawn",
	count(*) filter (where "known on-time") as "on-time orders",
	count(*) filter (where "known on-time"
		and "is_visited") as "on-time drawn",
	count(*) filter (where "known on-time"
		and "good on-time") as "on-time good",
	count(*) filter (where "known on-time"
		and "good on-time"
		and "is_visited") as "on-time goodDrawn",
	count(*) filter (where "known declared") as "declared orders",
	count(*) filter (where "known declared"
		and "is_visited") as "declared drawn",
	count(*) filter (where "known declared"
		and "good declared") as "declared good",
	count(*) filter (where "known declared"
		and "good declared"
		and "is_visited") as "declared goodDrawn"
from (select "unit", substring(cast(cast(date_trunc('month', "visit_basis_at") as date) as varchar), 1, 7) as "month", (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4) as "is_visited", "visit_attempted" is null as "is_unsaid", case when handling_seconds >= 0 then handling_seconds end as "seconds", rank() over (partition by unit, substring(cast(cast(date_trunc('month', "visit_basis_at") as date) as varchar), 1, 7) order by case when handling_seconds >= 0 then handling_seconds end asc nulls last) as "place",
	count(*) over (partition by unit, substring(cast(cast(date_trunc('month', "visit_basis_at") as date) as varchar), 1, 7), case when handling_seconds >= 0 then handling_seconds end) as "tied", "kind_code" is not null as "known inquiry", "kind_code" = $5 as "good inquiry", lower(urgency) in ($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30) as "known ordinary", lower(urgency) in ($31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44) as "good ordinary", ("return_count" is not null or "redispatch_count" is not null or "extension_count" is not null) as "known smooth", (("return_count" is null or "return_count" = $45)
		and ("redispatch_count" is null or "redispatch_count" = $46)
		and ("extension_count" is null or "extension_count" = $47)) as "good smooth", "timeliness" in ($48, $49) as "known on-time", "timeliness" = $50 as "good on-time", "unit_resolved" is not null as "known declared", "unit_resolved" = $51 as "good declared"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($52 as timestamp)
		and "visit_basis_at" < cast($53 as timestamp)
		and "line" in ($54)
		and ("channel" in ($55) or "channel" is null)
		and "kind" in ($56)
		and "category_1" in ($57, $58)
		and "district" is null
		and "unit" in ($59))
		and ((("handling_mode" is null or "handling_mode" <> $60)
		and ("is_excluded" is null or "is_excluded" = $61))
		and "is_closed" = $62))) as "ranked"
group by "unit", "month"
order by "unit" asc nulls last, "month" asc nulls last;
-- ["desk",false,true,true,"consult","紧急","特急","加急","急","急件","非常紧急","很急","urgent","high","emergency","critical","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard",0,0,0,"closed_on_time","closed_late","closed_on_time","yes","2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
