-- Handing a post over: what was entered for which day, so that it can be taken back until then. Rights follow from the days
-- themselves; nothing here is asked for them.
CREATE TABLE handover (id BIGINT PRIMARY KEY, post_id BIGINT NOT NULL REF(post(id)), tenure_id BIGINT NOT NULL REF(tenure(id)),
  leaver_id BIGINT NOT NULL REF(person(id)), successor_id BIGINT REF(person(id)), day TEXT NOT NULL CHECK (DAY(day)),
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'withdrawn')), tenure_until TEXT NOT NULL CHECK (DAY(tenure_until)),
  made_tenure_id BIGINT, deputy_tenure_id BIGINT, deputy_until TEXT CHECK (DAY(deputy_until)), entered_by BIGINT REF(person(id)), entered_at BIGINT NOT NULL);
CREATE INDEX handover_post ON handover (post_id, day);
CREATE INDEX handover_leaver ON handover (leaver_id, day);
CREATE INDEX handover_successor ON handover (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX handover_day ON handover (day);
CREATE TABLE handover_end (handover_id BIGINT NOT NULL REF(handover(id)), occupancy_id BIGINT NOT NULL REF(occupancy(id)),
  until_before TEXT NOT NULL CHECK (DAY(until_before)), PRIMARY KEY (handover_id, occupancy_id));
CREATE TABLE handover_voice (handover_id BIGINT NOT NULL REF(handover(id)), representative_id BIGINT NOT NULL REF(representative(id)),
  until_before TEXT NOT NULL CHECK (DAY(until_before)), PRIMARY KEY (handover_id, representative_id));
