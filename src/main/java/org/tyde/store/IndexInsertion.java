package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Instances on their way into the index, in one transaction. A study's row is read once and written once
/// for all instances of the batch. For one thread.
final class IndexInsertion implements AutoCloseable {
    private final boolean restoring;
    private final PreparedStatement contents;
    private final PreparedStatement instance;
    private final PreparedStatement supersede;
    private final PreparedStatement found;
    private final IndexRows rows;
    private final Map<String, IndexRows.StudyRow> studies = new HashMap<>();
    private final Map<String, IndexRows.SeriesRow> series = new HashMap<>();

    /// @param restoring whether these are contents that lay here before: of several under one UID the file
    ///     that is youngest counts; else what comes now does, whatever the clock says
    IndexInsertion(Connection connection, Veil veil, boolean restoring) throws SQLException {
        this.restoring = restoring;
        rows = new IndexRows(connection, veil);
        contents = connection.prepareStatement(StudyQueries.CONTENTS);
        instance = connection.prepareStatement(StudyQueries.ADD_INSTANCE);
        supersede = connection.prepareStatement(StudyQueries.SUPERSEDE);
        found = connection.prepareStatement("DELETE FROM refetch WHERE uid = ?");
    }

    /// @throws Refusal the study or the instance is held for another patient
    void add(IndexEntry entry) throws SQLException, Refusal {
        var study = study(entry);
        var ofSeries = series(entry, study);
        var before = before(entry);
        if (before.same()) return;
        long arrived = entry.arrived().toEpochMilli();
        boolean newest = before.count() == 0 || !restoring || arrived > before.arrived();
        if (!restoring) arrived = Math.max(arrived, before.arrived() + 1);
        if (newest) {
            if (before.count() > 0) supersede(entry, before);
            ofSeries.instances++;
            study.instances++;
        }
        study.bytes += entry.bytes();
        StudyRows.bindInstance(instance, entry, ofSeries.id, arrived, !newest);
        instance.executeUpdate();
        found.setString(1, entry.instance().uid());
        found.executeUpdate();
    }

    /// Writes what the batch changed of its studies and series.
    void finish() throws SQLException {
        for (var one : series.values()) rows.update(one);
        for (var one : studies.values()) rows.update(one);
    }

    @Override
    public void close() throws SQLException {
        contents.close();
        instance.close();
        supersede.close();
        found.close();
        rows.close();
    }

    /// What the index holds under an instance's UID.
    ///
    /// @param same whether this very content
    /// @param current series of the content that counts
    private record Before(int count, boolean same, long arrived, long current) {}

    private Before before(IndexEntry entry) throws SQLException {
        contents.setString(1, entry.instance().uid());
        int count = 0;
        boolean same = false;
        long arrived = 0;
        long current = 0;
        var blob = entry.blob().bytes();
        try (var row = contents.executeQuery()) {
            while (row.next()) {
                count++;
                same |= Arrays.equals(blob, row.getBytes(1));
                arrived = Math.max(arrived, row.getLong(2));
                if (row.getInt(4) == 0) current = row.getLong(3);
            }
        }
        return new Before(count, same, arrived, current);
    }

    /// The content that counted counts no more, in its own series, which may be another.
    private void supersede(IndexEntry entry, Before before) throws SQLException {
        supersede.setString(1, entry.instance().uid());
        supersede.executeUpdate();
        rows.countLess(before.current());
    }

    private IndexRows.StudyRow study(IndexEntry entry) throws SQLException, Refusal {
        var uid = entry.study().uid();
        var row = studies.get(uid);
        if (row == null) {
            row = rows.study(entry.study());
            studies.put(uid, row);
        }
        if (row.last.equals(Optional.of(entry.study()))) return row;
        row.last = Optional.of(entry.study());
        var text = StudyText.of(entry.study());
        if (row.text.ofAnotherThan(text)) throw new Refusal(StoreReason.OTHER_PATIENT, uid);
        var filled = row.text.filledBy(text);
        if (!filled.equals(row.text)) {
            row.text = filled;
            row.textChanged = true;
        }
        var priority = entry.study().priority().map(Enum::name).orElse("");
        if (row.priority.isEmpty()) row.priority = priority;
        return row;
    }

    private IndexRows.SeriesRow series(IndexEntry entry, IndexRows.StudyRow study)
            throws SQLException, Refusal {
        var one = entry.series();
        var row = series.get(one.uid());
        if (row == null) {
            row = rows.series(one, study);
            series.put(one.uid(), row);
        }
        if (row.description.isEmpty() && !one.description().isEmpty()) {
            row.description = one.description();
            row.changed = true;
        }
        var part = one.bodyPart().orElse("");
        if (row.bodyPart.isEmpty() && !part.isEmpty()) {
            row.bodyPart = part;
            row.changed = true;
        }
        if (!part.isEmpty() && (study.bodyPart.isEmpty() || part.compareTo(study.bodyPart) < 0))
            study.bodyPart = part;
        var modalities = new TreeSet<>(Arrays.asList(study.modalities.split(",")));
        modalities.remove("");
        if (!one.modality().isEmpty() && modalities.add(one.modality()))
            study.modalities = String.join(",", modalities);
        return row;
    }
}
