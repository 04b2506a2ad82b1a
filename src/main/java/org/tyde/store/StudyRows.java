package org.tyde.store;

import org.tyde.dicom.PersonName;
import org.tyde.study.Instance;
import org.tyde.study.Laterality;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.RequestPriority;
import org.tyde.study.Series;
import org.tyde.study.Sex;
import org.tyde.study.Study;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Rows of the index to and from the records of `study`. An absent text is an empty one.
final class StudyRows {
    private StudyRows() {}

    static Study study(ResultSet row) throws SQLException {
        var id = new PatientId(row.getString(2), text(row, 3));
        var patient =
                new Patient(
                        id,
                        PersonName.parse(row.getString(4)),
                        text(row, 5).map(LocalDate::parse),
                        text(row, 6).map(Sex::valueOf),
                        text(row, 18).flatMap(NationalId::parse));
        var modalities = text(row, 14).map(m -> Set.of(m.split(","))).orElse(Set.of());
        return new Study(
                row.getString(1),
                patient,
                text(row, 7).map(LocalDate::parse),
                text(row, 8).map(LocalTime::parse),
                row.getString(9),
                row.getString(10),
                new TreeSet<>(modalities),
                text(row, 15),
                text(row, 11),
                text(row, 12),
                text(row, 13).map(RequestPriority::valueOf),
                row.getInt(16),
                row.getInt(17));
    }

    static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getString(1),
                row.getString(2),
                number(row, 3),
                row.getString(4),
                row.getString(5),
                text(row, 6),
                text(row, 7).map(Laterality::valueOf),
                row.getInt(8));
    }

    static StudyIndex.Located located(ResultSet row) throws SQLException {
        return new StudyIndex.Located(
                new Instance(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        number(row, 5),
                        row.getInt(6),
                        row.getString(7)),
                new BlobId(row.getString(8)),
                row.getLong(9),
                Instant.ofEpochMilli(row.getLong(10)));
    }

    static void bindStudy(PreparedStatement insert, Study study, String folded)
            throws SQLException {
        var patient = study.patient();
        insert.setString(1, study.uid());
        insert.setString(2, patient.id().value());
        insert.setString(3, patient.id().issuer().orElse(""));
        insert.setString(4, patient.name().encoded());
        insert.setString(5, patient.birthDate().map(LocalDate::toString).orElse(""));
        insert.setString(6, patient.sex().map(Enum::name).orElse(""));
        insert.setString(7, study.date().map(LocalDate::toString).orElse(""));
        insert.setString(8, study.time().map(LocalTime::toString).orElse(""));
        insert.setString(9, study.accession());
        insert.setString(10, study.description());
        insert.setString(11, study.institution().orElse(""));
        insert.setString(12, study.referringUnit().orElse(""));
        insert.setString(13, study.priority().map(Enum::name).orElse(""));
        insert.setString(14, folded);
        insert.setLong(15, System.currentTimeMillis());
        insert.setString(16, patient.nationalId().map(NationalId::digits).orElse(""));
    }

    static void bindSeries(PreparedStatement insert, Series series) throws SQLException {
        insert.setString(1, series.uid());
        insert.setString(2, series.studyUid());
        bind(insert, 3, series.number());
        insert.setString(4, series.modality());
        insert.setString(5, series.description());
        insert.setString(6, series.bodyPart().orElse(""));
        insert.setString(7, series.laterality().map(Enum::name).orElse(""));
    }

    static void bindInstance(PreparedStatement insert, IndexEntry entry) throws SQLException {
        var instance = entry.instance();
        insert.setString(1, instance.uid());
        insert.setString(2, instance.seriesUid());
        insert.setString(3, entry.blob().sha256());
        insert.setString(4, instance.sopClass());
        bind(insert, 5, instance.number());
        insert.setInt(6, instance.frames());
        insert.setString(7, instance.transferSyntax());
        insert.setLong(8, entry.bytes());
        insert.setLong(9, entry.arrived().toEpochMilli());
        insert.setString(10, entry.completion());
        insert.setString(11, entry.verification());
    }

    private static void bind(PreparedStatement insert, int at, OptionalInt number)
            throws SQLException {
        if (number.isPresent()) insert.setInt(at, number.getAsInt());
        else insert.setNull(at, Types.INTEGER);
    }

    private static OptionalInt number(ResultSet row, int at) throws SQLException {
        int number = row.getInt(at);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<String> text(ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(row.getString(at)).filter(t -> !t.isEmpty());
    }
}
