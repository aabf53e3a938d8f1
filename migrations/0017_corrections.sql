-- Territories change like everything else: names have days, one ends or becomes part of another.
ALTER TABLE territory ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE territory ADD COLUMN merged_into_id BIGINT REF(territory(id));
CREATE TABLE territory_name (id BIGINT PRIMARY KEY, territory_id BIGINT NOT NULL REF(territory(id)), name TEXT NOT NULL, PERIOD);
CREATE INDEX territory_name_territory ON territory_name (territory_id);
-- Where a post belonged before its organisation was divided or merged into another one.
CREATE TABLE post_home (id BIGINT PRIMARY KEY, post_id BIGINT NOT NULL REF(post(id)), organisation_id BIGINT NOT NULL REF(organisation(id)), PERIOD);
CREATE INDEX post_home_post ON post_home (post_id);
CREATE INDEX post_home_organisation ON post_home (organisation_id);
-- What was entered wrongly and put right, one field each: it is shown beside what it mends and can be taken back for a day.
-- was and became hold a day, a name, or the number of a person.
CREATE TABLE correction (id BIGINT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('tenure', 'occupancy', 'organisation', 'post')), thing_id BIGINT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('from', 'until', 'person', 'name')), was TEXT NOT NULL, became TEXT NOT NULL,
  was_person_id BIGINT REF(person(id)), became_person_id BIGINT REF(person(id)),
  entered_by BIGINT REF(person(id)), entered_at BIGINT NOT NULL, undone_at BIGINT CHECK (undone_at >= entered_at),
  CHECK ((field = 'person') = (was_person_id IS NOT NULL)), CHECK ((was_person_id IS NULL) = (became_person_id IS NULL)));
CREATE INDEX correction_thing ON correction (kind, thing_id);
CREATE INDEX correction_was ON correction (was_person_id) WHERE was_person_id IS NOT NULL;
CREATE INDEX correction_became ON correction (became_person_id) WHERE became_person_id IS NOT NULL;
CREATE INDEX correction_by ON correction (entered_by) WHERE entered_by IS NOT NULL;
