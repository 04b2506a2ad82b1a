-- index.db 1: what the blobs hold. Rebuilt from them at any time.
CREATE TABLE study (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  patient_id TEXT NOT NULL,
  national_id TEXT NOT NULL,
  issuer TEXT NOT NULL,
  name TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  sex TEXT NOT NULL,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  accession TEXT NOT NULL,
  description TEXT NOT NULL,
  institution TEXT NOT NULL,
  referring_unit TEXT NOT NULL,
  priority TEXT NOT NULL,
  folded TEXT NOT NULL,
  last_used INTEGER NOT NULL
);
CREATE INDEX study_patient ON study (patient_id, issuer);
CREATE INDEX study_date ON study (date, time);
CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
  number INTEGER,
  modality TEXT NOT NULL,
  description TEXT NOT NULL,
  body_part TEXT NOT NULL,
  laterality TEXT NOT NULL
);
CREATE INDEX series_study ON series (study);
CREATE TABLE instance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  blob TEXT NOT NULL,
  sop_class TEXT NOT NULL,
  number INTEGER,
  frames INTEGER NOT NULL,
  transfer_syntax TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  arrived INTEGER NOT NULL,
  completion TEXT NOT NULL,
  verification TEXT NOT NULL,
  UNIQUE (uid, blob)
);
CREATE INDEX instance_series ON instance (series);
CREATE INDEX instance_blob ON instance (blob);
