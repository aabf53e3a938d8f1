-- A form sent twice acts once: which forms acted, and where they led. Kept for a day.
CREATE TABLE submission (number TEXT PRIMARY KEY, location TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX submission_at ON submission (at);
