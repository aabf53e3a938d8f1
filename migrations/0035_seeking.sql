-- The index of search anew. An entry has a small number of its own, so that the entries a word stands in are one row for each block of 65,536 numbers,
-- and so are those a circle of readers may find. words: what an entry is found by, scopes: by whom, both to see what changed.
-- It is filled by the job of the night, which runs at the next start after this step.
DROP TABLE search_word;
DROP TABLE search_scope;
DROP TABLE search_doc;
DELETE FROM search_term WHERE 1 = 1;
DELETE FROM counter WHERE name = 'daily search.rebuild';
CREATE TABLE search_doc (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, subject_id BIGINT NOT NULL, words TEXT NOT NULL DEFAULT '', scopes TEXT NOT NULL DEFAULT '', UNIQUE (kind, subject_id));
CREATE TABLE search_word (word TEXT NOT NULL, block BIGINT NOT NULL, entries BYTES NOT NULL, PRIMARY KEY (word, block)) KEYED;
CREATE TABLE search_scope (body_id BIGINT NOT NULL, block BIGINT NOT NULL, level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3), entries BYTES NOT NULL, PRIMARY KEY (body_id, block, level)) KEYED;
