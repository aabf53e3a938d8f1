-- The ground: one log, work for later, mail that waits, settings, and what each column is for.
CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
INSERT INTO counter (name, value) VALUES ('event', 0), ('search', 0);
-- seq is gapless and in the order of commits: the counter's row is updated last in each transaction.
CREATE TABLE event (seq BIGINT PRIMARY KEY, at BIGINT NOT NULL, verb TEXT NOT NULL, kind TEXT NOT NULL, subject_id BIGINT NOT NULL,
  actor_id BIGINT, network_id BIGINT, body_id BIGINT, level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 5));
CREATE INDEX event_network ON event (network_id, seq);
CREATE INDEX event_subject ON event (kind, subject_id, seq);
CREATE TABLE event_touch (seq BIGINT NOT NULL REF(event(seq)), kind TEXT NOT NULL, subject_id BIGINT NOT NULL, PRIMARY KEY (seq, kind, subject_id));
CREATE TABLE job (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, run_at BIGINT NOT NULL, tries BIGINT NOT NULL,
  locked_until BIGINT, unique_key TEXT UNIQUE, given_up BOOLEAN NOT NULL DEFAULT FALSE);
CREATE INDEX job_due ON job (run_at);
CREATE TABLE mail_out (id BIGINT PRIMARY KEY, address TEXT NOT NULL, subject TEXT NOT NULL, body_text TEXT NOT NULL, purpose TEXT NOT NULL,
  person_id BIGINT, unsubscribe TEXT, state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')), tries BIGINT NOT NULL,
  next_at BIGINT NOT NULL, created_at BIGINT NOT NULL, sent_at BIGINT);
CREATE INDEX mail_out_due ON mail_out (state, next_at);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE column_note (table_name TEXT NOT NULL, column_name TEXT NOT NULL, purpose TEXT NOT NULL, basis TEXT NOT NULL,
  audience TEXT NOT NULL, retention TEXT NOT NULL, PRIMARY KEY (table_name, column_name));
