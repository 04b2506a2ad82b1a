-- work.db 1: what can be lost only once. Never deleted by Tyde.
CREATE TABLE draft (
  report TEXT PRIMARY KEY,
  study TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  saved INTEGER NOT NULL
);
CREATE INDEX draft_study ON draft (study);
CREATE TABLE reading_state (
  study TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  saved INTEGER NOT NULL
);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  study TEXT NOT NULL,
  target TEXT NOT NULL,
  sop_uid TEXT NOT NULL,
  part10 BLOB NOT NULL,
  queued INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt INTEGER NOT NULL,
  last_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (target, sop_uid)
);
CREATE TABLE learned_word (
  spoken TEXT PRIMARY KEY,
  written TEXT NOT NULL,
  learned INTEGER NOT NULL
);
