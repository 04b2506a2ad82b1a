package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the rows of the index say of persons, opened once and kept in memory: a search goes through all of
/// them. A row's stamp tells whether it is still what was opened. Thread-safe.
final class StudyTexts {
    private static final int MOST = 500_000;

    private final Veil veil;
    private final Map<Long, Opened> opened = new ConcurrentHashMap<>();

    private record Opened(long stamp, StudyText text) {}

    StudyTexts(Veil veil) {
        this.veil = veil;
    }

    /// @param row that begins with id and stamp
    /// @return its text, where it was opened before and has not changed since
    Optional<StudyText> known(ResultSet row) throws SQLException {
        var known = opened.get(row.getLong(1));
        if (known == null || known.stamp() != row.getLong(2)) return Optional.empty();
        return Optional.of(known.text());
    }

    /// @param row that begins with id, stamp, UID and text
    StudyText of(ResultSet row) throws SQLException, Refusal {
        var known = known(row);
        if (known.isPresent()) return known.get();
        var text = StudyText.unpacked(veil.show(row.getString(3), row.getBytes(4)));
        if (opened.size() >= MOST) opened.clear();
        opened.put(row.getLong(1), new Opened(row.getLong(2), text));
        return text;
    }
}
