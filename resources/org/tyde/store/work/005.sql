-- work.db 5: which write of a draft is the last, so that two who write it do not overwrite each other unseen.
ALTER TABLE draft ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
