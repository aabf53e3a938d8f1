-- What stands in the head of a letter beside address and subject. name: the same for everybody who gets the letter about one
-- contribution. sits_in: the networks and bodies
-- it names; its person must sit in each of them when it leaves, so that nothing reaches whoever lost that right.
ALTER TABLE mail_out ADD COLUMN from_name TEXT;
ALTER TABLE mail_out ADD COLUMN reply_tag TEXT;
ALTER TABLE mail_out ADD COLUMN name TEXT;
ALTER TABLE mail_out ADD COLUMN follows TEXT;
ALTER TABLE mail_out ADD COLUMN sits_in TEXT;
-- Addresses where letters came back. Nobody is written to at a paused one until its holder shows that she reads there.
CREATE TABLE mail_trouble (address TEXT PRIMARY KEY, strikes BIGINT NOT NULL CHECK (strikes > 0), status TEXT NOT NULL DEFAULT '', last_at BIGINT NOT NULL, paused_at BIGINT);
CREATE INDEX mail_trouble_last ON mail_trouble (last_at);
-- Who has an address is asked when a letter comes in.
CREATE INDEX tenure_mail_key ON tenure (LOWER(mail)) WHERE mail IS NOT NULL;
CREATE INDEX invitation_mail ON invitation (mail);
-- Where a bounce of a circular belongs.
CREATE INDEX circular_recipient_mail ON circular_recipient (mail_id) WHERE mail_id IS NOT NULL;
-- Other addresses somebody writes from, confirmed with one click.
CREATE TABLE mail_alias (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL REF(person(id)), address TEXT NOT NULL UNIQUE, made_at BIGINT NOT NULL);
CREATE INDEX mail_alias_person ON mail_alias (person_id);
-- What was written by letter: known again by the hash of its name (Message-ID), so that nothing comes twice. outside: the name is
-- that of a letter from outside that was passed on, so that the same one by several paths becomes one thread.
CREATE TABLE letter_post (id BIGINT PRIMARY KEY, thread_id BIGINT NOT NULL REF(thread(id)), reply_id BIGINT REF(reply(id)), person_id BIGINT REF(person(id)), name_hash TEXT NOT NULL,
  outside BOOLEAN NOT NULL DEFAULT FALSE, came_at BIGINT NOT NULL, UNIQUE (name_hash, thread_id));
CREATE INDEX letter_post_thread ON letter_post (thread_id);
CREATE INDEX letter_post_reply ON letter_post (reply_id) WHERE reply_id IS NOT NULL;
CREATE INDEX letter_post_person ON letter_post (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX letter_post_came ON letter_post (came_at);
-- Letters of which it is not known who wrote them: they wait for one click. person_id: whose letter was answered. why: unsigned, an
-- address nobody is known by, one several persons have.
CREATE TABLE letter_held (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level = 3), thread_id BIGINT REF(thread(id)),
  person_id BIGINT REF(person(id)), why TEXT NOT NULL CHECK (why IN ('unsigned', 'unknown', 'shared')), address TEXT NOT NULL, subject TEXT NOT NULL, words TEXT NOT NULL, own TEXT NOT NULL,
  name_hash TEXT NOT NULL, outside_hash TEXT, token_hash TEXT UNIQUE, came_at BIGINT NOT NULL, UNIQUE (name_hash, body_id));
CREATE INDEX letter_held_body ON letter_held (body_id, came_at);
CREATE INDEX letter_held_network ON letter_held (network_id);
CREATE INDEX letter_held_thread ON letter_held (thread_id) WHERE thread_id IS NOT NULL;
CREATE INDEX letter_held_person ON letter_held (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX letter_held_came ON letter_held (came_at);
