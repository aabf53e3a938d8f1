-- What others ask a network to comment on, with a day. office: as the addressee was called then. position_id: the statement that is the reply of this
-- round. earlier_id: the round before. Members of the network see that it came in; who reads contributions is asked of each reader.
CREATE TABLE hearing (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level = 2), addressee_id BIGINT NOT NULL REF(addressee(id)), office TEXT NOT NULL,
  title TEXT NOT NULL, about TEXT NOT NULL DEFAULT '', file_mark TEXT NOT NULL DEFAULT '', topic_id BIGINT REF(topic(id)), received_day TEXT NOT NULL CHECK (DAY(received_day)), due_day TEXT NOT NULL CHECK (DAY(due_day)), drafter_id BIGINT REF(person(id)),
  state TEXT NOT NULL CHECK (state IN ('open', 'released', 'sent', 'declined')), reason TEXT NOT NULL DEFAULT '', asked_until TEXT CHECK (DAY(asked_until)), members_asked BOOLEAN NOT NULL DEFAULT FALSE, position_id BIGINT REF(position(id)), round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0),
  earlier_id BIGINT REF(hearing(id)), made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1, CHECK (received_day <= due_day));
CREATE INDEX hearing_network_list ON hearing (network_id, due_day);
CREATE INDEX hearing_body ON hearing (body_id);
CREATE INDEX hearing_addressee ON hearing (addressee_id);
CREATE INDEX hearing_topic ON hearing (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX hearing_position ON hearing (position_id) WHERE position_id IS NOT NULL;
CREATE INDEX hearing_earlier ON hearing (earlier_id) WHERE earlier_id IS NOT NULL;
CREATE INDEX hearing_drafter ON hearing (drafter_id) WHERE drafter_id IS NOT NULL;
CREATE INDEX hearing_asked ON hearing (asked_until) WHERE asked_until IS NOT NULL;
CREATE INDEX hearing_made_by ON hearing (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE hearing_point (hearing_id BIGINT NOT NULL REF(hearing(id)), number BIGINT NOT NULL CHECK (number > 0), text TEXT NOT NULL, PRIMARY KEY (hearing_id, number));
-- Other networks that are asked, and so may read what it is about.
CREATE TABLE hearing_network (hearing_id BIGINT NOT NULL REF(hearing(id)), level BIGINT NOT NULL CHECK (level = 2), network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'declined')),
  asked_at BIGINT NOT NULL, asked_by BIGINT REF(person(id)), PRIMARY KEY (hearing_id, body_id));
CREATE INDEX hearing_network_body ON hearing_network (body_id, state);
CREATE INDEX hearing_network_network ON hearing_network (network_id);
CREATE INDEX hearing_network_asked_by ON hearing_network (asked_by) WHERE asked_by IS NOT NULL;
-- The letters that ask member offices: the link of each, known by its hash.
CREATE TABLE hearing_letter (id BIGINT PRIMARY KEY, hearing_id BIGINT NOT NULL REF(hearing(id)), person_id BIGINT NOT NULL REF(person(id)), seat_id BIGINT NOT NULL REF(seat(id)), token_hash TEXT NOT NULL UNIQUE, written_at BIGINT NOT NULL);
CREATE INDEX hearing_letter_hearing ON hearing_letter (hearing_id);
CREATE INDEX hearing_letter_person ON hearing_letter (person_id);
CREATE INDEX hearing_letter_seat ON hearing_letter (seat_id);
-- What member offices and networks say, each once. capacity: as what, in words of that day; for a network its name. named: whether whoever drafts is told.
CREATE TABLE hearing_voice (id BIGINT PRIMARY KEY, hearing_id BIGINT NOT NULL REF(hearing(id)), body_id BIGINT REF(body(id)), person_id BIGINT REF(person(id)), capacity TEXT NOT NULL DEFAULT '', named BOOLEAN NOT NULL DEFAULT TRUE, said_at BIGINT NOT NULL);
CREATE INDEX hearing_voice_hearing ON hearing_voice (hearing_id);
CREATE INDEX hearing_voice_body ON hearing_voice (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX hearing_voice_person ON hearing_voice (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE hearing_word (voice_id BIGINT NOT NULL REF(hearing_voice(id)), number BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (voice_id, number));
-- Who released which text of the reply; two persons must.
CREATE TABLE hearing_release (id BIGINT PRIMARY KEY, hearing_id BIGINT NOT NULL REF(hearing(id)), text_version BIGINT NOT NULL, person_id BIGINT REF(person(id)), released_at BIGINT NOT NULL, UNIQUE (hearing_id, text_version, person_id));
CREATE INDEX hearing_release_person ON hearing_release (person_id) WHERE person_id IS NOT NULL;
-- What a position brought about somewhere, told by members. place: where, in words. open: whether everybody reads it who reads the position.
CREATE TABLE position_effect (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), place TEXT NOT NULL, day TEXT NOT NULL CHECK (DAY(day)), text TEXT NOT NULL, open BOOLEAN NOT NULL DEFAULT FALSE, person_id BIGINT REF(person(id)), made_at BIGINT NOT NULL);
CREATE INDEX position_effect_position ON position_effect (position_id, day);
CREATE INDEX position_effect_person ON position_effect (person_id) WHERE person_id IS NOT NULL;
-- Whether persons and posts may sign a position, too, and whether posts need the clearance of their employer.
CREATE TABLE position_signing (position_id BIGINT PRIMARY KEY REF(position(id)), persons BOOLEAN NOT NULL DEFAULT FALSE, posts BOOLEAN NOT NULL DEFAULT FALSE, clearance BOOLEAN NOT NULL DEFAULT FALSE);
-- Associations that sign by a link that was confirmed, persons and posts that sign for themselves. name: as it stands beside the text.
CREATE TABLE position_signer (id BIGINT PRIMARY KEY, position_id BIGINT NOT NULL REF(position(id)), sort TEXT NOT NULL CHECK (sort IN ('association', 'person', 'post')), name TEXT NOT NULL, mail TEXT, token_hash TEXT UNIQUE, person_id BIGINT REF(person(id)),
  state TEXT NOT NULL CHECK (state IN ('asked', 'clearing', 'signed', 'declined', 'withdrawn')), named BOOLEAN NOT NULL DEFAULT TRUE, clearance TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT '', asked_at BIGINT NOT NULL, asked_by BIGINT REF(person(id)),
  signed_day TEXT CHECK (DAY(signed_day)), late BOOLEAN NOT NULL DEFAULT FALSE, withdrawn_day TEXT CHECK (DAY(withdrawn_day)), UNIQUE (position_id, sort, person_id));
CREATE INDEX position_signer_position ON position_signer (position_id);
CREATE INDEX position_signer_person ON position_signer (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX position_signer_asked_by ON position_signer (asked_by) WHERE asked_by IS NOT NULL;
-- Questions to parties before an election, and what they answered.
CREATE TABLE questionnaire (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3), title TEXT NOT NULL, election_day TEXT NOT NULL CHECK (DAY(election_day)),
  due_day TEXT NOT NULL CHECK (DAY(due_day)), state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'published')), agreed_day TEXT CHECK (DAY(agreed_day)), agreed_how TEXT NOT NULL DEFAULT '', published_at BIGINT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1, CHECK ((published_at IS NULL) = (state <> 'published')));
CREATE INDEX questionnaire_network ON questionnaire (network_id, made_at);
CREATE INDEX questionnaire_body ON questionnaire (body_id);
CREATE INDEX questionnaire_published ON questionnaire (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX questionnaire_made_by ON questionnaire (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE questionnaire_question (questionnaire_id BIGINT NOT NULL REF(questionnaire(id)), number BIGINT NOT NULL CHECK (number > 0), text TEXT NOT NULL, PRIMARY KEY (questionnaire_id, number));
CREATE TABLE questionnaire_party (id BIGINT PRIMARY KEY, questionnaire_id BIGINT NOT NULL REF(questionnaire(id)), addressee_id BIGINT NOT NULL REF(addressee(id)), name TEXT NOT NULL, way TEXT CHECK (way IN ('mail', 'letter', 'handed')), address TEXT NOT NULL DEFAULT '',
  sent_day TEXT CHECK (DAY(sent_day)), sent_by BIGINT REF(person(id)), mail_id BIGINT, left_at BIGINT, failed BOOLEAN NOT NULL DEFAULT FALSE, answered_day TEXT CHECK (DAY(answered_day)), entered_by BIGINT REF(person(id)), UNIQUE (questionnaire_id, addressee_id),
  CHECK ((sent_day IS NULL) = (way IS NULL)));
CREATE INDEX questionnaire_party_addressee ON questionnaire_party (addressee_id);
CREATE INDEX questionnaire_party_waiting ON questionnaire_party (mail_id) WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE;
CREATE INDEX questionnaire_party_sent_by ON questionnaire_party (sent_by) WHERE sent_by IS NOT NULL;
CREATE INDEX questionnaire_party_entered_by ON questionnaire_party (entered_by) WHERE entered_by IS NOT NULL;
CREATE TABLE questionnaire_answer (party_id BIGINT NOT NULL REF(questionnaire_party(id)), number BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (party_id, number));
-- The motions of a conference as a book. label: the number of a motion in it, given when the book is published.
CREATE TABLE motion_book (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 2 AND 3), title TEXT NOT NULL, conference_day TEXT NOT NULL CHECK (DAY(conference_day)),
  published_at BIGINT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX motion_book_network ON motion_book (network_id, conference_day);
CREATE INDEX motion_book_body ON motion_book (body_id);
CREATE INDEX motion_book_made_by ON motion_book (made_by) WHERE made_by IS NOT NULL;
CREATE TABLE motion_entry (book_id BIGINT NOT NULL REF(motion_book(id)), position_id BIGINT NOT NULL REF(position(id)), place BIGINT NOT NULL, label TEXT NOT NULL DEFAULT '', PRIMARY KEY (book_id, position_id));
CREATE INDEX motion_entry_position ON motion_entry (position_id);
-- Whether a position contradicts an older one, said before it is published; older_id: that one, which gives way with publication.
CREATE TABLE position_contradiction (position_id BIGINT PRIMARY KEY REF(position(id)), older_id BIGINT REF(position(id)));
CREATE INDEX position_contradiction_older ON position_contradiction (older_id) WHERE older_id IS NOT NULL;
