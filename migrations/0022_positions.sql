-- What a body drafts, adopts and says to others. A position belongs to a body; level says who sees it now: those of the body while it is a
-- draft, the network while it asks for input, everybody once it is published that far. text_version: the number of its latest text.
-- year, number and mark are given with publication and never again. signers_least: published by itself once so many networks signed.
CREATE TABLE position (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  kind TEXT NOT NULL CHECK (kind IN ('position', 'statement', 'resolution', 'motion', 'letter', 'proposal', 'criticism')), title TEXT NOT NULL, topic_id BIGINT REF(topic(id)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'input', 'vote', 'adopted', 'published', 'sent', 'answered', 'closed', 'dropped')), text_version BIGINT NOT NULL DEFAULT 0,
  input_until TEXT CHECK (DAY(input_until)), adopted_day TEXT CHECK (DAY(adopted_day)), adopted_how TEXT NOT NULL DEFAULT '', resolution_id BIGINT REF(resolution(id)), not_adopted TEXT NOT NULL DEFAULT '',
  publish_level BIGINT NOT NULL DEFAULT 0 CHECK (publish_level BETWEEN 0 AND 3), signers_least BIGINT NOT NULL DEFAULT 0 CHECK (signers_least >= 0), year BIGINT, number BIGINT, mark TEXT, published_at BIGINT,
  summary_en TEXT NOT NULL DEFAULT '', easy TEXT NOT NULL DEFAULT '', quote TEXT NOT NULL DEFAULT '', quote_by TEXT NOT NULL DEFAULT '',
  ended_day TEXT CHECK (DAY(ended_day)), superseded_by_id BIGINT REF(position(id)), review_day TEXT CHECK (DAY(review_day)),
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  CHECK ((published_at IS NULL) = (number IS NULL)), CHECK ((published_at IS NULL) = (state IN ('draft', 'input', 'vote', 'adopted', 'dropped'))));
CREATE UNIQUE INDEX position_number ON position (network_id, year, number) WHERE number IS NOT NULL;
CREATE INDEX position_published ON position (published_at, id) WHERE published_at IS NOT NULL;
CREATE INDEX position_published_network ON position (network_id, published_at) WHERE published_at IS NOT NULL;
CREATE INDEX position_public ON position (level, published_at) WHERE published_at IS NOT NULL;
CREATE INDEX position_open ON position (network_id, made_at) WHERE published_at IS NULL;
CREATE INDEX position_body ON position (body_id, made_at);
CREATE INDEX position_input ON position (input_until) WHERE state = 'input';
CREATE INDEX position_review ON position (review_day) WHERE review_day IS NOT NULL;
CREATE INDEX position_topic ON position (topic_id, published_at) WHERE topic_id IS NOT NULL;
CREATE INDEX position_resolution ON position (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX position_superseded_by ON position (superseded_by_id) WHERE superseded_by_id IS NOT NULL;
CREATE INDEX position_made_by ON position (made_by) WHERE made_by IS NOT NULL;
-- Who else reads it before it is public: bodies that move it too, networks that are asked to sign.
CREATE TABLE position_reader (position_id BIGINT NOT NULL REF(position(id)), level BIGINT NOT NULL CHECK (level BETWEEN 2 AND 3), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)),
  PRIMARY KEY (position_id, body_id));
CREATE INDEX position_reader_body ON position_reader (body_id);
CREATE INDEX position_reader_network ON position_reader (network_id);
-- Texts, one after the other; a paragraph keeps its key as long as it is the same. anchor and by_number: an amendment put it behind that one.
CREATE TABLE position_version (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), number BIGINT NOT NULL CHECK (number > 0), note TEXT NOT NULL DEFAULT '', made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL,
  UNIQUE (position_id, number));
CREATE INDEX position_version_made_by ON position_version (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE position_paragraph (version_id BIGINT NOT NULL REF(position_version(id)), place BIGINT NOT NULL, paragraph BIGINT NOT NULL, anchor BIGINT, by_number BIGINT, text TEXT NOT NULL, PRIMARY KEY (version_id, place));
-- Changes asked for, each of one paragraph of the text with number base. old: that paragraph as it was then. carried: the change in places of the latest
-- text, as far as it applies. capacity: as what she asked, as it was then. proposer_answer: whether she agrees to what is recommended.
CREATE TABLE position_amendment (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), number BIGINT NOT NULL CHECK (number > 0), base BIGINT NOT NULL, paragraph BIGINT, sort TEXT NOT NULL CHECK (sort IN ('words', 'strike', 'add')),
  old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', person_id BIGINT REF(person(id)), seat_id BIGINT REF(seat(id)), capacity TEXT NOT NULL DEFAULT '',
  fit TEXT NOT NULL CHECK (fit IN ('applies', 'collides', 'obsolete')), carried TEXT NOT NULL DEFAULT '', advice TEXT CHECK (advice IN ('adopt', 'changed', 'reject', 'vote')), advised TEXT NOT NULL DEFAULT '', advised_carried TEXT NOT NULL DEFAULT '', advice_note TEXT NOT NULL DEFAULT '',
  proposer_answer TEXT CHECK (proposer_answer IN ('yes', 'no')), state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn')), outcome TEXT NOT NULL DEFAULT '', merged_in BIGINT,
  made_at BIGINT NOT NULL, decided_at BIGINT, version BIGINT NOT NULL DEFAULT 1, UNIQUE (position_id, number));
CREATE INDEX position_amendment_person ON position_amendment (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX position_amendment_seat ON position_amendment (seat_id) WHERE seat_id IS NOT NULL;
-- What the bodies that move it say to a recommendation.
CREATE TABLE position_consent (amendment_id BIGINT NOT NULL REF(position_amendment(id)), body_id BIGINT NOT NULL REF(body(id)), answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')), given_by BIGINT REF(person(id)), given_at BIGINT NOT NULL,
  PRIMARY KEY (amendment_id, body_id));
CREATE INDEX position_consent_body ON position_consent (body_id);
CREATE INDEX position_consent_given_by ON position_consent (given_by) WHERE given_by IS NOT NULL;
-- Remarks of members, each to a paragraph.
CREATE TABLE position_comment (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), base BIGINT NOT NULL, paragraph BIGINT NOT NULL, text TEXT NOT NULL, person_id BIGINT REF(person(id)), capacity TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL);
CREATE INDEX position_comment_position ON position_comment (position_id, paragraph);
CREATE INDEX position_comment_person ON position_comment (person_id) WHERE person_id IS NOT NULL;
-- The letters that ask members for input: the link of each, known by its hash, with which she remarks without signing in.
CREATE TABLE position_letter (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), person_id BIGINT NOT NULL REF(person(id)), seat_id BIGINT NOT NULL REF(seat(id)), token_hash TEXT NOT NULL UNIQUE, written_at BIGINT NOT NULL);
CREATE INDEX position_letter_position ON position_letter (position_id);
CREATE INDEX position_letter_person ON position_letter (person_id);
CREATE INDEX position_letter_seat ON position_letter (seat_id);
-- Bodies that move it together with the body it belongs to.
CREATE TABLE position_mover (position_id BIGINT NOT NULL REF(position(id)), body_id BIGINT NOT NULL REF(body(id)), network_id BIGINT NOT NULL REF(body(id)), state TEXT NOT NULL CHECK (state IN ('asked', 'joined', 'declined')),
  asked_at BIGINT NOT NULL, decided_day TEXT CHECK (DAY(decided_day)), decided_by BIGINT REF(person(id)), PRIMARY KEY (position_id, body_id));
CREATE INDEX position_mover_body ON position_mover (body_id);
CREATE INDEX position_mover_network ON position_mover (network_id);
CREATE INDEX position_mover_decided_by ON position_mover (decided_by) WHERE decided_by IS NOT NULL;
-- What those say who did not agree, where they ask for it to stand beside.
CREATE TABLE position_minority (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), who TEXT NOT NULL, text TEXT NOT NULL, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL);
CREATE INDEX position_minority_position ON position_minority (position_id);
CREATE INDEX position_minority_made_by ON position_minority (made_by) WHERE made_by IS NOT NULL;
-- Networks that sign too, each by its own decision. name: as it was called when it signed, so that it stays readable when the network goes.
CREATE TABLE position_signature (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), network_id BIGINT NOT NULL REF(body(id)), name TEXT NOT NULL, name_en TEXT, named BOOLEAN NOT NULL DEFAULT TRUE,
  state TEXT NOT NULL CHECK (state IN ('asked', 'signed', 'declined', 'withdrawn')), until_day TEXT CHECK (DAY(until_day)), asked_at BIGINT NOT NULL, asked_by BIGINT REF(person(id)), decided_day TEXT CHECK (DAY(decided_day)), how TEXT NOT NULL DEFAULT '',
  resolution_id BIGINT REF(resolution(id)), decided_by BIGINT REF(person(id)), late BOOLEAN NOT NULL DEFAULT FALSE, withdrawn_day TEXT CHECK (DAY(withdrawn_day)), reason TEXT NOT NULL DEFAULT '', UNIQUE (position_id, network_id));
CREATE INDEX position_signature_network ON position_signature (network_id, state);
CREATE INDEX position_signature_resolution ON position_signature (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX position_signature_asked_by ON position_signature (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX position_signature_decided_by ON position_signature (decided_by) WHERE decided_by IS NOT NULL;
-- Whom positions go to: ministries, parliaments, parties. One that is renamed or split ends and has successors.
CREATE TABLE addressee (id BIGINT PRIMARY KEY, name TEXT NOT NULL, name_en TEXT, sort_name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('ministry', 'parliament', 'authority', 'party', 'association', 'company', 'other')), mail TEXT, address TEXT NOT NULL DEFAULT '',
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1, PERIOD);
CREATE INDEX addressee_name ON addressee (sort_name);
CREATE INDEX addressee_made_by ON addressee (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE addressee_successor (addressee_id BIGINT NOT NULL REF(addressee(id)), successor_id BIGINT NOT NULL REF(addressee(id)), PRIMARY KEY (addressee_id, successor_id));
CREATE INDEX addressee_successor_of ON addressee_successor (successor_id);
-- To whom a position is to go and went, with the proof, and what became of it. name: as the addressee was called then. mail_id: the letter in the outbox.
CREATE TABLE position_dispatch (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), addressee_id BIGINT NOT NULL REF(addressee(id)), name TEXT NOT NULL, letter TEXT NOT NULL DEFAULT '', way TEXT CHECK (way IN ('mail', 'letter', 'handed')),
  address TEXT NOT NULL DEFAULT '', file_mark TEXT NOT NULL DEFAULT '', sent_day TEXT CHECK (DAY(sent_day)), sent_by BIGINT REF(person(id)), mail_id BIGINT, left_at BIGINT, failed BOOLEAN NOT NULL DEFAULT FALSE, due_day TEXT CHECK (DAY(due_day)),
  remind_weeks BIGINT NOT NULL DEFAULT 0 CHECK (remind_weeks >= 0), outcome TEXT CHECK (outcome IN ('adopted', 'partly', 'rejected', 'none', 'unknown')), evidence TEXT NOT NULL DEFAULT '', judged_day TEXT CHECK (DAY(judged_day)),
  judged_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1, UNIQUE (position_id, addressee_id), CHECK ((sent_day IS NULL) = (way IS NULL)));
CREATE INDEX position_dispatch_addressee ON position_dispatch (addressee_id, sent_day);
CREATE INDEX position_dispatch_due ON position_dispatch (due_day) WHERE due_day IS NOT NULL AND outcome IS NULL;
CREATE INDEX position_dispatch_waiting ON position_dispatch (mail_id) WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE;
CREATE INDEX position_dispatch_sent_by ON position_dispatch (sent_by) WHERE sent_by IS NOT NULL;
CREATE INDEX position_dispatch_judged_by ON position_dispatch (judged_by) WHERE judged_by IS NOT NULL;
CREATE TABLE position_reminder (id BIGINT PRIMARY KEY, dispatch_id BIGINT NOT NULL REF(position_dispatch(id)), day TEXT NOT NULL CHECK (DAY(day)), way TEXT NOT NULL CHECK (way IN ('mail', 'letter', 'handed')), letter TEXT NOT NULL DEFAULT '', mail_id BIGINT,
  left_at BIGINT, failed BOOLEAN NOT NULL DEFAULT FALSE, sent_by BIGINT REF(person(id)));
CREATE INDEX position_reminder_dispatch ON position_reminder (dispatch_id, day);
CREATE INDEX position_reminder_waiting ON position_reminder (mail_id) WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE;
CREATE INDEX position_reminder_sent_by ON position_reminder (sent_by) WHERE sent_by IS NOT NULL;
CREATE TABLE position_answer (id BIGINT PRIMARY KEY, dispatch_id BIGINT NOT NULL REF(position_dispatch(id)), day TEXT NOT NULL CHECK (DAY(day)), text TEXT NOT NULL, file_mark TEXT NOT NULL DEFAULT '', open BOOLEAN NOT NULL DEFAULT TRUE, entered_by BIGINT REF(person(id)), made_at BIGINT NOT NULL);
CREATE INDEX position_answer_dispatch ON position_answer (dispatch_id, day);
CREATE INDEX position_answer_entered_by ON position_answer (entered_by) WHERE entered_by IS NOT NULL;
