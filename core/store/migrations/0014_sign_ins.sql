-- Who signed in last when is asked of a log of any length.
CREATE INDEX audit_sign_in ON audit (subject, sequence) WHERE action = 'signed-in';
