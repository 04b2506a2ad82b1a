-- index.db 2: counts stand beside what they count, what is said of a person stands in one value that may be
-- sealed, blobs are 32 bytes. Rebuilt from the blobs.
DROP TABLE instance;
DROP TABLE series;
DROP TABLE study;
CREATE TABLE study (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  patient TEXT NOT NULL,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  priority TEXT NOT NULL,
  modalities TEXT NOT NULL,
  body_part TEXT NOT NULL,
  series INTEGER NOT NULL DEFAULT 0,
  instances INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  last_used INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX study_patient ON study (patient);
CREATE INDEX study_date ON study (date, time, id, stamp);
CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
  number INTEGER,
  modality TEXT NOT NULL,
  body_part TEXT NOT NULL,
  laterality TEXT NOT NULL,
  instances INTEGER NOT NULL DEFAULT 0,
  text BLOB NOT NULL
);
CREATE INDEX series_study ON series (study);
CREATE TABLE instance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  blob BLOB NOT NULL,
  sop_class TEXT NOT NULL,
  number INTEGER,
  frames INTEGER NOT NULL,
  transfer_syntax TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  arrived INTEGER NOT NULL,
  superseded INTEGER NOT NULL,
  completion TEXT NOT NULL,
  verification TEXT NOT NULL
);
CREATE INDEX instance_uid ON instance (uid);
CREATE INDEX instance_series ON instance (series);
CREATE INDEX instance_blob ON instance (blob);
CREATE INDEX instance_superseded ON instance (series) WHERE superseded = 1;
CREATE INDEX instance_report ON instance (arrived) WHERE completion <> '' OR verification <> '';
CREATE TABLE refetch (
  uid TEXT PRIMARY KEY,
  study TEXT NOT NULL,
  since INTEGER NOT NULL
);
