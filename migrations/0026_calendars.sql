-- What a letter tells a calendar beside its words (RFC 6047); gone with them as soon as the letter has left.
ALTER TABLE mail_out ADD COLUMN calendar_method TEXT;
ALTER TABLE mail_out ADD COLUMN calendar TEXT;
-- A calendar somebody subscribed to: its address is known by its hash alone. titled: with names of meetings, but never of
-- sensitive networks.
CREATE TABLE calendar_feed (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL UNIQUE REF(person(id)), token_hash TEXT NOT NULL UNIQUE,
  titled BOOLEAN NOT NULL DEFAULT FALSE, lang TEXT NOT NULL DEFAULT 'de' CHECK (lang IN ('de', 'en')), made_at BIGINT NOT NULL);
-- Date polls of bodies. What is asked stands here as it would in the meeting that comes of it.
CREATE TABLE poll (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', minutes BIGINT NOT NULL CHECK (minutes > 0), place TEXT NOT NULL DEFAULT '', online TEXT NOT NULL DEFAULT '',
  answer_until TEXT NOT NULL CHECK (DAY(answer_until)), state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'settled', 'dropped')), meeting_id BIGINT REF(meeting(id)),
  sent_at BIGINT, reminded_at BIGINT, closed_at BIGINT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  CHECK (state <> 'settled' OR meeting_id IS NOT NULL));
CREATE INDEX poll_body ON poll (body_id, state);
CREATE INDEX poll_network ON poll (network_id, state);
CREATE INDEX poll_level ON poll (level, state);
CREATE INDEX poll_state ON poll (state, answer_until);
CREATE INDEX poll_meeting ON poll (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX poll_made_by ON poll (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE poll_date (id BIGINT PRIMARY KEY, poll_id BIGINT NOT NULL REF(poll(id)), starts_at BIGINT NOT NULL, UNIQUE (poll_id, starts_at));
-- Who is asked, through which seat. contested_at: two answers by link within a minute contradicted each other, so that none counts.
CREATE TABLE poll_voter (id BIGINT PRIMARY KEY, poll_id BIGINT NOT NULL REF(poll(id)), seat_id BIGINT REF(seat(id)), person_id BIGINT REF(person(id)), post_id BIGINT REF(post(id)),
  address TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT 'de' CHECK (lang IN ('de', 'en')), answered_at BIGINT, way TEXT CHECK (way IN ('link', 'page', 'calendar')),
  late BOOLEAN NOT NULL DEFAULT FALSE, contested_at BIGINT, made_at BIGINT NOT NULL, ended_at BIGINT);
CREATE INDEX poll_voter_poll ON poll_voter (poll_id);
CREATE INDEX poll_voter_person ON poll_voter (person_id, poll_id) WHERE person_id IS NOT NULL;
CREATE INDEX poll_voter_post ON poll_voter (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX poll_voter_seat ON poll_voter (seat_id) WHERE seat_id IS NOT NULL;
CREATE TABLE poll_answer (id BIGINT PRIMARY KEY, poll_id BIGINT NOT NULL REF(poll(id)), voter_id BIGINT NOT NULL REF(poll_voter(id)), date_id BIGINT NOT NULL REF(poll_date(id)),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')), UNIQUE (voter_id, date_id));
CREATE INDEX poll_answer_poll ON poll_answer (poll_id);
CREATE INDEX poll_answer_date ON poll_answer (date_id);
-- The links of letters about polls, known by their hash.
CREATE TABLE poll_letter (id BIGINT PRIMARY KEY, voter_id BIGINT NOT NULL REF(poll_voter(id)), token_hash TEXT NOT NULL UNIQUE, written_at BIGINT NOT NULL);
CREATE INDEX poll_letter_voter ON poll_letter (voter_id);
-- Meetings that come again by a rule of the calendar, in local time: minute is that of the day. agenda: the standing items,
-- one a line, with their minutes. level: who sees the series; meeting_level: who sees its meetings.
CREATE TABLE series (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', rule TEXT NOT NULL, first_day TEXT NOT NULL CHECK (DAY(first_day)), minute BIGINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  minutes BIGINT NOT NULL CHECK (minutes > 0), meeting_level BIGINT NOT NULL CHECK (meeting_level BETWEEN 0 AND 3), online TEXT NOT NULL DEFAULT '', agenda TEXT NOT NULL DEFAULT '', ended_at BIGINT,
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX series_body ON series (body_id);
CREATE INDEX series_network ON series (network_id);
CREATE INDEX series_level ON series (level);
CREATE INDEX series_made_by ON series (made_by) WHERE made_by IS NOT NULL;
-- Who takes turns as host, in this order.
CREATE TABLE series_host (id BIGINT PRIMARY KEY, series_id BIGINT NOT NULL REF(series(id)), position BIGINT NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL DEFAULT '', ended_at BIGINT);
CREATE INDEX series_host_series ON series_host (series_id, position);
-- The days of a series that were decided: with their meeting, or left out.
CREATE TABLE series_day (id BIGINT PRIMARY KEY, series_id BIGINT NOT NULL REF(series(id)), day TEXT NOT NULL CHECK (DAY(day)), meeting_id BIGINT REF(meeting(id)), host_id BIGINT REF(series_host(id)),
  UNIQUE (series_id, day));
CREATE INDEX series_day_meeting ON series_day (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX series_day_host ON series_day (host_id) WHERE host_id IS NOT NULL;
