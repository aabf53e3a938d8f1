-- Who was at a meeting, kept in the house. A line is that of a seat (its number in the key, so that several on one seat have
-- several) or of a guest. from_at and until_at: when somebody came later or left before; empty for all of it.
CREATE TABLE meeting_sheet (meeting_id BIGINT PRIMARY KEY REF(meeting(id)), doubted BOOLEAN NOT NULL DEFAULT FALSE, second_summons BOOLEAN NOT NULL DEFAULT FALSE,
  kept_by BIGINT REF(person(id)), kept_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX meeting_sheet_kept_by ON meeting_sheet (kept_by) WHERE kept_by IS NOT NULL;
CREATE TABLE attendance (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), line TEXT NOT NULL, seat_id BIGINT REF(seat(id)), person_id BIGINT REF(person(id)),
  name TEXT NOT NULL DEFAULT '', capacity TEXT NOT NULL CHECK (capacity IN ('member', 'stand_in', 'mailbox', 'guest')),
  state TEXT NOT NULL CHECK (state IN ('present', 'remote', 'represented', 'proxy', 'excused', 'absent')), by_name TEXT NOT NULL DEFAULT '',
  from_at BIGINT, until_at BIGINT, UNIQUE (meeting_id, line), CHECK (from_at IS NULL OR until_at IS NULL OR from_at < until_at));
CREATE INDEX attendance_seat ON attendance (seat_id) WHERE seat_id IS NOT NULL;
CREATE INDEX attendance_person ON attendance (person_id) WHERE person_id IS NOT NULL;
-- Minutes of a meeting: written, sent round, approved, then never changed. closes_at: the first moment too late for an objection.
-- there_* and quorum_*: who was there and whether enough were, as it stood when the minutes went out. hash: SHA-256 of what was approved.
CREATE TABLE minutes (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL UNIQUE REF(meeting(id)), state TEXT NOT NULL CHECK (state IN ('draft', 'circulated', 'approved')),
  chair_id BIGINT REF(person(id)), keeper_id BIGINT REF(person(id)), made_at BIGINT NOT NULL, circulated_at BIGINT, circulated_by BIGINT REF(person(id)), closes_at BIGINT,
  approved_at BIGINT, approved_by BIGINT REF(person(id)), approved_in_id BIGINT REF(meeting(id)), by_clock BOOLEAN NOT NULL DEFAULT FALSE, hash TEXT,
  there_present BIGINT NOT NULL DEFAULT 0, there_remote BIGINT NOT NULL DEFAULT 0, there_represented BIGINT NOT NULL DEFAULT 0, there_excused BIGINT NOT NULL DEFAULT 0,
  quorum_holds BOOLEAN, quorum_de TEXT, quorum_en TEXT, version BIGINT NOT NULL DEFAULT 1,
  CHECK ((state = 'draft') = (circulated_at IS NULL)), CHECK ((state = 'approved') = (hash IS NOT NULL)));
CREATE INDEX minutes_state ON minutes (state, closes_at);
CREATE INDEX minutes_chair ON minutes (chair_id) WHERE chair_id IS NOT NULL;
CREATE INDEX minutes_keeper ON minutes (keeper_id) WHERE keeper_id IS NOT NULL;
CREATE INDEX minutes_circulated_by ON minutes (circulated_by) WHERE circulated_by IS NOT NULL;
CREATE INDEX minutes_approved_by ON minutes (approved_by) WHERE approved_by IS NOT NULL;
CREATE INDEX minutes_approved_in ON minutes (approved_in_id) WHERE approved_in_id IS NOT NULL;
-- One entry for each item. remark: for those who write, emptied when the minutes go out at the latest. passed_on: told to the
-- bodies whose delegates sit here.
CREATE TABLE minutes_entry (id BIGINT PRIMARY KEY, minutes_id BIGINT NOT NULL REF(minutes(id)), item_id BIGINT REF(agenda_item(id)), place BIGINT NOT NULL, title TEXT NOT NULL,
  openness TEXT NOT NULL CHECK (openness IN ('closed', 'internal', 'guests', 'public')), text TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '', vote_id BIGINT REF(vote(id)), passed_on BOOLEAN NOT NULL DEFAULT FALSE, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX minutes_entry_minutes ON minutes_entry (minutes_id, place);
CREATE INDEX minutes_entry_item ON minutes_entry (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX minutes_entry_vote ON minutes_entry (vote_id) WHERE vote_id IS NOT NULL;
-- What is to be done: noted in the draft, given as a task when the minutes go out.
CREATE TABLE minutes_todo (id BIGINT PRIMARY KEY, entry_id BIGINT NOT NULL REF(minutes_entry(id)), title TEXT NOT NULL, person_id BIGINT REF(person(id)), post_id BIGINT REF(post(id)),
  owner_body_id BIGINT REF(body(id)), due_day TEXT CHECK (DAY(due_day)), task_id BIGINT REF(task(id)));
CREATE INDEX minutes_todo_entry ON minutes_todo (entry_id);
CREATE INDEX minutes_todo_task ON minutes_todo (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX minutes_todo_person ON minutes_todo (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX minutes_todo_post ON minutes_todo (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX minutes_todo_owner ON minutes_todo (owner_body_id) WHERE owner_body_id IS NOT NULL;
-- To whom the minutes went, with the hash of the link. item_id: the only item she reads.
CREATE TABLE minutes_letter (id BIGINT PRIMARY KEY, minutes_id BIGINT NOT NULL REF(minutes(id)), person_id BIGINT REF(person(id)), seat_id BIGINT REF(seat(id)),
  item_id BIGINT REF(agenda_item(id)), capacity TEXT NOT NULL CHECK (capacity IN ('member', 'stand_in', 'mailbox', 'substitute', 'guest')), address TEXT NOT NULL,
  token_hash TEXT UNIQUE, mail_id BIGINT, written_at BIGINT NOT NULL, left_at BIGINT, failed BOOLEAN NOT NULL DEFAULT FALSE);
CREATE INDEX minutes_letter_minutes ON minutes_letter (minutes_id);
CREATE INDEX minutes_letter_person ON minutes_letter (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX minutes_letter_seat ON minutes_letter (seat_id) WHERE seat_id IS NOT NULL;
CREATE INDEX minutes_letter_item ON minutes_letter (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX minutes_letter_waiting ON minutes_letter (mail_id) WHERE left_at IS NULL AND failed = FALSE;
-- Objections to a paragraph of an entry, counted from 1.
CREATE TABLE minutes_objection (id BIGINT PRIMARY KEY, minutes_id BIGINT NOT NULL REF(minutes(id)), entry_id BIGINT NOT NULL REF(minutes_entry(id)), paragraph BIGINT NOT NULL CHECK (paragraph > 0),
  person_id BIGINT REF(person(id)), letter_id BIGINT REF(minutes_letter(id)), text TEXT NOT NULL, made_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined')), answer TEXT NOT NULL DEFAULT '', decided_at BIGINT, decided_by BIGINT REF(person(id)), task_id BIGINT REF(task(id)));
CREATE INDEX minutes_objection_minutes ON minutes_objection (minutes_id, state);
CREATE INDEX minutes_objection_entry ON minutes_objection (entry_id);
CREATE INDEX minutes_objection_person ON minutes_objection (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX minutes_objection_letter ON minutes_objection (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX minutes_objection_decided_by ON minutes_objection (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX minutes_objection_task ON minutes_objection (task_id) WHERE task_id IS NOT NULL;
-- What is added to approved minutes, dated, with the office in which somebody signs.
CREATE TABLE minutes_addendum (id BIGINT PRIMARY KEY, minutes_id BIGINT NOT NULL REF(minutes(id)), text TEXT NOT NULL, person_id BIGINT REF(person(id)), office TEXT, made_at BIGINT NOT NULL);
CREATE INDEX minutes_addendum_minutes ON minutes_addendum (minutes_id, made_at);
CREATE INDEX minutes_addendum_person ON minutes_addendum (person_id) WHERE person_id IS NOT NULL;
