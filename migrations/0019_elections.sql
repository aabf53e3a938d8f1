-- What was decided about territories nobody stands in: `open` or `elsewhere`, and who decided it when.
ALTER TABLE vote ADD COLUMN imbalance TEXT;
