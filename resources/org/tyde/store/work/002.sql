-- work.db 2: studies that are to stay in the cache.
CREATE TABLE pin (
  study TEXT PRIMARY KEY,
  pinned INTEGER NOT NULL
);
