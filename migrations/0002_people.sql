-- People: territories, organisations, persons, posts, and who holds a post from when to when.
CREATE TABLE territory (id BIGINT PRIMARY KEY, ags TEXT, level TEXT NOT NULL CHECK (level IN ('federal', 'land', 'region', 'district', 'municipality')),
  name TEXT NOT NULL, sort_name TEXT NOT NULL, parent_id BIGINT REF(territory(id)), PERIOD,
  CHECK (ags IS NULL OR (length(ags) IN (2, 3, 5, 8) AND trim(ags, '0123456789') = '')));
CREATE UNIQUE INDEX territory_ags ON territory (ags, from_day);
CREATE INDEX territory_parent ON territory (parent_id);
CREATE TABLE organisation (id BIGINT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('municipality', 'district', 'land', 'federal', 'ministry', 'association', 'company', 'unit', 'other')),
  name TEXT NOT NULL, sort_name TEXT NOT NULL, parent_id BIGINT REF(organisation(id)), territory_id BIGINT REF(territory(id)),
  merged_into_id BIGINT REF(organisation(id)), mail TEXT, phone TEXT, address TEXT, website TEXT, purpose TEXT, version BIGINT NOT NULL DEFAULT 1, PERIOD,
  CHECK (parent_id <> id AND merged_into_id <> id));
CREATE INDEX organisation_parent ON organisation (parent_id);
CREATE INDEX organisation_territory ON organisation (territory_id);
CREATE INDEX organisation_sort ON organisation (sort_name);
CREATE TABLE person (id BIGINT PRIMARY KEY, given TEXT NOT NULL, family TEXT NOT NULL, sort_name TEXT NOT NULL, title TEXT, pronouns TEXT,
  title_form TEXT NOT NULL DEFAULT 'neutral' CHECK (title_form IN ('female', 'male', 'neutral')), private_mail TEXT, private_phone TEXT,
  version BIGINT NOT NULL DEFAULT 1, erased_at BIGINT CHECK (erased_at > 0));
CREATE INDEX person_sort ON person (sort_name);
-- title is the neutral form, the other two are what a holder may choose.
CREATE TABLE post (id BIGINT PRIMARY KEY, organisation_id BIGINT NOT NULL REF(organisation(id)), territory_id BIGINT REF(territory(id)),
  title TEXT NOT NULL, title_female TEXT, title_male TEXT, legal_basis TEXT, engagement TEXT NOT NULL CHECK (engagement IN ('full_time', 'secondary', 'honorary')),
  mail TEXT, phone TEXT, version BIGINT NOT NULL DEFAULT 1, PERIOD);
CREATE INDEX post_organisation ON post (organisation_id);
CREATE TABLE tenure (id BIGINT PRIMARY KEY, post_id BIGINT NOT NULL REF(post(id)), person_id BIGINT NOT NULL REF(person(id)),
  mode TEXT NOT NULL CHECK (mode IN ('holder', 'acting', 'deputy')), rank BIGINT NOT NULL DEFAULT 1 CHECK (rank > 0),
  share_percent BIGINT NOT NULL DEFAULT 100 CHECK (share_percent BETWEEN 1 AND 100), mail TEXT, phone TEXT, file_reference TEXT,
  grain TEXT NOT NULL DEFAULT 'day' CHECK (grain IN ('day', 'month', 'year')), PERIOD);
CREATE INDEX tenure_post ON tenure (post_id, until_day);
CREATE INDEX tenure_person ON tenure (person_id, until_day);
-- An absence has days and no reason: a reason would be health data.
CREATE TABLE absence (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), tenure_id BIGINT REF(tenure(id)), PERIOD);
CREATE INDEX absence_person ON absence (person_id, until_day);
