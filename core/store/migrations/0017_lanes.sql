-- Other workstations of this post that deliver to this one where it is the post's relay (sync/relay/README.md).
CREATE TABLE lane (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    name       TEXT NOT NULL CHECK (name <> ''),
    token_hash BLOB CHECK (length(token_hash) = 32),  -- BLAKE2b-256 of the token that it shows; NULL: removed
    store_id   BLOB CHECK (length(store_id) = 16),    -- as it said first, with the key that it signs with (Ed25519)
    public_key BLOB CHECK (length(public_key) = 32),
    added_at   TEXT NOT NULL,
    removed_at TEXT,
    heard_at   TEXT,
    CHECK ((removed_at IS NULL) = (token_hash IS NOT NULL)),
    CHECK ((store_id IS NULL) = (public_key IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX lane_name ON lane (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX lane_token ON lane (token_hash) WHERE token_hash IS NOT NULL;

-- Which records lanes brought. Hashes alone: it stays when the record goes, so that what comes once more is known.
CREATE TABLE lane_record (
    instance_hash BLOB PRIMARY KEY CHECK (length(instance_hash) = 16),  -- BLAKE2b-128 of the instanceID
    sequence      INTEGER NOT NULL UNIQUE,                              -- of screening, or of erasure
    lane          BLOB NOT NULL REFERENCES lane (id),
    content_hash  BLOB NOT NULL CHECK (length(content_hash) = 32),      -- core/exchange/manifest.h
    arrived_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lane_record_lane ON lane_record (lane, arrived_at);

-- Other bytes under the instanceID of a record that is here, for a person to look at.
CREATE TABLE lane_conflict (
    sequence     INTEGER NOT NULL REFERENCES screening (sequence) ON DELETE CASCADE,
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    lane         BLOB NOT NULL REFERENCES lane (id),
    arrived_at   TEXT NOT NULL,
    xml          BLOB NOT NULL,
    PRIMARY KEY (sequence, content_hash)
) STRICT, WITHOUT ROWID;

-- What was answered to a batch, for when it comes again.
CREATE TABLE lane_batch (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    lane       BLOB NOT NULL REFERENCES lane (id),
    generation BLOB NOT NULL CHECK (length(generation) = 16),
    sequence   INTEGER NOT NULL,
    receipt    BLOB NOT NULL,
    arrived_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lane_batch_last ON lane_batch (lane, generation, sequence);
CREATE INDEX lane_batch_age ON lane_batch (arrived_at);

-- The relay's own keys: what lanes seal to (X25519), what it signs receipts with (Ed25519). They are no sub-keys of the
-- store key, since lanes know them for longer than that lasts.
CREATE TABLE relay_key (
    only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
    public_key   BLOB NOT NULL CHECK (length(public_key) = 32),
    secret_key   BLOB NOT NULL CHECK (length(secret_key) = 32),
    receipt_seed BLOB NOT NULL CHECK (length(receipt_seed) = 32)
) STRICT;

CREATE TRIGGER lane_record_stays BEFORE UPDATE ON lane_record
BEGIN SELECT raise(ABORT, 'where a record came from does not change'); END;
CREATE TRIGGER lane_record_is_kept BEFORE DELETE ON lane_record
BEGIN SELECT raise(ABORT, 'where a record came from is not forgotten'); END;
CREATE TRIGGER lane_conflict_stays BEFORE UPDATE ON lane_conflict
BEGIN SELECT raise(ABORT, 'what was kept aside does not change'); END;

-- Who has given the receipt: headquarters' server, or a relay that passes the record on. A relay's receipt says that the
-- record is safe in the post; headquarters' takes its place. No term begins before that.
ALTER TABLE outbox ADD COLUMN receipt_stage TEXT NOT NULL DEFAULT 'server' CHECK (receipt_stage IN ('server', 'relay'));
CREATE INDEX outbox_at_relay ON outbox (sequence) WHERE receipt_stage = 'relay';

DROP TRIGGER outbox_acknowledged_stays;
CREATE TRIGGER outbox_acknowledged_stays BEFORE UPDATE ON outbox
WHEN old.state = 'acknowledged'
    AND NOT (new.state = 'queued' AND EXISTS (
        SELECT 1 FROM audit JOIN screening s ON s.sequence = old.sequence
        WHERE audit.sequence = (SELECT max(sequence) FROM audit) AND audit.action = 'record-requeued'
            AND replace(audit.subject, '-', '') = lower(hex(s.id))))
    AND NOT (old.receipt_stage = 'relay' AND new.state = 'acknowledged' AND new.receipt_stage = 'server'
        AND new.sequence = old.sequence)
BEGIN SELECT raise(ABORT, 'what the server has acknowledged stays so'); END;

DROP TRIGGER erasure_by_term_after_receipt;
CREATE TRIGGER erasure_by_term_after_receipt BEFORE INSERT ON erasure
WHEN new.reason = 'record-term' AND (new.receipt_at IS NULL
    OR (SELECT receipt_stage FROM outbox WHERE sequence = new.sequence) = 'relay')
BEGIN SELECT raise(ABORT, 'what the server has not acknowledged is not erased by term'); END;
