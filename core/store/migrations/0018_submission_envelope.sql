-- What goes to the server in the place of a submission whose form asks for encryption, as it was sent first.
CREATE TABLE submission_envelope (
    sequence INTEGER PRIMARY KEY REFERENCES screening (sequence) ON DELETE CASCADE,
    manifest BLOB NOT NULL CHECK (length(manifest) > 0),
    key      BLOB NOT NULL CHECK (length(key) = 32)  -- of the files
) STRICT;
CREATE TRIGGER submission_envelope_stays BEFORE UPDATE ON submission_envelope
BEGIN SELECT raise(ABORT, 'a submission does not change'); END;
CREATE TRIGGER submission_envelope_is_kept BEFORE DELETE ON submission_envelope
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'a submission is not deleted'); END;
