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

    /// @param text of the same row
    static Study study(ResultSet row, StudyText text) throws SQLException {
        var patient =
                new Patient(
                        new PatientId(text.patientId(), said(text.issuer())),
                        PersonName.parse(text.name()),
                        said(text.birthDate()).map(LocalDate::parse),
                        said(text.sex()).map(Sex::valueOf),
                        said(text.nationalId()).flatMap(NationalId::parse),
                        StudyText.Lists.ids(text.otherIds()));
        var modalities = text(row, 8).map(m -> Set.of(m.split(","))).orElse(Set.of());
        return new Study(
                row.getString(3),
                patient,
                text(row, 5).map(LocalDate::parse),
                text(row, 6).map(LocalTime::parse),
                text.accession(),
                text.description(),
                new TreeSet<>(modalities),
                text(row, 9),
                said(text.institution()),
                said(text.referringUnit()),
                text(row, 7).map(RequestPriority::valueOf),
                row.getInt(10),
                row.getInt(11),
                StudyText.Lists.codes(text.codes()));
    }

    static Series series(ResultSet row, String description) throws SQLException {
        return new Series(
                row.getString(1),
                row.getString(2),
                number(row, 3),
                row.getString(4),
                description,
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
                BlobId.of(row.getBytes(8)),
                row.getLong(9),
                Instant.ofEpochMilli(row.getLong(10)));
    }

    static void bindInstance(
            PreparedStatement insert,
            IndexEntry entry,
            long series,
            long arrived,
            boolean superseded)
            throws SQLException {
        var instance = entry.instance();
        insert.setString(1, instance.uid());
        insert.setLong(2, series);
        insert.setBytes(3, entry.blob().bytes());
        insert.setString(4, instance.sopClass());
        bind(insert, 5, instance.number());
        insert.setInt(6, instance.frames());
        insert.setString(7, instance.transferSyntax());
        insert.setLong(8, entry.bytes());
        insert.setLong(9, arrived);
        insert.setInt(10, superseded ? 1 : 0);
        insert.setString(11, entry.completion());
        insert.setString(12, entry.verification());
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
        return said(row.getString(at));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
