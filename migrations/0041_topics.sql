-- The topics somebody wants to hear of once a week, over all networks where she may read, and since when.
CREATE TABLE notice_topic (person_id BIGINT NOT NULL REF(person(id)), topic_id BIGINT NOT NULL REF(topic(id)), since_at BIGINT NOT NULL, PRIMARY KEY (person_id, topic_id));
CREATE INDEX notice_topic_topic ON notice_topic (topic_id);
-- Until when somebody was told of her topics.
ALTER TABLE notice_setting ADD COLUMN topics_told_at BIGINT NOT NULL DEFAULT 0;
-- topics: the link ends the weekly letters about topics.
ALTER TABLE notice_letter ADD COLUMN topics BOOLEAN NOT NULL DEFAULT FALSE;
