-- A sitting that is led in the house: whether those who come enter themselves, and the number that is shown in the room.
CREATE TABLE live_sitting (meeting_id BIGINT PRIMARY KEY REF(meeting(id)), check_in BOOLEAN NOT NULL, number TEXT UNIQUE, opened_by BIGINT REF(person(id)), opened_at BIGINT NOT NULL, ended_at BIGINT,
  CHECK (ended_at IS NULL OR number IS NULL));
CREATE INDEX live_sitting_opened_by ON live_sitting (opened_by) WHERE opened_by IS NOT NULL;
CREATE INDEX live_sitting_open ON live_sitting (opened_at) WHERE ended_at IS NULL;
-- When which item was on. One at a time; an item may be on twice.
CREATE TABLE item_run (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), item_id BIGINT NOT NULL REF(agenda_item(id)), from_at BIGINT NOT NULL, until_at BIGINT,
  CHECK (until_at IS NULL OR until_at >= from_at));
CREATE UNIQUE INDEX item_run_now ON item_run (meeting_id) WHERE until_at IS NULL;
CREATE INDEX item_run_meeting ON item_run (meeting_id, from_at);
CREATE INDEX item_run_item ON item_run (item_id);
-- Who wants to speak on the item that is on, by the line of the list of who is there. Gone with the item.
CREATE TABLE speech (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), line TEXT NOT NULL, called_at BIGINT, UNIQUE (meeting_id, line));
-- checked: how many had entered themselves when she did, 0 for whom somebody else entered. contested: two persons entered themselves for one seat.
ALTER TABLE attendance ADD COLUMN checked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE attendance ADD COLUMN contested BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE meeting_sheet ADD COLUMN checked BIGINT NOT NULL DEFAULT 0;
