-- A request is confirmed by its letter's link, or by a code in the browser that asked. Hashes only.
ALTER TABLE join_request ADD COLUMN browser_hash TEXT;
ALTER TABLE join_request ADD COLUMN code_hash TEXT;
ALTER TABLE join_request ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX join_request_browser ON join_request (browser_hash) WHERE browser_hash IS NOT NULL;
-- What the link of a letter to a member stands for: her answer to a request, without signing in. None for sensitive networks.
CREATE TABLE join_letter (id BIGINT PRIMARY KEY, request_id BIGINT NOT NULL REF(join_request(id)), person_id BIGINT NOT NULL REF(person(id)), token_hash TEXT NOT NULL UNIQUE);
CREATE INDEX join_letter_request ON join_letter (request_id);
CREATE INDEX join_letter_person ON join_letter (person_id);
