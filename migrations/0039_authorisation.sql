-- Files hang on lines of attendance, too: the authorisation of whoever comes for a seat, or votes for it. A CHECK is not changed in place by both databases, so the
-- few rows move over and back.
CREATE TABLE attachment_moving (id BIGINT PRIMARY KEY, thing TEXT NOT NULL, thing_id BIGINT NOT NULL, hash TEXT NOT NULL, name TEXT NOT NULL, made_by BIGINT, made_at BIGINT NOT NULL);
INSERT INTO attachment_moving (id, thing, thing_id, hash, name, made_by, made_at) SELECT a.id, a.thing, a.thing_id, a.hash, a.name, a.made_by, a.made_at FROM attachment a;
DROP TABLE attachment;
CREATE TABLE attachment (id BIGINT PRIMARY KEY, thing TEXT NOT NULL CHECK (thing IN ('agenda_item', 'thread', 'reply', 'position_answer', 'mandate_report', 'attendance')), thing_id BIGINT NOT NULL,
  hash TEXT NOT NULL REF(file(hash)), name TEXT NOT NULL, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, UNIQUE (thing, thing_id, hash));
INSERT INTO attachment (id, thing, thing_id, hash, name, made_by, made_at) SELECT a.id, a.thing, a.thing_id, a.hash, a.name, a.made_by, a.made_at FROM attachment_moving a;
DROP TABLE attachment_moving;
CREATE INDEX attachment_hash ON attachment (hash);
CREATE INDEX attachment_made_by ON attachment (made_by) WHERE made_by IS NOT NULL;
