-- Her own address, said through the link of a data check, waits like everything else until somebody else than the link says that it is right: whoever reads the letters at
-- the old address, or the keepers. token_hash: what the letter to the old address opens. A CHECK is not changed in place by both databases, so the few rows move over and back.
CREATE TABLE data_check_moving (id BIGINT PRIMARY KEY, link_id BIGINT NOT NULL, kind TEXT NOT NULL, tenure_id BIGINT, post_id BIGINT, organisation_id BIGINT, value TEXT NOT NULL, day TEXT,
  decided_at BIGINT, accepted BOOLEAN);
INSERT INTO data_check_moving (id, link_id, kind, tenure_id, post_id, organisation_id, value, day, decided_at, accepted)
  SELECT c.id, c.link_id, c.kind, c.tenure_id, c.post_id, c.organisation_id, c.value, c.day, c.decided_at, c.accepted FROM data_check_change c;
DROP TABLE data_check_change;
CREATE TABLE data_check_change (id BIGINT PRIMARY KEY, link_id BIGINT NOT NULL REF(data_check_link(id)),
  kind TEXT NOT NULL CHECK (kind IN ('given', 'family', 'own_mail', 'share', 'post_mail', 'post_phone', 'address', 'organisation_mail', 'organisation_phone', 'deputy', 'left', 'successor', 'note')),
  tenure_id BIGINT REF(tenure(id)), post_id BIGINT REF(post(id)), organisation_id BIGINT REF(organisation(id)), value TEXT NOT NULL, day TEXT CHECK (DAY(day)), decided_at BIGINT, accepted BOOLEAN,
  token_hash TEXT);
INSERT INTO data_check_change (id, link_id, kind, tenure_id, post_id, organisation_id, value, day, decided_at, accepted)
  SELECT c.id, c.link_id, c.kind, c.tenure_id, c.post_id, c.organisation_id, c.value, c.day, c.decided_at, c.accepted FROM data_check_moving c;
DROP TABLE data_check_moving;
CREATE INDEX data_check_change_link ON data_check_change (link_id);
CREATE INDEX data_check_change_open ON data_check_change (link_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX data_check_change_token ON data_check_change (token_hash) WHERE token_hash IS NOT NULL;
-- How many such letters one link has had written.
ALTER TABLE data_check_link ADD COLUMN address_letters BIGINT NOT NULL DEFAULT 0;
