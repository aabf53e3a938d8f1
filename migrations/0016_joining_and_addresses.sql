-- A request is confirmed by its letter's link, or by a code in the browser that asked. Hashes only.
ALTER TABLE join_request ADD COLUMN browser_hash TEXT;
ALTER TABLE join_request ADD COLUMN code_hash TEXT;
ALTER TABLE join_request ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX join_request_browser ON join_request (browser_hash) WHERE browser_hash IS NOT NULL;
-- What the link of a letter to a member stands for: her answer to a request, without signing in. None for sensitive networks.
CREATE TABLE join_letter (id BIGINT PRIMARY KEY, request_id BIGINT NOT NULL REF(join_request(id)), person_id BIGINT NOT NULL REF(person(id)), token_hash TEXT NOT NULL UNIQUE);
CREATE INDEX join_letter_request ON join_letter (request_id);
CREATE INDEX join_letter_person ON join_letter (person_id);
-- Another address for an account: asked for by whoever is signed in, proved from the new address, undone from the old one for
-- 72 hours. Hashes only.
CREATE TABLE mail_change (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), old_mail TEXT NOT NULL, new_mail TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL, undo_hash TEXT UNIQUE, tries BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, confirmed_at BIGINT, undone_at BIGINT);
CREATE INDEX mail_change_person ON mail_change (person_id, created_at);
CREATE INDEX mail_change_created ON mail_change (created_at);
-- What the link of a letter stands for that asks somebody for a seat: her answer without signing in. occupancy_id refers to
-- nothing: whoever takes a seat away need not know of letters. None for sensitive networks.
CREATE TABLE seat_letter (id BIGINT PRIMARY KEY, occupancy_id BIGINT NOT NULL, person_id BIGINT NOT NULL REF(person(id)), token_hash TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL);
CREATE INDEX seat_letter_person ON seat_letter (person_id);
CREATE INDEX seat_letter_created ON seat_letter (created_at);
