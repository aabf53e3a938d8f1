-- Files of a letter that waits: here until somebody says whose it is, then they hang on what is written. So nothing nobody has
-- claimed is a file of the house. The bytes come last, so that listing never touches them.
CREATE TABLE letter_file (id BIGINT PRIMARY KEY, letter_id BIGINT NOT NULL REF(letter_held(id)), name TEXT NOT NULL, format TEXT NOT NULL, hash TEXT NOT NULL CHECK (LENGTH(hash) = 64),
  size BIGINT NOT NULL CHECK (size > 0), bytes BYTES NOT NULL);
CREATE INDEX letter_file_letter ON letter_file (letter_id);
-- What of a letter stayed outside: a file, by its name and the reason, or the end of words that were too long (why: 'cut', without
-- a name). Of a letter that waits, or of what was written; reply_id is empty for the thread itself.
CREATE TABLE letter_left (id BIGINT PRIMARY KEY, letter_id BIGINT REF(letter_held(id)), thread_id BIGINT REF(thread(id)), reply_id BIGINT REF(reply(id)), name TEXT NOT NULL DEFAULT '', why TEXT NOT NULL,
  CHECK ((letter_id IS NULL) <> (thread_id IS NULL)), CHECK (reply_id IS NULL OR thread_id IS NOT NULL));
CREATE INDEX letter_left_letter ON letter_left (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX letter_left_thread ON letter_left (thread_id) WHERE thread_id IS NOT NULL;
CREATE INDEX letter_left_reply ON letter_left (reply_id) WHERE reply_id IS NOT NULL;
-- Who is told in somebody's place of what cannot wait while she is away.
CREATE TABLE notice_substitute (person_id BIGINT PRIMARY KEY REF(person(id)), substitute_id BIGINT NOT NULL REF(person(id)), chosen_at BIGINT NOT NULL, CHECK (person_id <> substitute_id));
CREATE INDEX notice_substitute_who ON notice_substitute (substitute_id);
-- Between these hours of the day somebody wants to be told of what is new; letters of her own wait until then.
ALTER TABLE notice_setting ADD COLUMN from_hour BIGINT NOT NULL DEFAULT 7 CHECK (from_hour BETWEEN 7 AND 10);
ALTER TABLE notice_setting ADD COLUMN until_hour BIGINT NOT NULL DEFAULT 19 CHECK (until_hour BETWEEN 16 AND 22);
-- Where a bounce of an invitation belongs.
CREATE INDEX meeting_letter_mail ON meeting_letter (mail_id) WHERE mail_id IS NOT NULL;
-- Who is named with an @ in an answer, and when a letter told her.
CREATE TABLE reply_mention (reply_id BIGINT NOT NULL REF(reply(id)), person_id BIGINT NOT NULL REF(person(id)), told_at BIGINT, PRIMARY KEY (reply_id, person_id));
CREATE INDEX reply_mention_person ON reply_mention (person_id);
-- As what somebody wrote, in words of that day, where she has several seats that could speak there.
ALTER TABLE thread ADD COLUMN capacity TEXT NOT NULL DEFAULT '';
ALTER TABLE reply ADD COLUMN capacity TEXT NOT NULL DEFAULT '';
