-- Files that members bring (decisions/0025). The bytes lie here once, under their SHA-256; they come last, so that listing never
-- touches them.
CREATE TABLE file (hash TEXT PRIMARY KEY CHECK (LENGTH(hash) = 64), format TEXT NOT NULL CHECK (format IN ('pdf', 'png', 'jpg', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt')),
  size BIGINT NOT NULL CHECK (size BETWEEN 1 AND 10485760), kept_at BIGINT NOT NULL, bytes BYTES NOT NULL);
CREATE INDEX file_kept ON file (kept_at);
-- Where a file hangs: thing is the table the thing stands in.
CREATE TABLE attachment (id BIGINT PRIMARY KEY, thing TEXT NOT NULL CHECK (thing IN ('agenda_item', 'thread', 'reply', 'position_answer', 'mandate_report')), thing_id BIGINT NOT NULL,
  hash TEXT NOT NULL REF(file(hash)), name TEXT NOT NULL, made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, UNIQUE (thing, thing_id, hash));
CREATE INDEX attachment_hash ON attachment (hash);
CREATE INDEX attachment_made_by ON attachment (made_by) WHERE made_by IS NOT NULL;
-- The code a guest needs beside the link to see the papers of a meeting. tries and tried_at: wrong ones since. opened_hash: the browser
-- that typed it.
CREATE TABLE paper_code (token_hash TEXT PRIMARY KEY, invitation_id BIGINT NOT NULL REF(meeting_invitation(id)), code_hash TEXT NOT NULL, made_at BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0, tried_at BIGINT, opened_hash TEXT);
CREATE INDEX paper_code_invitation ON paper_code (invitation_id);
-- Days of others that nobody is invited to: weeks of the council, CSDs. Only the network reads them.
CREATE TABLE other_date (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), kind TEXT NOT NULL CHECK (kind IN ('council', 'csd', 'other')), title TEXT NOT NULL,
  town TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', from_day TEXT NOT NULL CHECK (DAY(from_day)), until_day TEXT NOT NULL CHECK (DAY(until_day)),
  made_by BIGINT REF(person(id)), made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1, CHECK (from_day < until_day));
CREATE INDEX other_date_network ON other_date (network_id, from_day);
CREATE INDEX other_date_made_by ON other_date (made_by) WHERE made_by IS NOT NULL;
-- Whether it says that the minutes were approved, rather than that there are some to read.
ALTER TABLE minutes_letter ADD COLUMN approved BOOLEAN NOT NULL DEFAULT FALSE;
-- Whether whoever convenes typed the address herself: then it is the one letters about the next meeting go to, too.
ALTER TABLE meeting_invitation ADD COLUMN typed BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX meeting_invitation_typed ON meeting_invitation (seat_id, person_id) WHERE typed;
