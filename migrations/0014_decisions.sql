-- Decisions: a body's rules of procedure as dated versions, votes and elections with their rolls, and the register of
-- resolutions. What a rule says is data in `rules`; how it is judged is code that knows no network.
CREATE TABLE rule_set (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), profile TEXT NOT NULL, rules TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL CHECK (DAY(from_day)), made_at BIGINT NOT NULL, person_id BIGINT REF(person(id)), UNIQUE (body_id, from_day));
CREATE INDEX rule_set_person ON rule_set (person_id) WHERE person_id IS NOT NULL;
-- level says who may see that it exists, its text and its result; who may vote stands in entitlement.
-- draft: being prepared. announced: to be seen, opens at opens_at. open: votes are taken. closed: no more votes, the board
-- counts. decided: the result stands. void: given up, with a reason.
CREATE TABLE vote (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  kind TEXT NOT NULL CHECK (kind IN ('motion', 'election')), method TEXT NOT NULL CHECK (method IN ('online', 'circular', 'sitting', 'postal', 'mixed')),
  grade TEXT NOT NULL CHECK (grade IN ('hands', 'open', 'covert', 'paper')), matter TEXT NOT NULL CHECK (matter IN ('ordinary', 'rule_change', 'purpose_change', 'removal', 'dissolution', 'election')),
  title TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', rules_id BIGINT NOT NULL REF(rule_set(id)), rules_reference TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'open', 'closed', 'decided', 'void')), void_reason TEXT,
  sitting_day TEXT CHECK (DAY(sitting_day)), opens_at BIGINT, closes_at BIGINT, reminded_at BIGINT, decided_at BIGINT,
  round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0), previous_id BIGINT REF(vote(id)),
  places BIGINT CHECK (places > 0), paper_kind TEXT CHECK (paper_kind IN ('single', 'combined', 'list')), term_from TEXT CHECK (DAY(term_from)), term_until TEXT CHECK (DAY(term_until)),
  nominations_until BIGINT, accept_until BIGINT,
  attendance TEXT, counted TEXT, paper TEXT, outcome TEXT, holds BOOLEAN, verdict_de TEXT, verdict_en TEXT, turnout BIGINT NOT NULL DEFAULT 0,
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
  CHECK (kind = 'election' OR places IS NULL), CHECK ((matter = 'election') = (kind = 'election')), CHECK (closes_at > opens_at));
CREATE INDEX vote_body ON vote (body_id, state, made_at);
CREATE INDEX vote_network ON vote (network_id, state);
CREATE INDEX vote_state ON vote (state, opens_at);
CREATE INDEX vote_previous ON vote (previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX vote_rules ON vote (rules_id);
CREATE INDEX vote_made_by ON vote (made_by) WHERE made_by IS NOT NULL;
-- The election board: two persons release, close and count.
CREATE TABLE vote_board (vote_id BIGINT NOT NULL REF(vote(id)), person_id BIGINT NOT NULL REF(person(id)), released_at BIGINT, closed_at BIGINT, counted_at BIGINT, paper_at BIGINT, PRIMARY KEY (vote_id, person_id));
CREATE INDEX vote_board_person ON vote_board (person_id);
-- Who asked for a covert vote, before it opened.
CREATE TABLE secret_request (vote_id BIGINT NOT NULL REF(vote(id)), person_id BIGINT NOT NULL REF(person(id)), at BIGINT NOT NULL, PRIMARY KEY (vote_id, person_id));
CREATE INDEX secret_request_person ON secret_request (person_id);
-- The roll, frozen when a vote opens: one row per unit that votes, with the sentence why. Who casts for a unit is whoever sits
-- on one of its seats at that moment.
CREATE TABLE entitlement (id BIGINT PRIMARY KEY, vote_id BIGINT NOT NULL REF(vote(id)), number BIGINT NOT NULL,
  post_id BIGINT REF(post(id)), organisation_id BIGINT REF(organisation(id)), person_id BIGINT REF(person(id)), votes BIGINT NOT NULL CHECK (votes > 0),
  reason_de TEXT NOT NULL, reason_en TEXT NOT NULL, barred BOOLEAN NOT NULL DEFAULT FALSE, barred_because TEXT, casts BIGINT NOT NULL DEFAULT 0, UNIQUE (vote_id, number));
CREATE INDEX entitlement_post ON entitlement (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX entitlement_organisation ON entitlement (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX entitlement_person ON entitlement (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE entitlement_seat (entitlement_id BIGINT NOT NULL REF(entitlement(id)), seat_id BIGINT NOT NULL REF(seat(id)), PRIMARY KEY (entitlement_id, seat_id));
CREATE INDEX entitlement_seat_seat ON entitlement_seat (seat_id);
-- That somebody voted, never how. at stays empty where votes are covert. post: an envelope arrived; nobody cast online.
CREATE TABLE cast_mark (id BIGINT PRIMARY KEY, vote_id BIGINT NOT NULL REF(vote(id)), entitlement_id BIGINT NOT NULL REF(entitlement(id)), person_id BIGINT REF(person(id)),
  way TEXT NOT NULL CHECK (way IN ('own', 'proxy', 'post')), at BIGINT, receipt TEXT NOT NULL, UNIQUE (entitlement_id, person_id), UNIQUE (vote_id, receipt));
CREATE INDEX cast_mark_person ON cast_mark (person_id) WHERE person_id IS NOT NULL;
-- What was voted. Covert: the key is random, and neither who nor when is written; closing writes all of them anew in random order.
CREATE TABLE ballot (id BIGINT PRIMARY KEY, vote_id BIGINT NOT NULL REF(vote(id)), choice TEXT NOT NULL, votes BIGINT NOT NULL DEFAULT 1 CHECK (votes > 0),
  entitlement_id BIGINT REF(entitlement(id)), person_id BIGINT REF(person(id)));
CREATE INDEX ballot_vote ON ballot (vote_id);
CREATE INDEX ballot_entitlement ON ballot (entitlement_id) WHERE entitlement_id IS NOT NULL;
CREATE INDEX ballot_person ON ballot (person_id) WHERE person_id IS NOT NULL;
-- A proxy is a document for one named sitting or vote.
CREATE TABLE proxy (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), seat_id BIGINT NOT NULL REF(seat(id)), person_id BIGINT NOT NULL REF(person(id)), holder_id BIGINT NOT NULL REF(person(id)),
  vote_id BIGINT REF(vote(id)), sitting_day TEXT CHECK (DAY(sitting_day)), names_adjourned BOOLEAN NOT NULL DEFAULT FALSE, given_at BIGINT NOT NULL, revoked_at BIGINT,
  CHECK ((vote_id IS NULL) <> (sitting_day IS NULL)));
CREATE INDEX proxy_seat ON proxy (seat_id);
CREATE INDEX proxy_holder ON proxy (holder_id);
CREATE INDEX proxy_person ON proxy (person_id);
CREATE INDEX proxy_vote ON proxy (vote_id) WHERE vote_id IS NOT NULL;
CREATE INDEX proxy_body ON proxy (body_id, sitting_day);
-- Who may not vote on this matter (§ 34 BGB), noted before it opens.
CREATE TABLE bar (vote_id BIGINT NOT NULL REF(vote(id)), seat_id BIGINT NOT NULL REF(seat(id)), reason TEXT NOT NULL, PRIMARY KEY (vote_id, seat_id));
CREATE INDEX bar_seat ON bar (seat_id);
-- Who objects to deciding a matter without a sitting.
CREATE TABLE circular_objection (vote_id BIGINT NOT NULL REF(vote(id)), entitlement_id BIGINT NOT NULL REF(entitlement(id)), person_id BIGINT NOT NULL REF(person(id)), reason TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (vote_id, entitlement_id));
CREATE INDEX circular_objection_entitlement ON circular_objection (entitlement_id);
CREATE INDEX circular_objection_person ON circular_objection (person_id);
-- Which seats an election fills, in the order in which those elected take them.
CREATE TABLE vote_seat (vote_id BIGINT NOT NULL REF(vote(id)), seat_id BIGINT NOT NULL REF(seat(id)), place BIGINT NOT NULL, PRIMARY KEY (vote_id, seat_id));
CREATE INDEX vote_seat_seat ON vote_seat (seat_id);
-- nominated: asked whether she stands. standing, declined: her answer. withdrawn: stood and stands no more. elected: waits for
-- acceptance. accepted, refused: her answer to that. substitute: moves up in the order of rank. lost: not elected.
CREATE TABLE candidate (id BIGINT PRIMARY KEY, vote_id BIGINT NOT NULL REF(vote(id)), number BIGINT NOT NULL, person_id BIGINT NOT NULL REF(person(id)), post_id BIGINT REF(post(id)), organisation_id BIGINT REF(organisation(id)),
  territory_id BIGINT REF(territory(id)), list TEXT, statement TEXT NOT NULL DEFAULT '', nominated_by BIGINT REF(person(id)),
  state TEXT NOT NULL CHECK (state IN ('nominated', 'standing', 'declined', 'withdrawn', 'elected', 'accepted', 'refused', 'substitute', 'lost')),
  votes BIGINT, rank BIGINT, seat_id BIGINT REF(seat(id)), occupancy_id BIGINT REF(occupancy(id)), answered_at BIGINT, UNIQUE (vote_id, number), UNIQUE (vote_id, person_id));
CREATE INDEX candidate_person ON candidate (person_id);
CREATE INDEX candidate_nominated_by ON candidate (nominated_by) WHERE nominated_by IS NOT NULL;
CREATE INDEX candidate_post ON candidate (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX candidate_organisation ON candidate (organisation_id) WHERE organisation_id IS NOT NULL;
-- A lot: who drew it, and in which order the names came.
CREATE TABLE lot (vote_id BIGINT PRIMARY KEY REF(vote(id)), person_id BIGINT NOT NULL REF(person(id)), drawn TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX lot_person ON lot (person_id);
-- The register: a number per body and year that never changes, the text as decided, and why it holds.
CREATE TABLE resolution (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3),
  year BIGINT NOT NULL, number BIGINT NOT NULL CHECK (number > 0), mark TEXT NOT NULL, vote_id BIGINT UNIQUE REF(vote(id)), title TEXT NOT NULL, text TEXT NOT NULL, day TEXT NOT NULL CHECK (DAY(day)),
  verdict_de TEXT NOT NULL, verdict_en TEXT NOT NULL, in_force_from TEXT NOT NULL CHECK (DAY(in_force_from)), repealed_from TEXT CHECK (DAY(repealed_from)), superseded_by_id BIGINT REF(resolution(id)),
  entered_later BOOLEAN NOT NULL DEFAULT FALSE, source TEXT, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, UNIQUE (body_id, year, number));
CREATE INDEX resolution_network ON resolution (network_id, day);
CREATE INDEX resolution_body_day ON resolution (body_id, day);
CREATE INDEX resolution_superseded ON resolution (superseded_by_id) WHERE superseded_by_id IS NOT NULL;
CREATE INDEX resolution_made_by ON resolution (made_by) WHERE made_by IS NOT NULL;
-- The paper an older resolution was taken from.
CREATE TABLE resolution_scan (resolution_id BIGINT PRIMARY KEY REF(resolution(id)), name TEXT NOT NULL, media TEXT NOT NULL CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg')), content BYTES NOT NULL);
