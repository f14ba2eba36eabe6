-- What was given away on a stick: which records in which batch, until receipts come back the same way. The records wait on; a
-- bundle that is lost costs nothing but its rows here.
CREATE TABLE bundle (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    begun_at   TEXT NOT NULL,
    made_at    TEXT  -- null: it was not written to its end
) STRICT;

CREATE TABLE bundle_batch (
    batch_id BLOB PRIMARY KEY CHECK (length(batch_id) = 16),
    bundle   INTEGER NOT NULL REFERENCES bundle (number) ON DELETE CASCADE,
    manifest BLOB NOT NULL  -- core/exchange/manifest.h: what the receipt is held against
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_batch_bundle ON bundle_batch (bundle);

CREATE TABLE bundle_record (
    batch_id BLOB NOT NULL REFERENCES bundle_batch (batch_id) ON DELETE CASCADE,
    place    INTEGER NOT NULL CHECK (place >= 0),
    sequence INTEGER NOT NULL,  -- of the record, which may have been erased since
    PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_record_sequence ON bundle_record (sequence);
