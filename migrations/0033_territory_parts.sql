-- What a territory became that was divided: one row for each of its parts. A part of another one since stands in merged_into_id.
CREATE TABLE territory_part (territory_id BIGINT NOT NULL REF(territory(id)), part_id BIGINT NOT NULL REF(territory(id)), PRIMARY KEY (territory_id, part_id));
CREATE INDEX territory_part_part ON territory_part (part_id);
