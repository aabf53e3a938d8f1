-- Found by looking at the plan of every statement of every page.
CREATE INDEX substitute_seat ON substitute (seat_id, until_day) WHERE seat_id IS NOT NULL;
CREATE INDEX body_open ON body (sort_name, id) WHERE open_to_non_members;
