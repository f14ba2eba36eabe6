-- How many records are in each state, so that a store of a million need not be counted at each start.
CREATE TABLE outbox_count (
    state   TEXT PRIMARY KEY CHECK (state IN ('queued', 'sending', 'acknowledged', 'quarantined')),
    records INTEGER NOT NULL CHECK (records >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_count (state, records)
VALUES ('queued', (SELECT count(*) FROM outbox WHERE state = 'queued')),
       ('sending', (SELECT count(*) FROM outbox WHERE state = 'sending')),
       ('acknowledged', (SELECT count(*) FROM outbox WHERE state = 'acknowledged')),
       ('quarantined', (SELECT count(*) FROM outbox WHERE state = 'quarantined'));
CREATE TRIGGER outbox_counted AFTER INSERT ON outbox
BEGIN UPDATE outbox_count SET records = records + 1 WHERE state = new.state; END;
CREATE TRIGGER outbox_counted_again AFTER UPDATE OF state ON outbox WHEN old.state <> new.state
BEGIN
    UPDATE outbox_count SET records = records - 1 WHERE state = old.state;
    UPDATE outbox_count SET records = records + 1 WHERE state = new.state;
END;
CREATE TRIGGER outbox_counted_off AFTER DELETE ON outbox
BEGIN UPDATE outbox_count SET records = records - 1 WHERE state = old.state; END;
