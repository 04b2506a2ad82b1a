package org.tyde.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The SQL of the index.
final class StudyQueries {
    private static final String STUDY_COLUMNS =
            """
            SELECT st.uid, st.patient_id, st.issuer, st.name, st.birth_date, st.sex, st.date, st.time,
              st.accession, st.description, st.institution, st.referring_unit, st.priority,
              (SELECT group_concat(DISTINCT modality) FROM series WHERE study = st.id),
              (SELECT min(body_part) FROM series WHERE study = st.id AND body_part <> ''),
              (SELECT count(*) FROM series WHERE study = st.id),
              (SELECT count(DISTINCT i.uid) FROM instance i JOIN series s ON i.series = s.id
                WHERE s.study = st.id),
              st.national_id
            FROM study st
            """;

    private static final String LOCATED =
            """
            SELECT i.uid, s.uid, st.uid, i.sop_class, i.number, i.frames, i.transfer_syntax, i.blob,
              i.bytes, i.arrived
            FROM instance i JOIN series s ON i.series = s.id JOIN study st ON s.study = st.id
            """;

    private static final String NEWEST =
            """
             AND i.id = (SELECT n.id FROM instance n WHERE n.uid = i.uid
                ORDER BY n.arrived DESC, n.id DESC LIMIT 1)
            """;

    static final String SERIES =
            """
            SELECT s.uid, st.uid, s.number, s.modality, s.description, s.body_part, s.laterality,
              (SELECT count(DISTINCT uid) FROM instance WHERE series = s.id)
            FROM series s JOIN study st ON s.study = st.id WHERE st.uid = ?
            ORDER BY s.number IS NULL, s.number, s.uid
            """;

    static final String INSTANCES_OF_SERIES =
            LOCATED + "WHERE s.uid = ?" + NEWEST + " ORDER BY i.number IS NULL, i.number, i.uid";
    static final String INSTANCES_OF_STUDY =
            LOCATED
                    + "WHERE st.uid = ?"
                    + NEWEST
                    + " ORDER BY s.number IS NULL, s.number, s.uid, i.number IS NULL, i.number,"
                    + " i.uid";
    static final String CONTENTS_OF_INSTANCE =
            LOCATED + "WHERE i.uid = ? ORDER BY i.arrived DESC, i.id DESC";

    static final String REPORTS =
            """
            SELECT st.uid, i.uid, i.sop_class, i.completion, i.verification
            FROM instance i JOIN series s ON i.series = s.id JOIN study st ON s.study = st.id
            WHERE i.completion <> '' OR i.verification <> '' ORDER BY i.arrived
            """;

    static final String BLOBS_OF_STUDY =
            """
            SELECT DISTINCT i.blob FROM instance i JOIN series s ON i.series = s.id
            JOIN study st ON s.study = st.id WHERE st.uid = ?
            """;
    static final String BLOB_STILL_NAMED = "SELECT blob FROM instance WHERE blob = ? LIMIT 1";

    static final String FOOTPRINTS =
            """
            SELECT st.uid, coalesce(sum(i.bytes), 0), count(i.id) FROM study st
            LEFT JOIN series s ON s.study = st.id LEFT JOIN instance i ON i.series = s.id
            GROUP BY st.id ORDER BY st.last_used, st.id
            """;

    static final String COUNTS =
            """
            SELECT st.uid, count(DISTINCT i.uid) FROM study st JOIN series s ON s.study = st.id
            JOIN instance i ON i.series = s.id GROUP BY st.id
            """;

    static final String DROP_EMPTY_SERIES =
            "DELETE FROM series WHERE id NOT IN (SELECT series FROM instance)";
    static final String DROP_EMPTY_STUDIES =
            "DELETE FROM study WHERE id NOT IN (SELECT study FROM series)";

    /// A later instance fills what earlier ones left empty, and overwrites nothing.
    static final String ADD_STUDY =
            """
            INSERT INTO study (uid, patient_id, issuer, name, birth_date, sex, date, time, accession,
              description, institution, referring_unit, priority, folded, last_used,
              national_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (uid) DO UPDATE SET
              national_id = iif(national_id = '', excluded.national_id, national_id),
              issuer = iif(issuer = '', excluded.issuer, issuer),
              accession = iif(accession = '', excluded.accession, accession),
              description = iif(description = '', excluded.description, description),
              institution = iif(institution = '', excluded.institution, institution),
              referring_unit = iif(referring_unit = '', excluded.referring_unit, referring_unit),
              priority = iif(priority = '', excluded.priority, priority),
              folded = iif(length(excluded.folded) > length(folded), excluded.folded, folded)
            """;

    static final String ADD_SERIES =
            """
            INSERT INTO series (uid, study, number, modality, description, body_part, laterality)
            VALUES (?, (SELECT id FROM study WHERE uid = ?), ?, ?, ?, ?, ?)
            ON CONFLICT (uid) DO UPDATE SET
              description = iif(description = '', excluded.description, description),
              body_part = iif(body_part = '', excluded.body_part, body_part)
            """;

    static final String ADD_INSTANCE =
            """
            INSERT INTO instance (uid, series, blob, sop_class, number, frames, transfer_syntax, bytes,
              arrived, completion, verification)
            VALUES (?, (SELECT id FROM series WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (uid, blob) DO NOTHING
            """;

    private StudyQueries() {}

    /// A statement and what its question marks stand for.
    record Query(String sql, List<Object> arguments) {
        Query {
            arguments = List.copyOf(arguments);
        }
    }

    static Query study(String uid) {
        return new Query(STUDY_COLUMNS + "WHERE st.uid = ?", List.of(uid));
    }

    static Query studies(StudyFilter filter) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        for (var word : words(filter.text())) {
            where.add("st.folded LIKE ? ESCAPE '!'");
            arguments.add("% " + word.replaceAll("([!%_])", "!$1") + "%");
        }
        filter.patientId()
                .ifPresent(
                        id -> {
                            where.add("st.patient_id = ?");
                            arguments.add(id);
                        });
        filter.from()
                .ifPresent(
                        day -> {
                            where.add("st.date >= ?");
                            arguments.add(day.toString());
                        });
        filter.to()
                .ifPresent(
                        day -> {
                            where.add("st.date <= ? AND st.date <> ''");
                            arguments.add(day.toString());
                        });
        if (!filter.modalities().isEmpty()) {
            var marks = String.join(", ", Collections.nCopies(filter.modalities().size(), "?"));
            where.add(
                    "EXISTS (SELECT 1 FROM series WHERE study = st.id AND modality IN ("
                            + marks
                            + "))");
            arguments.addAll(filter.modalities());
        }
        var condition = where.isEmpty() ? "" : "WHERE " + String.join(" AND ", where);
        arguments.add(filter.limit());
        return new Query(
                STUDY_COLUMNS + condition + " ORDER BY st.date DESC, st.time DESC, st.uid LIMIT ?",
                arguments);
    }

    /// The typed words, folded; an identity number parted as "DDMMYY NNNNN" is one word.
    static List<String> words(String typed) {
        var folded =
                Folding.fold(typed)
                        .replaceAll("[,()/-]+", " ")
                        .replaceAll("\\b(\\d{6}) (\\d{5})\\b", "$1$2");
        return List.of(folded.strip().split(" +")).stream().filter(w -> !w.isEmpty()).toList();
    }
}
