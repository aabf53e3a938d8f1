-- Parts of a report everybody may read, as words with commas, and since when; taken back where it is empty again. Whether the
-- public reads them is asked of the network and of the body that sat, each time.
ALTER TABLE mandate_report ADD COLUMN opens TEXT NOT NULL DEFAULT '';
ALTER TABLE mandate_report ADD COLUMN opened_at BIGINT;
CREATE INDEX mandate_report_opened ON mandate_report (network_id, opened_at) WHERE opened_at IS NOT NULL;
-- What resolutions and tasks are about, out of the vocabulary of the house.
CREATE TABLE resolution_topic (resolution_id BIGINT NOT NULL REF(resolution(id)), topic_id BIGINT NOT NULL REF(topic(id)), PRIMARY KEY (resolution_id, topic_id));
CREATE INDEX resolution_topic_topic ON resolution_topic (topic_id);
CREATE TABLE task_topic (task_id BIGINT NOT NULL REF(task(id)), topic_id BIGINT NOT NULL REF(topic(id)), PRIMARY KEY (task_id, topic_id));
CREATE INDEX task_topic_topic ON task_topic (topic_id);
