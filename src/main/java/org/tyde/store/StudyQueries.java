package org.tyde.store;

import org.tyde.store.seal.Veil;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The SQL of the index.
final class StudyQueries {
    private static final String STUDY_COLUMNS =
            """
            SELECT st.id, st.stamp, st.uid, st.text, st.date, st.time, st.priority, st.modalities,
              st.body_part, st.series, st.instances
            FROM study st
            """;

    private static final String LOCATED =
            """
            SELECT i.uid, s.uid, st.uid, i.sop_class, i.number, i.frames, i.transfer_syntax, i.blob,
              i.bytes, i.arrived
            FROM instance i JOIN series s ON i.series = s.id JOIN study st ON s.study = st.id
            """;

    static final String SERIES =
            """
            SELECT s.uid, st.uid, s.number, s.modality, s.text, s.body_part, s.laterality, s.instances
            FROM series s JOIN study st ON s.study = st.id WHERE st.uid = ?
            ORDER BY s.number IS NULL, s.number, s.uid
            """;

    static final String INSTANCES_OF_SERIES =
            LOCATED
                    + "WHERE s.uid = ? AND i.superseded = 0"
                    + " ORDER BY i.number IS NULL, i.number, i.uid";
    static final String INSTANCES_OF_STUDY =
            LOCATED
                    + "WHERE st.uid = ? AND i.superseded = 0"
                    + " ORDER BY s.number IS NULL, s.number, s.uid, i.number IS NULL, i.number,"
                    + " i.uid";
    static final String CONTENTS_OF_INSTANCE =
            LOCATED + "WHERE i.uid = ? ORDER BY i.superseded, i.arrived DESC, i.id DESC";

    /// Of a study, the instances that earlier had another content.
    static final String CHANGED =
            """
            SELECT DISTINCT i.uid FROM study st JOIN series s ON s.study = st.id
            JOIN instance i ON i.series = s.id AND i.superseded = 1 WHERE st.uid = ? ORDER BY i.uid
            """;

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
    static final String BLOBS_BETWEEN = "SELECT blob, uid FROM instance WHERE blob BETWEEN ? AND ?";

    static final String FOOTPRINTS =
            "SELECT uid, bytes, instances FROM study ORDER BY last_used, id";

    static final String COUNTS = "SELECT uid, instances FROM study";

    /// Whose study an instance's contents stand in.
    static final String STUDIES_OF_INSTANCE =
            """
            SELECT DISTINCT st.uid, st.text FROM instance i JOIN series s ON i.series = s.id
            JOIN study st ON s.study = st.id WHERE i.uid = ?
            """;

    static final String FIND_STUDY =
            "SELECT id, text, priority, modalities, body_part FROM study WHERE uid = ?";
    static final String MAKE_STUDY =
            """
            INSERT INTO study (uid, patient, date, time, priority, modalities, body_part, last_used,
              stamp, text) VALUES (?, ?, ?, ?, '', '', '', ?, ?, ?) RETURNING id
            """;
    static final String CHANGE_STUDY =
            """
            UPDATE study SET priority = ?, modalities = ?, body_part = ?, series = series + ?,
              instances = instances + ?, bytes = bytes + ? WHERE id = ?
            """;
    static final String CHANGE_TEXT =
            "UPDATE study SET patient = ?, stamp = ?, text = ? WHERE id = ?";

    static final String FIND_SERIES = "SELECT id, text, body_part FROM series WHERE uid = ?";
    static final String MAKE_SERIES =
            """
            INSERT INTO series (uid, study, number, modality, body_part, laterality, text)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    static final String CHANGE_SERIES =
            """
            UPDATE series SET instances = instances + ?, body_part = ?, text = coalesce(?, text)
            WHERE id = ?
            """;
    static final String LESS_SERIES = "UPDATE series SET instances = instances - 1 WHERE id = ?";
    static final String LESS_STUDY =
            """
            UPDATE study SET instances = instances - 1
            WHERE id = (SELECT study FROM series WHERE id = ?)
            """;

    static final String CONTENTS =
            "SELECT blob, arrived, series, superseded FROM instance WHERE uid = ?";
    static final String SUPERSEDE =
            "UPDATE instance SET superseded = 1 WHERE uid = ? AND superseded = 0";
    static final String ADD_INSTANCE =
            """
            INSERT INTO instance (uid, series, blob, sop_class, number, frames, transfer_syntax, bytes,
              arrived, superseded, completion, verification)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private StudyQueries() {}

    /// A statement and what its question marks stand for.
    record Query(String sql, List<Object> arguments) {
        Query {
            arguments = List.copyOf(arguments);
        }
    }

    static final String TEXTS = STUDY_COLUMNS + "WHERE st.id > ? ORDER BY st.id LIMIT 200";
    static final String STUDY = STUDY_COLUMNS + "WHERE st.id = ?";

    static Query study(String uid) {
        return new Query(STUDY_COLUMNS + "WHERE st.uid = ?", List.of(uid));
    }

    /// Which rows, and their stamps, out of an index alone. What is typed is not asked here: it is looked
    /// for in what was opened.
    static Query studies(StudyFilter filter, Veil veil) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        filter.patientId()
                .ifPresent(
                        id -> {
                            var found = veil.patients(id);
                            where.add("st.patient IN (" + marks(found.size()) + ")");
                            arguments.addAll(found);
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
            var marks = marks(filter.modalities().size());
            where.add(
                    "EXISTS (SELECT 1 FROM series WHERE study = st.id AND modality IN ("
                            + marks
                            + "))");
            arguments.addAll(filter.modalities());
        }
        var condition = where.isEmpty() ? "" : "WHERE " + String.join(" AND ", where);
        return new Query(
                "SELECT st.id, st.stamp FROM study st "
                        + condition
                        + " ORDER BY st.date DESC, st.time DESC, st.id DESC",
                arguments);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
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
