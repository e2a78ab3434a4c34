select "unit", lpad(cast(date_part('year', "visit_basis_at") as varchar), 4, '0') || '-' || lpad(cast(date_part('month', "visit_basis_at") as varchar), 2, '0') as "month",
	count(*) as "eligible",
	count(*) filter(where (((("handling_mode" is null or "handling_mode" <> $1)
		and ("is_excluded" is null or "is_excluded" = $2))
		and "is_closed" = $3)
		and "visit_attempted" = $4)) as "visited",
	count(*) filter(where "visit_attempted" is null) as "unsaid",
	count(*) filter (where "kind_code" is not null) as "inquiry orders",
	count(*) filter (where ("kind_code" is not null
		and "visit_attempted" = $5)) as "inquiry drawn",
	count(*) filter (where ("kind_code" is not null
		and "kind_code" = $6)) as "inquiry good",
	count(*) filter (where ("kind_code" is not null
		and "kind_code" = $7
		and "visit_attempted" = $8)) as "inquiry goodDrawn",
	count(*) filter (where lower(urgency) in ($9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)) as "ordinary orders",
	count(*) filter (where (lower(urgency) in ($34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58)
		and "visit_attempted" = $59)) as "ordinary drawn",
	count(*) filter (where (lower(urgency) in ($60, $61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71, $72, $73, $74, $75, $76, $77, $78, $79, $80, $81, $82, $83, $84) and lower(urgency) in ($85, $86, $87, $88, $89, $90, $91, $92, $93, $94, $95, $96, $97, $98))) as "ordinary good",
	count(*) filter (where (lower(urgency) in ($99, $100, $101, $102, $103, $104, $105, $106, $107, $108, $109, $110, $111, $112, $113, $114, $115, $116, $117, $118, $119, $120, $121, $122, $123) and lower(urgency) in ($124, $125, $126, $127, $128, $129, $130, $131, $132, $133, $134, $135, $136, $137)
		and "visit_attempted" = $138)) as "ordinary goodDrawn",
	count(*) filter (where ("return_count" is not null or "redispatch_count" is not null or "extension_count" is not null)) as "smooth orders",
	count(*) filter (where (("return_count" is not null or "redispatch_count" is not null or "extension_count" is not null)
		and "visit_attempted" = $139)) as "smooth drawn",
	count(*) filter (where (("return_count" is not null or "redispatch_count" is not null or "extension_count" is not null)
		and (("return_count" is null or "return_count" = $140)
		and ("redispatch_count" is null or "redispatch_count" = $141)
		and ("extension_count" is null or "extension_count" = $142)))) as "smooth good",
	count(*) filter (where (("return_count" is not null or "redispatch_count" is not null or "extension_count" is not null)
		and (("return_count" is null or "return_count" = $143)
		and ("redispatch_count" is null or "redispatch_count" = $144)
		and ("extension_count" is null or "extension_count" = $145))
		and "visit_attempted" = $146)) as "smooth goodDrawn",
	count(*) filter (where "timeliness" in ($147, $148)) as "on-time orders",
	count(*) filter (where ("timeliness" in ($149, $150)
		and "visit_attempted" = $151)) as "on-time drawn",
	count(*) filter (where ("timeliness" in ($152, $153)
		and "timeliness" = $154)) as "on-time good",
	count(*) filter (where ("timeliness" in ($155, $156)
		and "timeliness" = $157
		and "visit_attempted" = $158)) as "on-time goodDrawn",
	count(*) filter (where "unit_resolved" is not null) as "declared orders",
	count(*) filter (where ("unit_resolved" is not null
		and "visit_attempted" = $159)) as "declared drawn",
	count(*) filter (where ("unit_resolved" is not null
		and "unit_resolved" = $160)) as "declared good",
	count(*) filter (where ("unit_resolved" is not null
		and "unit_resolved" = $161
		and "visit_attempted" = $162)) as "declared goodDrawn"
from "warehouse"."orders"
where (("visit_basis_at" >= cast($163 as timestamp)
		and "visit_basis_at" < cast($164 as timestamp)
		and "line" in ($165)
		and ("channel" in ($166) or "channel" is null)
		and "kind" in ($167)
		and "category_1" in ($168, $169)
		and "district" is null
		and "unit" in ($170))
		and ((("handling_mode" is null or "handling_mode" <> $171)
		and ("is_excluded" is null or "is_excluded" = $172))
		and "is_closed" = $173))
group by "unit", lpad(cast(date_part('year', "visit_basis_at") as varchar), 4, '0') || '-' || lpad(cast(date_part('month', "visit_basis_at") as varchar), 2, '0')
order by "unit" asc nulls last, lpad(cast(date_part('year', "visit_basis_at") as varchar), 4, '0') || '-' || lpad(cast(date_part('month', "visit_basis_at") as varchar), 2, '0') asc nulls last;
-- ["desk",false,true,true,true,"consult","consult",true,"紧急","特急","加急","急","急件","非常紧急","很急","urgent","high","emergency","critical","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard","紧急","特急","加急","急","急件","非常紧急","很急","urgent","high","emergency","critical","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard",true,"紧急","特急","加急","急","急件","非常紧急","很急","urgent","high","emergency","critical","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard","紧急","特急","加急","急","急件","非常紧急","很急","urgent","high","emergency","critical","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard","一般","普通","正常","常规","平件","不急","不紧急","低","中","normal","medium","low","routine","standard",true,true,0,0,0,0,0,0,true,"closed_on_time","closed_late","closed_on_time","closed_late",true,"closed_on_time","closed_late","closed_on_time","closed_on_time","closed_late","closed_on_time",true,true,"yes","yes",true,"2031-05-07 00:00:00","2031-06-09 00:00:00","线甲","渠乙","类丙","目丁","目戊","局己'); drop table orders --","desk",false,true]
