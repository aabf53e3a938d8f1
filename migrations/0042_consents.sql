-- Who entered that somebody put forward stands, where she said so by word of mouth or in writing and not here herself.
ALTER TABLE candidate ADD COLUMN entered_by BIGINT REF(person(id));
ALTER TABLE candidate ADD COLUMN entered_as TEXT;
CREATE INDEX candidate_entered_by ON candidate (entered_by) WHERE entered_by IS NOT NULL;
