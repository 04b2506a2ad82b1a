-- work.db 4: what is said of persons can be sealed; a byte before it tells whether it is.
UPDATE draft SET content = CAST(x'00' || content AS BLOB);
UPDATE reading_state SET content = CAST(x'00' || content AS BLOB);
UPDATE outbox SET content = CAST(x'00' || content AS BLOB) WHERE length(content) > 0;
