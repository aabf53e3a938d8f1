-- What persons did with the entries of their inbox. An entry is a thing something happened to; until_at: what happened up to then was
-- put away, anything later brings the entry back. until_day: the first day on which it is shown again. muted entries stay away.
CREATE TABLE notice_mark (person_id BIGINT NOT NULL REF(person(id)), kind TEXT NOT NULL, subject_id BIGINT NOT NULL, state TEXT NOT NULL CHECK (state IN ('done', 'later', 'muted')),
  until_at BIGINT NOT NULL, until_day TEXT CHECK (DAY(until_day)), marked_at BIGINT NOT NULL, PRIMARY KEY (person_id, kind, subject_id), CHECK ((state = 'later') = (until_day IS NOT NULL)));
CREATE INDEX notice_mark_marked ON notice_mark (marked_at);
-- What happened to things, for the inbox of a person and the bundles of the house.
CREATE INDEX event_told ON event (verb, network_id, at);
CREATE INDEX position_signature_asked ON position_signature (state, asked_at);
CREATE INDEX report_reach_risen ON report_reach (risen_at);
-- Words of the index as they are written, for suggestions: rev is the same from its end.
CREATE TABLE search_term (word TEXT PRIMARY KEY, rev TEXT NOT NULL);
CREATE INDEX search_term_rev ON search_term (rev);
