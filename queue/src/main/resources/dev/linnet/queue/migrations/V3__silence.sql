-- Alerts on a subject that open from its beginning and before its end are silent.
CREATE TABLE silence (
  subject TEXT PRIMARY KEY,
  begins  BIGINT NOT NULL,
  ends    BIGINT NOT NULL
);
CREATE INDEX silence_by_end ON silence (ends);
CREATE INDEX journal_by_act ON journal (act, at);
