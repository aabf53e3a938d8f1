-- The language of a letter's words, for its head and for whoever has it read aloud.
ALTER TABLE mail_out ADD COLUMN lang TEXT NOT NULL DEFAULT 'de' CHECK (lang IN ('de', 'en'));
