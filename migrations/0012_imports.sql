-- Lists that are taken in: what was read, how its columns and rows were decided, what it made, and whom to invite.
-- The rows and what they made go 24 hours after they were taken, everything 7 days after it was last touched.
CREATE TABLE import (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), person_id BIGINT NOT NULL REF(person(id)), source TEXT NOT NULL, notes TEXT NOT NULL,
  headings TEXT NOT NULL, columns TEXT NOT NULL, answers TEXT NOT NULL, created_at BIGINT NOT NULL, touched_at BIGINT NOT NULL, taken_at BIGINT, undone_at BIGINT);
CREATE INDEX import_body ON import (body_id, touched_at);
CREATE INDEX import_touched ON import (touched_at);
CREATE TABLE import_row (import_id BIGINT NOT NULL REF(import(id)), number BIGINT NOT NULL, cells TEXT NOT NULL, torn BOOLEAN NOT NULL DEFAULT FALSE,
  choice TEXT NOT NULL DEFAULT '' CHECK (choice IN ('', 'skip', 'other', 'change')), done BOOLEAN NOT NULL DEFAULT FALSE, PRIMARY KEY (import_id, number));
CREATE TABLE import_made (import_id BIGINT NOT NULL REF(import(id)), place BIGINT NOT NULL, kind TEXT NOT NULL, thing_id BIGINT NOT NULL, row_number BIGINT NOT NULL,
  PRIMARY KEY (import_id, place));
-- person_id refers to nothing: undoing takes the person away first.
CREATE TABLE import_letter (import_id BIGINT NOT NULL REF(import(id)), person_id BIGINT NOT NULL, mail TEXT NOT NULL, sent_at BIGINT, PRIMARY KEY (import_id, person_id));
-- What a list names is looked up by name.
CREATE INDEX former_name_name ON former_name (name);
CREATE INDEX territory_sort ON territory (sort_name);
