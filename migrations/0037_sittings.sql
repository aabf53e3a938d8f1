-- Times before the one in the line itself: somebody came, left and came back, or changed from the room to a screen. Half open; from_at is empty where it
-- began with the sitting. line: as in attendance.
CREATE TABLE attendance_span (id BIGINT PRIMARY KEY, meeting_id BIGINT NOT NULL REF(meeting(id)), line TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('present', 'remote', 'represented')),
  by_name TEXT NOT NULL DEFAULT '', from_at BIGINT, until_at BIGINT NOT NULL, CHECK (from_at IS NULL OR from_at < until_at));
CREATE INDEX attendance_span_meeting ON attendance_span (meeting_id, line, until_at);
