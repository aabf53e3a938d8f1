-- Mandates: who is sent into bodies of others, what they take along, what they bring back, and what came of it.
-- Everything here is the sender's: network_id and body_id name the side that sends, receiver_id the body it sends into, so
-- that a receiver on the same installation reads none of it. level 4 is the delegation's own: sender's body, whoever sits
-- on the seat, whoever stands in.
-- What an occupancy does not say of a delegation: the decision it rests on, the line to follow, the receiver's word.
-- An occupancy that has not begun may go again, so there is no reference to it.
CREATE TABLE delegation (occupancy_id BIGINT PRIMARY KEY, seat_id BIGINT NOT NULL REF(seat(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  receiver_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL DEFAULT 2 CHECK (level = 2),
  resolution_id BIGINT REF(resolution(id)), decision TEXT NOT NULL DEFAULT '', decision_day TEXT CHECK (DAY(decision_day)), instruction TEXT NOT NULL DEFAULT '',
  confirmed_day TEXT CHECK (DAY(confirmed_day)), confirmed_by TEXT NOT NULL DEFAULT '', report_days BIGINT NOT NULL DEFAULT 10 CHECK (report_days BETWEEN 1 AND 90),
  end_told_at BIGINT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX delegation_seat ON delegation (seat_id);
CREATE INDEX delegation_body ON delegation (body_id);
CREATE INDEX delegation_network ON delegation (network_id);
CREATE INDEX delegation_receiver ON delegation (receiver_id);
CREATE INDEX delegation_resolution ON delegation (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX delegation_untold ON delegation (occupancy_id) WHERE end_told_at IS NULL;
-- Whom one reaches in a body of others, in her office.
CREATE TABLE outside_contact (id BIGINT PRIMARY KEY, receiver_id BIGINT NOT NULL REF(body(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  level BIGINT NOT NULL DEFAULT 2 CHECK (level = 2), name TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', mail TEXT, phone TEXT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX outside_contact_receiver ON outside_contact (receiver_id);
CREATE INDEX outside_contact_network ON outside_contact (network_id);
CREATE INDEX outside_contact_body ON outside_contact (body_id);
-- A sitting of the receiving body as the sender's side knows it. briefed_at: since then those sent have the pack.
CREATE TABLE outside_session (id BIGINT PRIMARY KEY, receiver_id BIGINT NOT NULL REF(body(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  level BIGINT NOT NULL DEFAULT 2 CHECK (level = 2), title TEXT NOT NULL, starts_at BIGINT NOT NULL, place TEXT NOT NULL DEFAULT '', called_off BOOLEAN NOT NULL DEFAULT FALSE,
  briefed_at BIGINT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX outside_session_receiver ON outside_session (receiver_id, starts_at);
CREATE INDEX outside_session_network ON outside_session (network_id, starts_at);
CREATE INDEX outside_session_body ON outside_session (body_id, starts_at);
CREATE INDEX outside_session_day ON outside_session (starts_at);
CREATE INDEX outside_session_made_by ON outside_session (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE session_item (id BIGINT PRIMARY KEY, session_id BIGINT NOT NULL REF(outside_session(id)), place BIGINT NOT NULL, title TEXT NOT NULL, relevant BOOLEAN NOT NULL DEFAULT FALSE);
CREATE INDEX session_item_session ON session_item (session_id, place);
-- What colleagues give along, until the day before.
CREATE TABLE session_note (id BIGINT PRIMARY KEY, session_id BIGINT NOT NULL REF(outside_session(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  seat_id BIGINT NOT NULL REF(seat(id)), level BIGINT NOT NULL DEFAULT 4 CHECK (level = 4), person_id BIGINT REF(person(id)), text TEXT NOT NULL, made_at BIGINT NOT NULL);
CREATE INDEX session_note_session ON session_note (session_id, seat_id);
CREATE INDEX session_note_person ON session_note (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX session_note_body ON session_note (body_id);
CREATE INDEX session_note_seat ON session_note (seat_id);
-- The report of a sitting, one for each seat. passes: the parts that rise, as words with commas. away_at: whoever is sent
-- said that she cannot come. asked_at: its task was left. reminded: 1 on the fifth day, 2 on the due day, 3 the lead was told.
CREATE TABLE mandate_report (id BIGINT PRIMARY KEY, session_id BIGINT NOT NULL REF(outside_session(id)), seat_id BIGINT NOT NULL REF(seat(id)), occupancy_id BIGINT NOT NULL,
  network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL DEFAULT 4 CHECK (level = 4), due_day TEXT NOT NULL CHECK (DAY(due_day)),
  state TEXT NOT NULL CHECK (state IN ('open', 'draft', 'filed')), subject TEXT NOT NULL DEFAULT '', decided TEXT NOT NULL DEFAULT '', contributed TEXT NOT NULL DEFAULT '',
  effects TEXT NOT NULL DEFAULT '', confidential TEXT NOT NULL DEFAULT '', passes TEXT NOT NULL DEFAULT '', person_id BIGINT REF(person(id)), away_at BIGINT, asked_at BIGINT,
  reminded BIGINT NOT NULL DEFAULT 0 CHECK (reminded BETWEEN 0 AND 3), filed_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
  UNIQUE (session_id, seat_id), CHECK ((state = 'filed') = (filed_at IS NOT NULL)));
CREATE INDEX mandate_report_seat ON mandate_report (seat_id, due_day);
CREATE INDEX mandate_report_body ON mandate_report (body_id, state);
CREATE INDEX mandate_report_state ON mandate_report (state, due_day);
CREATE INDEX mandate_report_person ON mandate_report (person_id) WHERE person_id IS NOT NULL;
-- The bodies a filed report rose to; their members read the parts marked for it.
CREATE TABLE report_reach (report_id BIGINT NOT NULL REF(mandate_report(id)), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  level BIGINT NOT NULL DEFAULT 3 CHECK (level = 3), seat_id BIGINT NOT NULL REF(seat(id)), hop BIGINT NOT NULL CHECK (hop > 0), risen_at BIGINT NOT NULL, PRIMARY KEY (report_id, body_id));
CREATE INDEX report_reach_body ON report_reach (body_id, risen_at);
-- What was raised there, and what became of it.
CREATE TABLE raised (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), seat_id BIGINT NOT NULL REF(seat(id)),
  level BIGINT NOT NULL CHECK (level BETWEEN 2 AND 4), receiver_id BIGINT NOT NULL REF(body(id)), session_id BIGINT REF(outside_session(id)), title TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('raised', 'noted', 'referred', 'adopted', 'rejected', 'unknown')), next_day TEXT CHECK (DAY(next_day)), next_told BOOLEAN NOT NULL DEFAULT FALSE,
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX raised_network ON raised (network_id);
CREATE INDEX raised_body ON raised (body_id);
CREATE INDEX raised_seat ON raised (seat_id);
CREATE INDEX raised_receiver ON raised (receiver_id);
CREATE INDEX raised_session ON raised (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX raised_made_by ON raised (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX raised_next ON raised (next_day) WHERE next_told = FALSE;
CREATE TABLE raised_step (id BIGINT PRIMARY KEY, raised_id BIGINT NOT NULL REF(raised(id)), state TEXT NOT NULL, day TEXT NOT NULL CHECK (DAY(day)), note TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '', person_id BIGINT REF(person(id)), made_at BIGINT NOT NULL);
CREATE INDEX raised_step_raised ON raised_step (raised_id, made_at);
CREATE INDEX raised_step_person ON raised_step (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE raised_follower (raised_id BIGINT NOT NULL REF(raised(id)), person_id BIGINT NOT NULL REF(person(id)), PRIMARY KEY (raised_id, person_id));
CREATE INDEX raised_follower_person ON raised_follower (person_id);
