-- What members of a network or body write to each other: questions, information, requests, and what came of them.
-- confidential: in no search, no letter and no list that leaves the house; told as a count at most. relayed: asked by nobody known, through those who lead. last_at: the last contribution.
CREATE TABLE thread (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 3),
  kind TEXT NOT NULL CHECK (kind IN ('question', 'information', 'request')), confidential BOOLEAN NOT NULL DEFAULT FALSE, relayed BOOLEAN NOT NULL DEFAULT FALSE, title TEXT NOT NULL, words TEXT NOT NULL,
  topic_id BIGINT REF(topic(id)), answer_until TEXT CHECK (DAY(answer_until)), person_id BIGINT REF(person(id)), made_at BIGINT NOT NULL, edited_at BIGINT, last_at BIGINT NOT NULL,
  replies BIGINT NOT NULL DEFAULT 0 CHECK (replies >= 0), outcome TEXT, outcome_by BIGINT REF(person(id)), outcome_at BIGINT, reminded_at BIGINT,
  hidden_at BIGINT, hidden_by BIGINT REF(person(id)), hidden_reason TEXT, version BIGINT NOT NULL DEFAULT 1, CHECK (level >= 2 OR NOT confidential), CHECK (NOT relayed OR person_id IS NULL));
CREATE INDEX thread_body ON thread (body_id, last_at);
CREATE INDEX thread_network ON thread (network_id, last_at);
CREATE INDEX thread_level ON thread (level, last_at);
CREATE INDEX thread_last ON thread (last_at);
CREATE INDEX thread_person ON thread (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX thread_outcome_by ON thread (outcome_by) WHERE outcome_by IS NOT NULL;
CREATE INDEX thread_hidden_by ON thread (hidden_by) WHERE hidden_by IS NOT NULL;
-- way: written on the page, or by the link of a letter. helped_at: whoever asked says that this helped.
CREATE TABLE reply (id BIGINT PRIMARY KEY, thread_id BIGINT NOT NULL REF(thread(id)), person_id BIGINT REF(person(id)), words TEXT NOT NULL, way TEXT NOT NULL CHECK (way IN ('page', 'link')),
  made_at BIGINT NOT NULL, edited_at BIGINT, helped_at BIGINT, hidden_at BIGINT, hidden_by BIGINT REF(person(id)), hidden_reason TEXT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX reply_thread ON reply (thread_id, made_at);
CREATE INDEX reply_made ON reply (made_at);
CREATE INDEX reply_person ON reply (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX reply_hidden_by ON reply (hidden_by) WHERE hidden_by IS NOT NULL;
-- What stood there before it was changed. reply_id is empty for the thread itself.
CREATE TABLE earlier (id BIGINT PRIMARY KEY, thread_id BIGINT NOT NULL REF(thread(id)), reply_id BIGINT REF(reply(id)), title TEXT NOT NULL DEFAULT '', words TEXT NOT NULL, until_at BIGINT NOT NULL);
CREATE INDEX earlier_thread ON earlier (thread_id, until_at);
CREATE INDEX earlier_reply ON earlier (reply_id) WHERE reply_id IS NOT NULL;
-- Who was asked in person, and when a letter told her.
CREATE TABLE thread_asked (thread_id BIGINT NOT NULL REF(thread(id)), person_id BIGINT NOT NULL REF(person(id)), told_at BIGINT, PRIMARY KEY (thread_id, person_id));
CREATE INDEX thread_asked_person ON thread_asked (person_id);
-- What somebody chose about a thread, and until when she has read it.
CREATE TABLE thread_reader (thread_id BIGINT NOT NULL REF(thread(id)), person_id BIGINT NOT NULL REF(person(id)), chose TEXT CHECK (chose IN ('follow', 'mute')), read_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (thread_id, person_id));
CREATE INDEX thread_reader_person ON thread_reader (person_id);
-- The way a thread took into another network.
CREATE TABLE thread_forward (id BIGINT PRIMARY KEY, thread_id BIGINT NOT NULL REF(thread(id)), network_id BIGINT NOT NULL REF(body(id)), person_id BIGINT REF(person(id)), note TEXT NOT NULL DEFAULT '',
  made_at BIGINT NOT NULL, UNIQUE (thread_id, network_id));
CREATE INDEX thread_forward_network ON thread_forward (network_id, made_at);
CREATE INDEX thread_forward_made ON thread_forward (made_at);
CREATE INDEX thread_forward_person ON thread_forward (person_id) WHERE person_id IS NOT NULL;
-- Support with a measure: somebody asks or offers, somebody answers with days, the first agrees, and what came of it.
CREATE TABLE support (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 2 AND 3),
  side TEXT NOT NULL CHECK (side IN ('ask', 'offer')), kind TEXT NOT NULL CHECK (kind IN ('visit', 'review', 'text', 'advice')), title TEXT NOT NULL, words TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'agreed', 'done', 'withdrawn')), person_id BIGINT REF(person(id)), partner_id BIGINT REF(person(id)),
  first_day TEXT CHECK (DAY(first_day)), last_day TEXT CHECK (DAY(last_day)), outcome TEXT, made_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  CHECK (first_day <= last_day), CHECK (state NOT IN ('answered', 'agreed') OR first_day IS NOT NULL), CHECK (state <> 'done' OR outcome IS NOT NULL));
CREATE INDEX support_body ON support (body_id, changed_at);
CREATE INDEX support_network ON support (network_id, changed_at);
CREATE INDEX support_person ON support (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX support_partner ON support (partner_id) WHERE partner_id IS NOT NULL;
-- A question somebody hands in without her name: its number is random, and neither person nor time stands beside it.
-- told: those who lead were written to.
CREATE TABLE relay (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level = 3), words TEXT NOT NULL, told BOOLEAN NOT NULL DEFAULT FALSE);
CREATE INDEX relay_body ON relay (body_id);
CREATE INDEX relay_network ON relay (network_id);
CREATE INDEX relay_untold ON relay (body_id) WHERE told = FALSE;
-- How many confidential threads there were, released without details: a number and nothing that leads to them.
CREATE TABLE released_count (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 1),
  topic_id BIGINT REF(topic(id)), from_day TEXT NOT NULL CHECK (DAY(from_day)), until_day TEXT NOT NULL CHECK (DAY(until_day)), number BIGINT NOT NULL CHECK (number >= 0),
  person_id BIGINT REF(person(id)), made_at BIGINT NOT NULL, CHECK (from_day < until_day));
CREATE INDEX released_count_body ON released_count (body_id, made_at);
CREATE INDEX released_count_person ON released_count (person_id) WHERE person_id IS NOT NULL;
-- Letters to many. waiting: can be called back until leaves_at. confirming: waits for the second person.
-- audience: everybody of the body, its offices, those of a territory, those with a topic.
CREATE TABLE circular (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level = 3), subject TEXT NOT NULL, words TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('everybody', 'offices', 'territory', 'topic')), territory_id BIGINT REF(territory(id)), topic_id BIGINT REF(topic(id)),
  duty BOOLEAN NOT NULL DEFAULT FALSE, state TEXT NOT NULL CHECK (state IN ('draft', 'confirming', 'waiting', 'sent', 'recalled')), person_id BIGINT REF(person(id)), made_at BIGINT NOT NULL,
  leaves_at BIGINT, sent_at BIGINT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX circular_body ON circular (body_id, made_at);
CREATE INDEX circular_network ON circular (network_id, made_at);
CREATE INDEX circular_state ON circular (state, leaves_at);
CREATE INDEX circular_person ON circular (person_id) WHERE person_id IS NOT NULL;
-- The other networks it is to go to, each with the second person who lets it in.
CREATE TABLE circular_beyond (circular_id BIGINT NOT NULL REF(circular(id)), network_id BIGINT NOT NULL REF(body(id)), state TEXT NOT NULL CHECK (state IN ('asked', 'let_in', 'declined')), person_id BIGINT REF(person(id)), decided_at BIGINT,
  PRIMARY KEY (circular_id, network_id));
CREATE INDEX circular_beyond_network ON circular_beyond (network_id, state);
CREATE INDEX circular_beyond_person ON circular_beyond (person_id) WHERE person_id IS NOT NULL;
-- To whom it went and how it fared. post_id: the mailbox of a vacant post. network_id: the network through which it came.
CREATE TABLE circular_recipient (id BIGINT PRIMARY KEY, circular_id BIGINT NOT NULL REF(circular(id)), network_id BIGINT NOT NULL REF(body(id)), person_id BIGINT REF(person(id)), post_id BIGINT REF(post(id)), address TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('written', 'left', 'failed', 'no_address', 'declined')), mail_id BIGINT, made_at BIGINT NOT NULL);
CREATE INDEX circular_recipient_circular ON circular_recipient (circular_id);
CREATE INDEX circular_recipient_person ON circular_recipient (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX circular_recipient_post ON circular_recipient (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX circular_recipient_waiting ON circular_recipient (mail_id) WHERE state = 'written';
-- How much somebody wants to hear of a network; what is not written is 'important'.
CREATE TABLE notice_level (person_id BIGINT NOT NULL REF(person(id)), network_id BIGINT NOT NULL REF(body(id)), level TEXT NOT NULL CHECK (level IN ('all', 'important', 'duty')), PRIMARY KEY (person_id, network_id));
CREATE INDEX notice_level_network ON notice_level (network_id);
-- On which days a person's bundle comes, and until when she was told.
CREATE TABLE notice_setting (person_id BIGINT PRIMARY KEY REF(person(id)), rhythm TEXT NOT NULL DEFAULT 'auto' CHECK (rhythm IN ('auto', 'daily', 'twice', 'weekly', 'never')), told_at BIGINT NOT NULL DEFAULT 0);
-- The links of a letter: reading and answering (token_hash), ending letters of this kind with one click (stop_hash). network_id: of one network; empty for bundles.
CREATE TABLE notice_letter (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), network_id BIGINT REF(body(id)), token_hash TEXT NOT NULL UNIQUE, stop_hash TEXT NOT NULL UNIQUE, written_at BIGINT NOT NULL);
CREATE INDEX notice_letter_person ON notice_letter (person_id);
CREATE INDEX notice_letter_written ON notice_letter (written_at);
-- What the letter was about.
CREATE TABLE notice_item (letter_id BIGINT NOT NULL REF(notice_letter(id)), kind TEXT NOT NULL, subject_id BIGINT NOT NULL, PRIMARY KEY (letter_id, kind, subject_id));
