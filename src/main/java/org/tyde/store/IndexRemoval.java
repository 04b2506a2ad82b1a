package org.tyde.store;

import static org.tyde.store.StudyIndex.change;

import java.sql.Connection;
import java.sql.SQLException;

/// How a content leaves the index whose blob is gone: an earlier content of the instance counts again, or
/// the instance is noted as lost; series and studies without instances go.
final class IndexRemoval {
    private static final String ROWS =
            """
            SELECT i.id, i.uid, i.series, s.study, st.uid, i.bytes, i.superseded
            FROM instance i JOIN series s ON i.series = s.id JOIN study st ON s.study = st.id
            WHERE i.blob = ?
            """;
    private static final String PROMOTE =
            """
            UPDATE instance SET superseded = 0 WHERE id =
              (SELECT id FROM instance WHERE uid = ? ORDER BY arrived DESC, id DESC LIMIT 1)
            """;
    private static final String COUNT_SERIES =
            """
            UPDATE series SET instances =
              (SELECT count(*) FROM instance WHERE series = series.id AND superseded = 0)
            WHERE id IN (SELECT ?1 UNION SELECT series FROM instance WHERE uid = ?2)
            """;
    private static final String COUNT_STUDY =
            """
            UPDATE study SET bytes = bytes - ?1,
              series = (SELECT count(*) FROM series WHERE study = study.id),
              instances = (SELECT coalesce(sum(instances), 0) FROM series WHERE study = study.id)
            WHERE id = ?2
            """;

    private IndexRemoval() {}

    static void content(Connection c, BlobId blob) throws SQLException {
        try (var select = c.prepareStatement(ROWS)) {
            select.setBytes(1, blob.bytes());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    change(c, "DELETE FROM instance WHERE id = ?", row.getLong(1));
                    var uid = row.getString(2);
                    if (row.getInt(7) == 0) change(c, PROMOTE, uid);
                    note(c, uid, row.getString(5));
                    long series = row.getLong(3);
                    change(c, COUNT_SERIES, series, uid);
                    change(
                            c,
                            "DELETE FROM series WHERE id = ?1 AND NOT EXISTS"
                                    + " (SELECT 1 FROM instance WHERE series = ?1)",
                            series);
                    change(c, COUNT_STUDY, row.getLong(6), row.getLong(4));
                    change(c, "DELETE FROM study WHERE id = ? AND series = 0", row.getLong(4));
                }
            }
        }
    }

    private static void note(Connection c, String uid, String study) throws SQLException {
        change(
                c,
                "INSERT OR REPLACE INTO refetch (uid, study, since) VALUES (?, ?, ?)",
                uid,
                study,
                System.currentTimeMillis());
    }
}
