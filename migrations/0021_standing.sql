-- What pages ask for most of consents is those that stand, and search asks whether one entry holds one more word: both are answered by an index alone.
DROP INDEX consent_person;
CREATE INDEX consent_person ON consent (person_id, withdrawn_at);
DROP INDEX search_word_doc;
CREATE INDEX search_word_doc ON search_word (doc_id, word);
-- Why a vote was given up, where the program says it: in both languages.
ALTER TABLE vote ADD COLUMN void_reason_en TEXT;
