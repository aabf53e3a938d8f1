-- Tasks: who does what until when, with the thing it came from. A task belongs to a body and is done by a person, a post (whoever
-- holds it that day) or a body (those who lead it). made_for: the program makes a task for the same thing once.
CREATE TABLE task (id BIGINT PRIMARY KEY, network_id BIGINT NOT NULL REF(body(id)), body_id BIGINT NOT NULL REF(body(id)), level BIGINT NOT NULL CHECK (level IN (2, 3)),
  title TEXT NOT NULL, title_en TEXT, note TEXT NOT NULL DEFAULT '',
  person_id BIGINT REF(person(id)), post_id BIGINT REF(post(id)), owner_body_id BIGINT REF(body(id)), due_day TEXT CHECK (DAY(due_day)),
  source_kind TEXT, source_id BIGINT, source_de TEXT, source_en TEXT, made_for TEXT UNIQUE,
  given_by BIGINT REF(person(id)), given_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')), closed_at BIGINT, closed_by BIGINT REF(person(id)), reason TEXT,
  reminded BIGINT NOT NULL DEFAULT 0 CHECK (reminded IN (0, 1, 2)), version BIGINT NOT NULL DEFAULT 1,
  CHECK ((CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN post_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN owner_body_id IS NULL THEN 0 ELSE 1 END) = 1),
  CHECK ((state = 'open') = (closed_at IS NULL)), CHECK ((source_kind IS NULL) = (source_id IS NULL)));
CREATE INDEX task_body ON task (body_id, state);
CREATE INDEX task_network ON task (network_id, state);
CREATE INDEX task_person ON task (person_id, state) WHERE person_id IS NOT NULL;
CREATE INDEX task_post ON task (post_id, state) WHERE post_id IS NOT NULL;
CREATE INDEX task_owner_body ON task (owner_body_id, state) WHERE owner_body_id IS NOT NULL;
CREATE INDEX task_given_by ON task (given_by, state) WHERE given_by IS NOT NULL;
CREATE INDEX task_closed_by ON task (closed_by) WHERE closed_by IS NOT NULL;
CREATE INDEX task_closed_at ON task (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX task_due ON task (state, due_day);
