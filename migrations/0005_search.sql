-- Search: words of what can be found, and who may find it. Every hit is decided again by its slice before it is shown.
CREATE TABLE search_doc (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, subject_id BIGINT NOT NULL, UNIQUE (kind, subject_id));
CREATE TABLE search_word (word TEXT NOT NULL, doc_id BIGINT NOT NULL REF(search_doc(id)), PRIMARY KEY (word, doc_id));
CREATE INDEX search_word_doc ON search_word (doc_id);
CREATE TABLE search_scope (doc_id BIGINT NOT NULL REF(search_doc(id)), level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 3), body_id BIGINT NOT NULL, PRIMARY KEY (doc_id, level, body_id));
