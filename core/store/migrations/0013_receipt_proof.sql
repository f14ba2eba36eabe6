-- What a server has signed for a record (core/exchange/receipt.h). It outlives the record, as the rest of the receipt.
ALTER TABLE outbox ADD COLUMN receipt_proof BLOB CHECK (receipt_proof IS NULL OR receipt_at IS NOT NULL);
ALTER TABLE erasure ADD COLUMN receipt_proof BLOB CHECK (receipt_proof IS NULL OR receipt_at IS NOT NULL);

CREATE TRIGGER erasure_keeps_the_proof BEFORE INSERT ON erasure
WHEN new.receipt_proof IS NOT (SELECT receipt_proof FROM outbox WHERE sequence = new.sequence)
BEGIN SELECT raise(ABORT, 'a tombstone keeps what the server has signed'); END;
