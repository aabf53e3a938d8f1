-- What a report said before it was put right, for the delegation alone: nobody above and nobody outside reads it. passes and opens: as in mandate_report. until_at: when the next
-- text took its place.
CREATE TABLE report_former (id BIGINT PRIMARY KEY, report_id BIGINT NOT NULL REF(mandate_report(id)), subject TEXT NOT NULL DEFAULT '', decided TEXT NOT NULL DEFAULT '',
  contributed TEXT NOT NULL DEFAULT '', effects TEXT NOT NULL DEFAULT '', confidential TEXT NOT NULL DEFAULT '', passes TEXT NOT NULL DEFAULT '', opens TEXT NOT NULL DEFAULT '',
  person_id BIGINT REF(person(id)), until_at BIGINT NOT NULL);
CREATE INDEX report_former_report ON report_former (report_id, id);
CREATE INDEX report_former_person ON report_former (person_id) WHERE person_id IS NOT NULL;
-- When a report was put right: anything of it; what everybody reads; what a body above reads.
ALTER TABLE mandate_report ADD COLUMN corrected_at BIGINT;
ALTER TABLE mandate_report ADD COLUMN opens_corrected_at BIGINT;
ALTER TABLE report_reach ADD COLUMN corrected_at BIGINT;
CREATE INDEX report_reach_corrected ON report_reach (corrected_at) WHERE corrected_at IS NOT NULL;
