-- One text for SQLite and PostgreSQL. Times are microseconds since 1970, UTC; lists and maps are JSON.

CREATE TABLE suggestion (
  id              TEXT PRIMARY KEY,
  platform        TEXT NOT NULL,
  author          TEXT NOT NULL,
  author_name     TEXT NOT NULL,
  body            TEXT NOT NULL,
  language        TEXT NOT NULL,
  url             TEXT NOT NULL,
  created         BIGINT NOT NULL,
  keywords        TEXT NOT NULL,
  relevance       DOUBLE PRECISION NOT NULL,
  explanation     TEXT NOT NULL,
  sentiment       TEXT NOT NULL,
  sentiment_score DOUBLE PRECISION NOT NULL,
  is_volatile     BOOLEAN NOT NULL,
  reach           BIGINT NOT NULL,
  state           TEXT NOT NULL,
  queued          BIGINT NOT NULL,
  decided         BIGINT,
  decided_by      TEXT,
  decision        BIGINT
);
CREATE INDEX suggestion_by_relevance ON suggestion (state, relevance);
CREATE INDEX suggestion_by_decision ON suggestion (decision);

CREATE TABLE tombstone (
  id      TEXT PRIMARY KEY,
  deleted BIGINT NOT NULL,
  noted   BIGINT NOT NULL
);
CREATE INDEX tombstone_by_noted ON tombstone (noted);

CREATE TABLE journal (
  sequence BIGINT PRIMARY KEY,
  at       BIGINT NOT NULL,
  who      TEXT NOT NULL,
  act      TEXT NOT NULL,
  subject  TEXT NOT NULL,
  why      TEXT NOT NULL,
  data     TEXT NOT NULL
);
CREATE INDEX journal_by_subject ON journal (subject);

CREATE TABLE alert (
  id        TEXT PRIMARY KEY,
  kind      TEXT NOT NULL,
  severity  TEXT NOT NULL,
  subject   TEXT NOT NULL,
  title     TEXT NOT NULL,
  body      TEXT NOT NULL,
  opened    BIGINT NOT NULL,
  closed    BIGINT,
  measured  DOUBLE PRECISION NOT NULL,
  expected  DOUBLE PRECISION NOT NULL,
  score     DOUBLE PRECISION NOT NULL,
  series    TEXT NOT NULL,
  words     TEXT NOT NULL,
  authors   INTEGER NOT NULL,
  sentiment DOUBLE PRECISION NOT NULL,
  silenced  BOOLEAN NOT NULL
);
CREATE INDEX alert_by_opened ON alert (opened);

CREATE TABLE alert_post (
  alert_id TEXT NOT NULL,
  place    INTEGER NOT NULL,
  post_id  TEXT NOT NULL,
  author   TEXT NOT NULL,
  body     TEXT NOT NULL,
  url      TEXT NOT NULL,
  PRIMARY KEY (alert_id, place)
);
CREATE INDEX alert_post_by_post ON alert_post (post_id);

CREATE TABLE stage_count (
  stage  TEXT NOT NULL,
  reason TEXT NOT NULL,
  total  BIGINT NOT NULL,
  PRIMARY KEY (stage, reason)
);

CREATE TABLE weight (
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  mean      DOUBLE PRECISION NOT NULL,
  deviation DOUBLE PRECISION NOT NULL,
  decisions BIGINT NOT NULL,
  PRIMARY KEY (kind, name)
);

CREATE TABLE keyword_minute (
  keyword        TEXT NOT NULL,
  minute         BIGINT NOT NULL,
  posts          BIGINT NOT NULL,
  authors        BIGINT NOT NULL,
  relevance_sum  DOUBLE PRECISION NOT NULL,
  sentiment_mean DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (keyword, minute)
);

CREATE TABLE kept_record (
  id      TEXT PRIMARY KEY,
  stage   TEXT NOT NULL,
  reason  TEXT NOT NULL,
  at      BIGINT NOT NULL,
  excerpt TEXT NOT NULL
);
CREATE INDEX kept_record_by_time ON kept_record (stage, reason, at, id);
