-- What a person allowed to be told to whom. It goes with the record in which it was given.
CREATE TABLE consent (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    sequence     INTEGER NOT NULL REFERENCES screening (sequence) ON DELETE CASCADE,
    scope        TEXT NOT NULL CHECK (scope <> ''),
    recipient    TEXT NOT NULL CHECK (recipient <> ''),
    officer      BLOB NOT NULL CHECK (length(officer) = 16),
    given_at     TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;
CREATE INDEX consent_record ON consent (sequence);

CREATE TRIGGER consent_only_ends BEFORE UPDATE ON consent
WHEN old.withdrawn_at IS NOT NULL OR new.withdrawn_at IS NULL OR new.id <> old.id OR new.sequence <> old.sequence
    OR new.scope <> old.scope OR new.recipient <> old.recipient OR new.officer <> old.officer
    OR new.given_at <> old.given_at
BEGIN SELECT raise(ABORT, 'a consent changes only by being withdrawn'); END;
CREATE TRIGGER consent_goes_with_its_record BEFORE DELETE ON consent
WHEN EXISTS (SELECT 1 FROM screening WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'a consent is not deleted before its record'); END;
