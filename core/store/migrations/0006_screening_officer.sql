-- An officer's list holds own records only.
CREATE INDEX screening_officer ON screening (officer);
