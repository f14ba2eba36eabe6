-- What officers practised with invented travellers. It stands apart from the records: nothing here refers to a
-- screening, and no figure is taken from it.
CREATE TABLE training_result (
    sequence         INTEGER PRIMARY KEY AUTOINCREMENT,
    officer          BLOB NOT NULL REFERENCES officer (id),
    scenario         TEXT NOT NULL CHECK (scenario <> ''),
    scenario_version TEXT NOT NULL,
    finished_at      TEXT NOT NULL,
    points           INTEGER NOT NULL CHECK (points BETWEEN 0 AND 100),
    passed           INTEGER NOT NULL CHECK (passed IN (0, 1)),
    mistakes         INTEGER NOT NULL CHECK (mistakes >= 0)
) STRICT;
CREATE INDEX training_result_officer ON training_result (officer, sequence);
CREATE TRIGGER training_result_stays BEFORE UPDATE ON training_result
BEGIN SELECT raise(ABORT, 'a training result does not change'); END;
