-- Project groups: what they are charged with, until when, who carries the cost with them, and the report they close with.
-- due_day is the planned last day, itself included. The seats end with the body, and the body with its report.
CREATE TABLE project (body_id BIGINT PRIMARY KEY REF(body(id)), charge TEXT NOT NULL DEFAULT '', due_day TEXT CHECK (DAY(due_day)),
  total_cents BIGINT CHECK (total_cents BETWEEN 0 AND 99999999999), version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX project_due ON project (due_day) WHERE due_day IS NOT NULL;
-- An organisation of this house, or a typed name. A share is an exact amount or an exact fraction.
CREATE TABLE project_partner (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(project(body_id)), organisation_id BIGINT REF(organisation(id)), name TEXT NOT NULL DEFAULT '',
  cents BIGINT CHECK (cents BETWEEN 0 AND 99999999999), numerator BIGINT CHECK (numerator BETWEEN 1 AND 1000), denominator BIGINT CHECK (denominator BETWEEN 1 AND 1000),
  CHECK ((organisation_id IS NULL) = (name <> '')), CHECK ((numerator IS NULL) = (denominator IS NULL)), CHECK (numerator <= denominator), CHECK (cents IS NULL OR numerator IS NULL));
CREATE INDEX project_partner_body ON project_partner (body_id);
CREATE INDEX project_partner_organisation ON project_partner (organisation_id) WHERE organisation_id IS NOT NULL;
-- A draft until closed_at.
CREATE TABLE project_report (body_id BIGINT PRIMARY KEY REF(project(body_id)), aim TEXT NOT NULL DEFAULT '', deeds TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  remains TEXT NOT NULL DEFAULT '', advice TEXT NOT NULL DEFAULT '', whole TEXT NOT NULL DEFAULT '', closed_at BIGINT);
-- The yearly request to check one's data: a round of a network, one link for each person, and what keepers should change.
CREATE TABLE data_check (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(body(id)), created_at BIGINT NOT NULL, due_at BIGINT NOT NULL);
CREATE INDEX data_check_body ON data_check (body_id, created_at);
CREATE INDEX data_check_created ON data_check (created_at);
-- Networks that ask every year by themselves; base is the address their links begin with.
CREATE TABLE data_check_rule (body_id BIGINT PRIMARY KEY REF(body(id)), base TEXT NOT NULL);
CREATE TABLE data_check_link (id BIGINT PRIMARY KEY, check_id BIGINT NOT NULL REF(data_check(id)), person_id BIGINT NOT NULL REF(person(id)), token_hash TEXT NOT NULL UNIQUE, again_hash TEXT,
  sent BOOLEAN NOT NULL, reminded_at BIGINT, answered_at BIGINT, changed BOOLEAN NOT NULL DEFAULT FALSE, UNIQUE (check_id, person_id));
CREATE UNIQUE INDEX data_check_link_again ON data_check_link (again_hash) WHERE again_hash IS NOT NULL;
CREATE INDEX data_check_link_person ON data_check_link (person_id);
-- What was decided keeps no words.
CREATE TABLE data_check_change (id BIGINT PRIMARY KEY, link_id BIGINT NOT NULL REF(data_check_link(id)),
  kind TEXT NOT NULL CHECK (kind IN ('given', 'family', 'share', 'post_mail', 'post_phone', 'address', 'organisation_mail', 'organisation_phone', 'deputy', 'left', 'successor', 'note')),
  tenure_id BIGINT REF(tenure(id)), post_id BIGINT REF(post(id)), organisation_id BIGINT REF(organisation(id)), value TEXT NOT NULL, day TEXT CHECK (DAY(day)), decided_at BIGINT, accepted BOOLEAN);
CREATE INDEX data_check_change_link ON data_check_change (link_id);
CREATE INDEX data_check_change_open ON data_check_change (link_id) WHERE decided_at IS NULL;
-- Seats in bodies that are not on this installation: a person's own notes. passes: whoever comes after her on the post is offered
-- the seat; answered says that somebody took or left it.
CREATE TABLE seat_elsewhere (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), body TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('network', 'committee', 'council', 'board', 'conference', 'other')), role TEXT NOT NULL DEFAULT '', post_id BIGINT REF(post(id)),
  passes BOOLEAN NOT NULL DEFAULT FALSE, answered BOOLEAN NOT NULL DEFAULT FALSE, note TEXT NOT NULL DEFAULT '',
  audience TEXT CHECK (audience IN ('public', 'all_networks', 'network')), body_id BIGINT REF(body(id)), given_at BIGINT, version BIGINT NOT NULL DEFAULT 1, PERIOD,
  CHECK ((body_id IS NOT NULL) = (COALESCE(audience, '') = 'network')), CHECK ((audience IS NULL) = (given_at IS NULL)));
CREATE INDEX seat_elsewhere_person ON seat_elsewhere (person_id, until_day);
CREATE INDEX seat_elsewhere_post ON seat_elsewhere (post_id) WHERE post_id IS NOT NULL;
