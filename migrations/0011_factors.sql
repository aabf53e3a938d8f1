-- Factors of one's own beside the mailbox: passkeys (Web Authentication Level 3), an app's codes (RFC 6238), emergency codes.
-- proof: what a session was last proved with; strong_at: when that was last more than a mailbox, 0 for never.
ALTER TABLE session ADD COLUMN proof TEXT NOT NULL DEFAULT 'mail' CHECK (proof IN ('mail', 'app', 'passkey', 'emergency', 'set_up', 'given'));
ALTER TABLE session ADD COLUMN strong_at BIGINT NOT NULL DEFAULT 0;
-- Whether a person was asked once if she wants to do without mail.
ALTER TABLE account ADD COLUMN passkey_offered BOOLEAN NOT NULL DEFAULT FALSE;
-- credential, public_key (COSE, RFC 9052) and user_handle are base64url; public keys open nothing.
CREATE TABLE passkey (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), credential TEXT NOT NULL UNIQUE, public_key TEXT NOT NULL,
  user_handle TEXT NOT NULL, name TEXT NOT NULL, uses BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, used_at BIGINT);
CREATE INDEX passkey_person ON passkey (person_id);
-- secret must be read back to check a code, so it cannot be a hash. The house has no key outside the database it could be
-- encrypted with; it alone opens nothing, since a mailbox or a session comes first. last_step: a code counts once.
CREATE TABLE app_code (person_id BIGINT PRIMARY KEY REF(person(id)), secret TEXT NOT NULL, last_step BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, used_at BIGINT);
CREATE TABLE emergency_code (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), code_hash TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL);
CREATE INDEX emergency_code_person ON emergency_code (person_id);
-- Wrong codes of an app or from the list; they limit further tries.
CREATE TABLE factor_try (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), at BIGINT NOT NULL);
CREATE INDEX factor_try_person ON factor_try (person_id, at);
CREATE INDEX factor_try_at ON factor_try (at);
-- What a passkey has to sign: counts once, five minutes, in the browser that asked.
CREATE TABLE challenge (id BIGINT PRIMARY KEY, purpose TEXT NOT NULL CHECK (purpose IN ('register', 'sign_in', 'step_up')), challenge_hash TEXT NOT NULL UNIQUE,
  browser_hash TEXT NOT NULL, person_id BIGINT REF(person(id)), expires_at BIGINT NOT NULL);
CREATE INDEX challenge_expiry ON challenge (expires_at);
CREATE INDEX challenge_person ON challenge (person_id) WHERE person_id IS NOT NULL;
-- What the house holds about a person is found by her number when she asks for it.
CREATE INDEX mail_out_person ON mail_out (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX event_actor ON event (actor_id, seq) WHERE actor_id IS NOT NULL;
