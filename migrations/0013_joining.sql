-- Joining and leaving: what a body asks of newcomers, their requests, who vouches, who objects, who leaves when.
CREATE TABLE join_rule (body_id BIGINT PRIMARY KEY REF(body(id)),
  vouching TEXT NOT NULL CHECK (vouching IN ('keeper', 'two_members', 'mailbox', 'either')),
  objection_days BIGINT NOT NULL DEFAULT 0 CHECK (objection_days IN (0, 7, 14, 28)),
  seat_kind TEXT NOT NULL CHECK (seat_kind IN ('post', 'organisation', 'personal')),
  statement BOOLEAN NOT NULL DEFAULT TRUE, question TEXT,
  notice_months BIGINT NOT NULL DEFAULT 0 CHECK (notice_months BETWEEN 0 AND 24), year_end BOOLEAN NOT NULL DEFAULT FALSE, version BIGINT NOT NULL DEFAULT 1);
-- unconfirmed: the mailbox has not answered. waiting: for those who vouch. objecting: members may object. handed: its keepers
-- decide, and handed_over says why.
CREATE TABLE join_request (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), token_hash TEXT NOT NULL UNIQUE, mail_key TEXT NOT NULL,
  given TEXT NOT NULL, family TEXT NOT NULL, mail TEXT NOT NULL, lang TEXT NOT NULL,
  organisation_id BIGINT REF(organisation(id)), post_id BIGINT REF(post(id)), organisation TEXT NOT NULL DEFAULT '', organisation_kind TEXT, role TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL DEFAULT '', functional BOOLEAN NOT NULL DEFAULT FALSE,
  state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'waiting', 'objecting', 'handed', 'admitted', 'refused')),
  handed_over TEXT CHECK (handed_over IN ('keeper', 'unvouched', 'lapsed', 'objection', 'conflict')),
  created_at BIGINT NOT NULL, due_at BIGINT, asked_members BOOLEAN NOT NULL DEFAULT FALSE, closed_at BIGINT, person_id BIGINT REF(person(id)), from_day TEXT CHECK (DAY(from_day)));
CREATE INDEX join_request_mail ON join_request (mail_key, created_at);
CREATE INDEX join_request_body ON join_request (body_id, state);
CREATE INDEX join_request_state ON join_request (state, created_at);
CREATE INDEX join_request_closed ON join_request (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX join_request_person ON join_request (person_id) WHERE person_id IS NOT NULL;
-- Whom the request names as knowing her. Until it is confirmed an address, afterwards the persons behind it.
CREATE TABLE vouch (id BIGINT PRIMARY KEY, request_id BIGINT NOT NULL REF(join_request(id)), place BIGINT NOT NULL CHECK (place IN (1, 2)),
  mail TEXT, person_id BIGINT REF(person(id)), answer TEXT CHECK (answer IN ('yes', 'no')), answered_at BIGINT, CHECK ((mail IS NULL) <> (person_id IS NULL)));
CREATE INDEX vouch_request ON vouch (request_id);
CREATE INDEX vouch_person ON vouch (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE objection (id BIGINT PRIMARY KEY, request_id BIGINT NOT NULL REF(join_request(id)), person_id BIGINT NOT NULL REF(person(id)), reason TEXT NOT NULL, at BIGINT NOT NULL,
  UNIQUE (request_id, person_id));
CREATE INDEX objection_person ON objection (person_id);
-- Whoever leaves, from which day on; until then it can be taken back. quiet: others read of it nowhere.
CREATE TABLE leaving (id BIGINT PRIMARY KEY, occupancy_id BIGINT NOT NULL UNIQUE REF(occupancy(id)), person_id BIGINT NOT NULL REF(person(id)), until_day TEXT NOT NULL CHECK (DAY(until_day)),
  was_until TEXT NOT NULL CHECK (DAY(was_until)), was_reason TEXT, quiet BOOLEAN NOT NULL DEFAULT FALSE, reviewed_at BIGINT);
CREATE INDEX leaving_person ON leaving (person_id);
CREATE INDEX leaving_open ON leaving (until_day) WHERE reviewed_at IS NULL;
CREATE INDEX leaving_until ON leaving (until_day);
-- Whose functional mailbox an address is.
CREATE INDEX organisation_mail ON organisation (mail) WHERE mail IS NOT NULL;
CREATE INDEX post_mail ON post (mail) WHERE mail IS NOT NULL;
CREATE INDEX tenure_mail ON tenure (mail) WHERE mail IS NOT NULL;
