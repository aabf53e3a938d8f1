-- Meetings of bodies. A meeting belongs to a body and is seen as far as its level says, never further than the body itself.
-- minutes: how long it lasts. place_for: who reads where it is. uid and sequence are those of the calendar (RFC 5545 3.8.4.7, 3.8.7.4).
-- frozen_at: since then the agenda stands. notice_*: what the rules said of the invitation when it left, kept with it.
CREATE TABLE meeting (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', starts_at BIGINT NOT NULL, minutes BIGINT NOT NULL CHECK (minutes > 0),
  place TEXT NOT NULL DEFAULT '', online TEXT NOT NULL DEFAULT '', place_for TEXT NOT NULL DEFAULT 'all' CHECK (place_for IN ('all', 'coming')),
  answer_until TEXT CHECK (DAY(answer_until)), proposals_until TEXT CHECK (DAY(proposals_until)),
  state TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'running', 'ended', 'cancelled')), reason TEXT,
  uid TEXT NOT NULL UNIQUE, sequence BIGINT NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  invited_at BIGINT, invited_by BIGINT REF(person(id)), frozen_at BIGINT, notice_holds BOOLEAN, notice_de TEXT, notice_en TEXT,
  split_from_id BIGINT REF(meeting(id)), reminded_at BIGINT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  CHECK (state <> 'invited' OR invited_at IS NOT NULL));
CREATE INDEX meeting_body ON meeting (body_id, starts_at);
CREATE INDEX meeting_network ON meeting (network_id, starts_at);
CREATE INDEX meeting_level ON meeting (level, starts_at);
CREATE INDEX meeting_state ON meeting (state, starts_at);
CREATE INDEX meeting_split ON meeting (split_from_id) WHERE split_from_id IS NOT NULL;
CREATE INDEX meeting_made_by ON meeting (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX meeting_invited_by ON meeting (invited_by) WHERE invited_by IS NOT NULL;
-- openness: closed is for those who sit there themselves, internal for all of the body, guests for invited guests too,
-- public for whoever sees the meeting. late: came after the invitation, by the rules of urgency.
CREATE TABLE agenda_item (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), place BIGINT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  minutes BIGINT NOT NULL DEFAULT 0 CHECK (minutes >= 0), rapporteur TEXT NOT NULL DEFAULT '',
  openness TEXT NOT NULL CHECK (openness IN ('closed', 'internal', 'guests', 'public')), task_id BIGINT REF(task(id)), late BOOLEAN NOT NULL DEFAULT FALSE, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, place);
CREATE INDEX agenda_item_task ON agenda_item (task_id) WHERE task_id IS NOT NULL;
-- Who is invited, through which seat, and what she answers. address: where letters to her go. A mailbox is that of a vacant
-- post. contested_at: two answers within a minute contradicted each other, so that none counts.
CREATE TABLE meeting_invitation (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), seat_id BIGINT REF(seat(id)), person_id BIGINT REF(person(id)), post_id BIGINT REF(post(id)),
  name TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT 'de' CHECK (lang IN ('de', 'en')),
  capacity TEXT NOT NULL CHECK (capacity IN ('member', 'stand_in', 'mailbox', 'substitute', 'guest')), substitute_for_id BIGINT REF(meeting_invitation(id)), item_id BIGINT REF(agenda_item(id)),
  answer TEXT NOT NULL DEFAULT 'none' CHECK (answer IN ('none', 'yes', 'no', 'substitute')), answered_at BIGINT, way TEXT CHECK (way IN ('link', 'page', 'calendar')), late BOOLEAN NOT NULL DEFAULT FALSE,
  contested_at BIGINT, reminded_at BIGINT, made_at BIGINT NOT NULL, ended_at BIGINT);
CREATE INDEX meeting_invitation_meeting ON meeting_invitation (meeting_id);
CREATE INDEX meeting_invitation_person ON meeting_invitation (person_id, meeting_id) WHERE person_id IS NOT NULL;
CREATE INDEX meeting_invitation_post ON meeting_invitation (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX meeting_invitation_seat ON meeting_invitation (seat_id) WHERE seat_id IS NOT NULL;
CREATE INDEX meeting_invitation_substitute ON meeting_invitation (substitute_for_id) WHERE substitute_for_id IS NOT NULL;
CREATE INDEX meeting_invitation_item ON meeting_invitation (item_id) WHERE item_id IS NOT NULL;
-- Topics others ask for.
CREATE TABLE agenda_proposal (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), person_id BIGINT REF(person(id)), invitation_id BIGINT REF(meeting_invitation(id)),
  title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', minutes BIGINT NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')), answer TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL, decided_at BIGINT);
CREATE INDEX agenda_proposal_meeting ON agenda_proposal (meeting_id, state);
CREATE INDEX agenda_proposal_person ON agenda_proposal (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX agenda_proposal_invitation ON agenda_proposal (invitation_id) WHERE invitation_id IS NOT NULL;
-- Every letter about a meeting: the proof that it was sent, and the link it carries, known by its hash.
CREATE TABLE meeting_letter (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), invitation_id BIGINT NOT NULL REF(meeting_invitation(id)),
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'agenda', 'change', 'cancellation', 'reminder', 'question', 'substitute')), sequence BIGINT NOT NULL, address TEXT NOT NULL,
  token_hash TEXT UNIQUE, mail_id BIGINT, written_at BIGINT NOT NULL, left_at BIGINT, failed BOOLEAN NOT NULL DEFAULT FALSE);
CREATE INDEX meeting_letter_meeting ON meeting_letter (meeting_id, written_at);
CREATE INDEX meeting_letter_invitation ON meeting_letter (invitation_id);
CREATE INDEX meeting_letter_waiting ON meeting_letter (mail_id) WHERE left_at IS NULL AND failed = FALSE;
