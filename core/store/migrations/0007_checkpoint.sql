-- Which key signs the head of the audit log, one for each generation of the store. Only the present generation has the
-- secret half: it lies here as the officers' own keys do, in a database that is encrypted as a whole.
CREATE TABLE signing_key (
    generation  BLOB PRIMARY KEY CHECK (length(generation) = 16),
    first_entry INTEGER NOT NULL UNIQUE CHECK (first_entry > 0),  -- of the audit log, in this generation
    public_key  BLOB NOT NULL CHECK (length(public_key) = 32),
    seed        BLOB CHECK (length(seed) = 32)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX signing_key_present ON signing_key (seed IS NOT NULL) WHERE seed IS NOT NULL;

CREATE TABLE checkpoint (
    number     INTEGER PRIMARY KEY,
    generation BLOB NOT NULL REFERENCES signing_key (generation),
    entry      INTEGER NOT NULL CHECK (entry > 0),
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    at         TEXT NOT NULL,
    signature  BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- The highest checkpoint of each generation that a server has acknowledged, with the record that carried it.
CREATE TABLE witness (
    generation  BLOB PRIMARY KEY REFERENCES signing_key (generation),
    entry       INTEGER NOT NULL CHECK (entry > 0),
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    instance_id TEXT NOT NULL CHECK (instance_id <> ''),
    server      TEXT NOT NULL,
    at          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER signing_key_stays BEFORE UPDATE ON signing_key
WHEN new.generation <> old.generation OR new.first_entry <> old.first_entry OR new.public_key <> old.public_key
    OR new.seed IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signing key does not change, but loses its secret half'); END;
CREATE TRIGGER signing_key_is_kept BEFORE DELETE ON signing_key
BEGIN SELECT raise(ABORT, 'a signing key is not deleted'); END;
CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint
BEGIN SELECT raise(ABORT, 'a checkpoint does not change'); END;
CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint
BEGIN SELECT raise(ABORT, 'a checkpoint is not deleted'); END;
CREATE TRIGGER witness_only_grows BEFORE UPDATE ON witness
WHEN new.generation <> old.generation OR new.entry < old.entry
BEGIN SELECT raise(ABORT, 'what was witnessed stays so'); END;
CREATE TRIGGER witness_is_kept BEFORE DELETE ON witness
BEGIN SELECT raise(ABORT, 'what was witnessed stays so'); END;

-- An acknowledged record goes out once more only where the entry just before says so.
DROP TRIGGER outbox_acknowledged_stays;
CREATE TRIGGER outbox_acknowledged_stays BEFORE UPDATE ON outbox
WHEN old.state = 'acknowledged' AND NOT (new.state = 'queued' AND EXISTS (
    SELECT 1 FROM audit JOIN screening s ON s.sequence = old.sequence
    WHERE audit.sequence = (SELECT max(sequence) FROM audit) AND audit.action = 'record-requeued'
        AND replace(audit.subject, '-', '') = lower(hex(s.id))))
BEGIN SELECT raise(ABORT, 'what the server has acknowledged stays so'); END;
