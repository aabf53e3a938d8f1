-- Sittings of bodies of others, read from their council information system (OParl 1.1).
-- Where one body's sittings are read from, for a network. url: what was entered, or what was chosen below it. state: reading, pages still
-- wait; choose, several bodies stand there; ready, all is read and can be taken; failed, with a reason; taken. objects: how many were read.
CREATE TABLE oparl_source (id BIGINT PRIMARY KEY, receiver_id BIGINT NOT NULL REF(body(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  level BIGINT NOT NULL DEFAULT 2 CHECK (level = 2), url TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('reading', 'choose', 'ready', 'failed', 'taken')),
  reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '', objects BIGINT NOT NULL DEFAULT 0, begun_at BIGINT NOT NULL, taken_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  UNIQUE (receiver_id, network_id));
CREATE INDEX oparl_source_network ON oparl_source (network_id);
CREATE INDEX oparl_source_body ON oparl_source (body_id);
-- Pages in the order in which they are read; one that was read is done, so that reading goes on where it stopped.
CREATE TABLE oparl_page (source_id BIGINT NOT NULL REF(oparl_source(id)), place BIGINT NOT NULL, url TEXT NOT NULL, done BOOLEAN NOT NULL DEFAULT FALSE, PRIMARY KEY (source_id, place), UNIQUE (source_id, url));
-- Delegations that end, and posts somebody else holds from a day on: bodies of others are told that day.
CREATE INDEX occupancy_until ON occupancy (until_day) WHERE until_day < '9999-12-31';
CREATE INDEX tenure_from ON tenure (from_day);
-- What stands there to choose from.
CREATE TABLE oparl_choice (source_id BIGINT NOT NULL REF(oparl_source(id)), place BIGINT NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (source_id, place));
-- Sittings as they were read, until they are taken. items: what is on the agenda, one a line.
CREATE TABLE oparl_meeting (source_id BIGINT NOT NULL REF(oparl_source(id)), oparl_id TEXT NOT NULL, title TEXT NOT NULL, starts_at BIGINT, place TEXT NOT NULL, items TEXT NOT NULL, called_off BOOLEAN NOT NULL,
  PRIMARY KEY (source_id, oparl_id));
-- Which sitting came from which object, and how that read when it was taken last.
CREATE TABLE oparl_session (session_id BIGINT PRIMARY KEY REF(outside_session(id)), source_id BIGINT NOT NULL REF(oparl_source(id)), oparl_id TEXT NOT NULL, seen TEXT NOT NULL, UNIQUE (source_id, oparl_id));
