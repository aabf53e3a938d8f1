-- Networks: bodies as a typed, dated graph with several parents; seats; who occupies them.
-- level says who may see the body's page, roster_level who may see its seats, holders and counts (kernel::Level).
-- sensitive: the roster never leaves the network. unlisted: its existence neither.
CREATE TABLE body (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)),
  kind TEXT NOT NULL CHECK (kind IN ('network', 'assembly', 'committee', 'project_group', 'conference', 'board', 'lead_team', 'outside')),
  slug TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, short_name TEXT, sort_name TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', purpose_en TEXT,
  reach TEXT NOT NULL DEFAULT 'region' CHECK (reach IN ('region', 'land', 'federal')), hue BIGINT NOT NULL DEFAULT 1 CHECK (hue BETWEEN 1 AND 6),
  organisation_id BIGINT REF(organisation(id)), territory_id BIGINT REF(territory(id)), mail TEXT, rhythm TEXT,
  formal BOOLEAN NOT NULL DEFAULT FALSE, sensitive BOOLEAN NOT NULL DEFAULT FALSE, unlisted BOOLEAN NOT NULL DEFAULT FALSE,
  open_to_non_members BOOLEAN NOT NULL DEFAULT FALSE, join_page BOOLEAN NOT NULL DEFAULT FALSE,
  level BIGINT NOT NULL DEFAULT 2 CHECK (level BETWEEN 0 AND 3), roster_level BIGINT NOT NULL DEFAULT 2 CHECK (roster_level BETWEEN 0 AND 3),
  carries_over BOOLEAN NOT NULL DEFAULT TRUE, deputy_reads BOOLEAN NOT NULL DEFAULT TRUE, former_read BOOLEAN NOT NULL DEFAULT TRUE,
  version BIGINT NOT NULL DEFAULT 1, PERIOD,
  CHECK (NOT sensitive OR roster_level >= 2), CHECK (NOT unlisted OR (sensitive AND level >= 2 AND NOT join_page)), CHECK (roster_level >= level),
  CHECK ((kind = 'network') = (id = network_id)));
CREATE UNIQUE INDEX body_slug ON body (network_id, slug);
CREATE INDEX body_sort ON body (sort_name);
CREATE INDEX body_kind ON body (kind, slug);
CREATE TABLE former_name (id BIGINT PRIMARY KEY, organisation_id BIGINT REF(organisation(id)), body_id BIGINT REF(body(id)), post_id BIGINT REF(post(id)), name TEXT NOT NULL, PERIOD,
  CHECK ((CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN body_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN post_id IS NULL THEN 0 ELSE 1 END) = 1));
CREATE INDEX former_name_organisation ON former_name (organisation_id);
CREATE INDEX former_name_body ON former_name (body_id);
CREATE INDEX former_name_post ON former_name (post_id);
CREATE TABLE consent (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)),
  field TEXT NOT NULL CHECK (field IN ('name', 'office_mail', 'office_phone', 'private_mail', 'private_phone', 'pronouns', 'topics')),
  audience TEXT NOT NULL CHECK (audience IN ('public', 'all_networks', 'network')), body_id BIGINT REF(body(id)),
  given_at BIGINT NOT NULL CHECK (given_at > 0), withdrawn_at BIGINT CHECK (withdrawn_at >= given_at), CHECK ((body_id IS NOT NULL) = (audience = 'network')));
CREATE INDEX consent_person ON consent (person_id);
CREATE TABLE edge (id BIGINT PRIMARY KEY, from_body_id BIGINT NOT NULL REF(body(id)), to_body_id BIGINT NOT NULL REF(body(id)),
  kind TEXT NOT NULL CHECK (kind IN ('organ_of', 'elects', 'delegates_to', 'cooperates_with', 'member_of')), label TEXT, label_en TEXT, PERIOD, CHECK (from_body_id <> to_body_id));
CREATE INDEX edge_from ON edge (from_body_id, kind, until_day);
CREATE INDEX edge_to ON edge (to_body_id, kind, until_day);
CREATE TABLE seat (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), number BIGINT NOT NULL CHECK (number > 0), label TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'organisation', 'territory', 'elected', 'delegated', 'ex_officio', 'personal', 'guest')),
  voice TEXT NOT NULL CHECK (voice IN ('voting', 'advisory', 'observer', 'guest', 'office')), votes BIGINT NOT NULL DEFAULT 1 CHECK (votes >= 0),
  office TEXT CHECK (office IN ('chair', 'deputy_chair', 'speaker', 'secretary', 'treasurer', 'assessor', 'secretariat', 'network_admin', 'host', 'rapporteur')),
  source_body_id BIGINT REF(body(id)), source_territory_id BIGINT REF(territory(id)),
  eligibility TEXT NOT NULL DEFAULT 'none' CHECK (eligibility IN ('none', 'post', 'organisation', 'territory', 'seat')),
  filled_by TEXT, term_months BIGINT CHECK (term_months > 0), PERIOD, CHECK (voice = 'voting' OR votes = 0), CHECK (voice <> 'office' OR office IS NOT NULL),
  CHECK (kind <> 'delegated' OR source_body_id IS NOT NULL), CHECK (kind <> 'guest' OR voice = 'guest'), UNIQUE (body_id, number));
CREATE INDEX seat_source ON seat (source_body_id);
CREATE INDEX seat_delegated ON seat (body_id, source_body_id) WHERE kind = 'delegated';
-- Who occupies a seat: a post, an organisation, a person, or whoever sits in another seat (ex officio, one hop).
-- term_end_day is elected until, until_day is really until: carrying over is written, not computed.
CREATE TABLE occupancy (id BIGINT PRIMARY KEY, seat_id BIGINT NOT NULL REF(seat(id)), post_id BIGINT REF(post(id)), organisation_id BIGINT REF(organisation(id)),
  person_id BIGINT REF(person(id)), by_seat_id BIGINT REF(seat(id)), eligible_post_id BIGINT REF(post(id)), eligible_organisation_id BIGINT REF(organisation(id)),
  sender_body_id BIGINT REF(body(id)), basis TEXT NOT NULL CHECK (basis IN ('statute', 'joined', 'election', 'resolution', 'delegation', 'co_option', 'appointment')),
  mandate TEXT NOT NULL DEFAULT 'free' CHECK (mandate IN ('free', 'bound')),
  status TEXT NOT NULL CHECK (status IN ('invited', 'nominated', 'accepted', 'confirmed', 'suspended', 'refused')),
  grain TEXT NOT NULL DEFAULT 'day' CHECK (grain IN ('day', 'month', 'year')), term_end_day TEXT CHECK (DAY(term_end_day)),
  end_reason TEXT CHECK (end_reason IN ('term', 'resignation', 'eligibility', 'removal', 'recall', 'exit', 'merger', 'death', 'abolished')), PERIOD,
  CHECK ((CASE WHEN post_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END)
       + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN by_seat_id IS NULL THEN 0 ELSE 1 END) = 1),
  CHECK (by_seat_id <> seat_id), CHECK (term_end_day > from_day));
CREATE INDEX occupancy_seat ON occupancy (seat_id, until_day);
CREATE INDEX occupancy_post ON occupancy (post_id, until_day) WHERE post_id IS NOT NULL;
CREATE INDEX occupancy_person ON occupancy (person_id, until_day) WHERE person_id IS NOT NULL;
CREATE INDEX occupancy_organisation ON occupancy (organisation_id, until_day) WHERE organisation_id IS NOT NULL;
CREATE INDEX occupancy_by_seat ON occupancy (by_seat_id) WHERE by_seat_id IS NOT NULL;
CREATE INDEX occupancy_eligible_post ON occupancy (eligible_post_id, until_day) WHERE eligible_post_id IS NOT NULL;
-- Who speaks for an organisation on one seat; one organisation may send different persons to different networks.
CREATE TABLE representative (id BIGINT PRIMARY KEY, occupancy_id BIGINT NOT NULL REF(occupancy(id)), post_id BIGINT REF(post(id)), person_id BIGINT REF(person(id)),
  rank BIGINT NOT NULL DEFAULT 1 CHECK (rank > 0), PERIOD, CHECK ((post_id IS NULL) <> (person_id IS NULL)));
CREATE INDEX representative_occupancy ON representative (occupancy_id, until_day);
CREATE INDEX representative_post ON representative (post_id, until_day) WHERE post_id IS NOT NULL;
CREATE INDEX representative_person ON representative (person_id, until_day) WHERE person_id IS NOT NULL;
-- Substitutes never raise the count. Those who only move up have no rights.
CREATE TABLE substitute (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), seat_id BIGINT REF(seat(id)), post_id BIGINT REF(post(id)), person_id BIGINT REF(person(id)),
  rank BIGINT NOT NULL CHECK (rank > 0), moves_up BOOLEAN NOT NULL DEFAULT FALSE, PERIOD, CHECK ((post_id IS NULL) <> (person_id IS NULL)));
CREATE INDEX substitute_body ON substitute (body_id, until_day);
CREATE INDEX substitute_post ON substitute (post_id, until_day) WHERE post_id IS NOT NULL;
CREATE INDEX substitute_person ON substitute (person_id, until_day) WHERE person_id IS NOT NULL;
CREATE TABLE topic (id BIGINT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_en TEXT NOT NULL, sort_name TEXT NOT NULL);
CREATE TABLE body_topic (body_id BIGINT NOT NULL REF(body(id)), topic_id BIGINT NOT NULL REF(topic(id)), PRIMARY KEY (body_id, topic_id));
CREATE TABLE person_topic (person_id BIGINT NOT NULL REF(person(id)), topic_id BIGINT NOT NULL REF(topic(id)), PRIMARY KEY (person_id, topic_id));
-- The one view rights are derived from: who sits where, in which capacity, from when to when.
CREATE VIEW sits AS
  SELECT o.person_id, s.id AS seat_id, s.body_id, s.kind, s.voice, s.office, o.basis, o.id AS occupancy_id, o.post_id, 'self' AS capacity, o.from_day, o.until_day, s.from_day AS seat_from, s.until_day AS seat_until
    FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.person_id IS NOT NULL AND o.status = 'confirmed'
  UNION ALL SELECT t.person_id, s.id, s.body_id, s.kind, s.voice, s.office, o.basis, o.id, t.post_id, t.mode,
      CASE WHEN t.from_day > o.from_day THEN t.from_day ELSE o.from_day END, CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END, s.from_day, s.until_day
    FROM tenure t JOIN occupancy o ON o.post_id = t.post_id AND o.status = 'confirmed' JOIN seat s ON s.id = o.seat_id
  UNION ALL SELECT r.person_id, s.id, s.body_id, s.kind, s.voice, s.office, o.basis, o.id, NULL, 'representative',
      CASE WHEN r.from_day > o.from_day THEN r.from_day ELSE o.from_day END, CASE WHEN r.until_day < o.until_day THEN r.until_day ELSE o.until_day END, s.from_day, s.until_day
    FROM representative r JOIN occupancy o ON o.id = r.occupancy_id AND o.organisation_id IS NOT NULL AND o.status = 'confirmed' JOIN seat s ON s.id = o.seat_id WHERE r.person_id IS NOT NULL
  UNION ALL SELECT t.person_id, s.id, s.body_id, s.kind, s.voice, s.office, o.basis, o.id, t.post_id, 'representative',
      CASE WHEN r.from_day > t.from_day THEN CASE WHEN r.from_day > o.from_day THEN r.from_day ELSE o.from_day END ELSE CASE WHEN t.from_day > o.from_day THEN t.from_day ELSE o.from_day END END,
      CASE WHEN r.until_day < t.until_day THEN CASE WHEN r.until_day < o.until_day THEN r.until_day ELSE o.until_day END ELSE CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END END, s.from_day, s.until_day
    FROM tenure t JOIN representative r ON r.post_id = t.post_id JOIN occupancy o ON o.id = r.occupancy_id AND o.organisation_id IS NOT NULL AND o.status = 'confirmed' JOIN seat s ON s.id = o.seat_id WHERE t.mode <> 'deputy'
  UNION ALL SELECT u.person_id, s.id, s.body_id, s.kind, s.voice, s.office, NULL, NULL, NULL, 'substitute', u.from_day, u.until_day, s.from_day, s.until_day
    FROM substitute u JOIN seat s ON s.id = u.seat_id WHERE u.person_id IS NOT NULL AND NOT u.moves_up
  UNION ALL SELECT t.person_id, s.id, s.body_id, s.kind, s.voice, s.office, NULL, NULL, t.post_id, 'substitute',
      CASE WHEN t.from_day > u.from_day THEN t.from_day ELSE u.from_day END, CASE WHEN t.until_day < u.until_day THEN t.until_day ELSE u.until_day END, s.from_day, s.until_day
    FROM tenure t JOIN substitute u ON u.post_id = t.post_id AND NOT u.moves_up JOIN seat s ON s.id = u.seat_id WHERE t.mode <> 'deputy';
