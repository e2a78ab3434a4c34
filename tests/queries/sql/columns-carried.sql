select count("dispatched_at") as "dispatched_at",
	count("signed_at") as "signed_at",
	count("first_contact_at") as "first_contact_at",
	count("closed_at") as "closed_at",
	count("closed_basis_at") as "closed_basis_at",
	count("due_at") as "due_at",
	count("due_basis_at") as "due_basis_at",
	count("visit_attempted") as "visit_attempted",
	count("visit_reached") as "visit_reached",
	count("visit_valid") as "visit_valid",
	count("visit_contacted") as "visit_contacted",
	count("visit_resolved") as "visit_resolved",
	count("satisfaction") as "satisfaction",
	count("unit") as "unit",
	count("district") as "district",
	count("handling_mode") as "handling_mode"
from "warehouse"."orders";
-- []
