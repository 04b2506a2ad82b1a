-- work.db 3: what leaves the desk is a DICOM object to an archive or a file to a folder, waits until it may leave, and is known until the other end has it for certain.
CREATE TABLE outgoing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  study TEXT NOT NULL,
  report TEXT NOT NULL,
  target TEXT NOT NULL,
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  queued INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'WAITING',
  changed INTEGER NOT NULL,
  under_way INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt INTEGER NOT NULL,
  last_reason TEXT NOT NULL DEFAULT '',
  status INTEGER NOT NULL DEFAULT 0
);
INSERT INTO outgoing (id, kind, study, report, target, name, content, queued, not_before, changed, under_way, attempts, next_attempt, last_reason)
  SELECT id, 'OBJECT', study, '', target, sop_uid, part10, queued, queued, queued, attempts > 0, attempts, next_attempt, last_reason FROM outbox;
DROP TABLE outbox;
ALTER TABLE outgoing RENAME TO outbox;
CREATE UNIQUE INDEX outbox_object ON outbox (target, name) WHERE kind = 'OBJECT' AND state <> 'CONFIRMED';
