-- The register is sorted, filtered, counted by year and passed over from an index alone: it holds who may see a position and what a
-- register is asked for. Indexes it takes the place of go.
CREATE INDEX position_register ON position (year, published_at, id, level, network_id, body_id, state, topic_id, ended_day) WHERE year IS NOT NULL;
CREATE INDEX position_register_network ON position (network_id, year, published_at, id, level, body_id, state, topic_id, ended_day) WHERE year IS NOT NULL;
DROP INDEX position_public;
DROP INDEX position_published_network;
