-- Accounts: how a person proves who she is. No passwords; tokens and codes are kept as hashes only.
CREATE TABLE account (person_id BIGINT PRIMARY KEY REF(person(id)), mail TEXT NOT NULL, lang TEXT NOT NULL DEFAULT 'de' CHECK (lang IN ('de', 'en')),
  theme TEXT NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')), locked BOOLEAN NOT NULL DEFAULT FALSE,
  created_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
-- One address may serve several persons behind one functional mailbox.
CREATE INDEX account_mail ON account (mail);
CREATE TABLE session (id BIGINT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, person_id BIGINT NOT NULL REF(person(id)), device TEXT NOT NULL,
  created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, proved_at BIGINT NOT NULL);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);
-- mail_key is a hash: an address nobody has an account for is never stored.
CREATE TABLE sign_in (id BIGINT PRIMARY KEY, purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'step_up')), mail_key TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL, browser_hash TEXT NOT NULL UNIQUE, next_path TEXT NOT NULL, tries BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL, used_at BIGINT);
CREATE INDEX sign_in_mail ON sign_in (mail_key, created_at);
CREATE TABLE invitation (id BIGINT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, person_id BIGINT NOT NULL REF(person(id)), mail TEXT NOT NULL,
  invited_by BIGINT REF(person(id)), about_kind TEXT, about_id BIGINT, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, accepted_at BIGINT, withdrawn_at BIGINT);
CREATE INDEX invitation_person ON invitation (person_id);
-- Who runs the installation. An operator is no reader of any network.
CREATE TABLE operator (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), PERIOD);
CREATE INDEX operator_person ON operator (person_id);
