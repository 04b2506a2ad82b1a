package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;
import org.tyde.study.Laterality;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Studies and series of the index while instances are added to them: read or made, changed in memory,
/// written back. For one thread and one transaction.
final class IndexRows implements AutoCloseable {
    private final Veil veil;
    private final PreparedStatement findStudy;
    private final PreparedStatement makeStudy;
    private final PreparedStatement changeStudy;
    private final PreparedStatement changeText;
    private final PreparedStatement findSeries;
    private final PreparedStatement makeSeries;
    private final PreparedStatement changeSeries;
    private final PreparedStatement lessSeries;
    private final PreparedStatement lessStudy;

    /// A study as the batch sees it; the counts are what the batch adds.
    static final class StudyRow {
        final long id;
        final String uid;
        StudyText text;
        Optional<Study> last = Optional.empty();
        String priority;
        String modalities;
        String bodyPart;
        boolean textChanged;
        int series;
        int instances;
        long bytes;

        private StudyRow(
                long id,
                String uid,
                StudyText text,
                String priority,
                String modalities,
                String bodyPart) {
            this.id = id;
            this.uid = uid;
            this.text = text;
            this.priority = priority;
            this.modalities = modalities;
            this.bodyPart = bodyPart;
        }
    }

    /// A series as the batch sees it; the count is what the batch adds.
    static final class SeriesRow {
        final long id;
        final String uid;
        String description;
        String bodyPart;
        boolean changed;
        int instances;

        private SeriesRow(long id, String uid, String description, String bodyPart) {
            this.id = id;
            this.uid = uid;
            this.description = description;
            this.bodyPart = bodyPart;
        }
    }

    IndexRows(Connection connection, Veil veil) throws SQLException {
        this.veil = veil;
        findStudy = connection.prepareStatement(StudyQueries.FIND_STUDY);
        makeStudy = connection.prepareStatement(StudyQueries.MAKE_STUDY);
        changeStudy = connection.prepareStatement(StudyQueries.CHANGE_STUDY);
        changeText = connection.prepareStatement(StudyQueries.CHANGE_TEXT);
        findSeries = connection.prepareStatement(StudyQueries.FIND_SERIES);
        makeSeries = connection.prepareStatement(StudyQueries.MAKE_SERIES);
        changeSeries = connection.prepareStatement(StudyQueries.CHANGE_SERIES);
        lessSeries = connection.prepareStatement(StudyQueries.LESS_SERIES);
        lessStudy = connection.prepareStatement(StudyQueries.LESS_STUDY);
    }

    StudyRow study(Study study) throws SQLException, Refusal {
        findStudy.setString(1, study.uid());
        try (var row = findStudy.executeQuery()) {
            if (row.next())
                return new StudyRow(
                        row.getLong(1),
                        study.uid(),
                        StudyText.unpacked(veil.show(study.uid(), row.getBytes(2))),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5));
        }
        var text = StudyText.of(study);
        makeStudy.setString(1, study.uid());
        makeStudy.setString(2, veil.patient(text.patientId()));
        makeStudy.setString(3, study.date().map(LocalDate::toString).orElse(""));
        makeStudy.setString(4, study.time().map(LocalTime::toString).orElse(""));
        makeStudy.setLong(5, System.currentTimeMillis());
        makeStudy.setLong(6, stamp());
        makeStudy.setBytes(7, veil.hide(study.uid(), text.packed()));
        return new StudyRow(made(makeStudy), study.uid(), text, "", "", "");
    }

    SeriesRow series(Series series, StudyRow study) throws SQLException, Refusal {
        findSeries.setString(1, series.uid());
        try (var row = findSeries.executeQuery()) {
            if (row.next())
                return new SeriesRow(
                        row.getLong(1),
                        series.uid(),
                        text(veil.show(series.uid(), row.getBytes(2))),
                        row.getString(3));
        }
        makeSeries.setString(1, series.uid());
        makeSeries.setLong(2, study.id);
        if (series.number().isPresent()) makeSeries.setInt(3, series.number().getAsInt());
        else makeSeries.setNull(3, Types.INTEGER);
        makeSeries.setString(4, series.modality());
        makeSeries.setString(5, series.bodyPart().orElse(""));
        makeSeries.setString(6, series.laterality().map(Laterality::name).orElse(""));
        makeSeries.setBytes(7, veil.hide(series.uid(), bytes(series.description())));
        study.series++;
        return new SeriesRow(
                made(makeSeries), series.uid(), series.description(), series.bodyPart().orElse(""));
    }

    void update(StudyRow row) throws SQLException {
        changeStudy.setString(1, row.priority);
        changeStudy.setString(2, row.modalities);
        changeStudy.setString(3, row.bodyPart);
        changeStudy.setInt(4, row.series);
        changeStudy.setInt(5, row.instances);
        changeStudy.setLong(6, row.bytes);
        changeStudy.setLong(7, row.id);
        changeStudy.executeUpdate();
        if (!row.textChanged) return;
        changeText.setString(1, veil.patient(row.text.patientId()));
        changeText.setLong(2, stamp());
        changeText.setBytes(3, veil.hide(row.uid, row.text.packed()));
        changeText.setLong(4, row.id);
        changeText.executeUpdate();
    }

    void update(SeriesRow row) throws SQLException {
        changeSeries.setInt(1, row.instances);
        changeSeries.setString(2, row.bodyPart);
        changeSeries.setBytes(3, row.changed ? veil.hide(row.uid, bytes(row.description)) : null);
        changeSeries.setLong(4, row.id);
        changeSeries.executeUpdate();
    }

    /// One instance less counts in a series and its study.
    void countLess(long series) throws SQLException {
        lessSeries.setLong(1, series);
        lessSeries.executeUpdate();
        lessStudy.setLong(1, series);
        lessStudy.executeUpdate();
    }

    /// What tells one state of a study's text from every other, in this process and others.
    static long stamp() {
        return ThreadLocalRandom.current().nextLong();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long made(PreparedStatement insert) throws SQLException {
        try (var row = insert.executeQuery()) {
            if (!row.next()) throw new SQLException("a row was not made");
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement :
                new PreparedStatement[] {
                    findStudy,
                    makeStudy,
                    changeStudy,
                    changeText,
                    findSeries,
                    makeSeries,
                    changeSeries,
                    lessSeries,
                    lessStudy
                }) statement.close();
    }
}
