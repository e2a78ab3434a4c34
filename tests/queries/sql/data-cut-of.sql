select "data_cut" as "dataCut"
from "warehouse"."about";
-- []
