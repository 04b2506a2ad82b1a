-- work.db 6: what was decided about a report that was signed here, for good: rows are added and never taken away; only their sealing may change.
CREATE TABLE signed_record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report TEXT NOT NULL,
  study TEXT NOT NULL,
  at INTEGER NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX signed_record_study ON signed_record (study);
CREATE TRIGGER signed_record_stays BEFORE DELETE ON signed_record BEGIN SELECT RAISE(ABORT, 'what was decided stays'); END;
CREATE TRIGGER signed_record_as_it_was BEFORE UPDATE OF id, report, study, at ON signed_record BEGIN SELECT RAISE(ABORT, 'what was decided stays'); END;
