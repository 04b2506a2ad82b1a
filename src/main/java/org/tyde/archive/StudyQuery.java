package org.tyde.archive;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What is searched for. All that is said must hold.
///
/// @param text words of a patient's name in any order, or one number whose kind is not known (an
///     accession number or the beginning of an identity number); empty for any
/// @param patientId exact, or ending in `*`; empty for any
/// @param accession exact; empty for any
/// @param dateFrom first study date
/// @param dateTo last study date
/// @param modalities DICOM codes, any of which must be in the study; empty for any
/// @param limit of studies, at least 1
/// @param offset studies skipped
/// @param birthDate of the patient; empty for any
public record StudyQuery(
        String text,
        String patientId,
        String accession,
        Optional<LocalDate> dateFrom,
        Optional<LocalDate> dateTo,
        Set<String> modalities,
        int limit,
        int offset,
        Optional<LocalDate> birthDate) {
    /// Studies asked for at a time when nothing else is said.
    public static final int USUAL_LIMIT = 200;

    /// Everything, the first [#USUAL_LIMIT].
    public static final StudyQuery ANY =
            new StudyQuery(
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    USUAL_LIMIT,
                    0,
                    Optional.empty());

    /// Keeps its own copy.
    public StudyQuery {
        modalities = Set.copyOf(modalities);
        if (limit < 1 || offset < 0) throw new IllegalArgumentException(limit + " from " + offset);
    }

    /// What a person types into one field: names, identity numbers with or without the space or their
    /// first six digits, accession numbers, dates (`14.3.26`, `14032026`, `i dag`, `today`, `-7d`,
    /// `1.3.26-14.3.26`) and modalities (`CT`, `røntgen`, ...), in any order.
    ///
    /// @param typed the text
    /// @param today the date where the person sits
    /// @return what it asks for
    public static StudyQuery parse(String typed, LocalDate today) {
        return new TypedQuery(today).read(typed);
    }

    /// @param id exact, or ending in `*`
    /// @return all studies of that patient id
    public static StudyQuery ofPatient(String id) {
        return ANY.withPatientId(id);
    }

    /// @return whether the text is a number of unknown kind rather than a name
    public boolean textIsNumber() {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /// @param other words of a name or a number
    /// @return this with it
    public StudyQuery withText(String other) {
        return new StudyQuery(
                other,
                patientId,
                accession,
                dateFrom,
                dateTo,
                modalities,
                limit,
                offset,
                birthDate);
    }

    /// @param other exact, or ending in `*`
    /// @return this with it
    public StudyQuery withPatientId(String other) {
        return new StudyQuery(
                text, other, accession, dateFrom, dateTo, modalities, limit, offset, birthDate);
    }

    /// @param other exact
    /// @return this with it
    public StudyQuery withAccession(String other) {
        return new StudyQuery(
                text, patientId, other, dateFrom, dateTo, modalities, limit, offset, birthDate);
    }

    /// @param from first date, empty for open
    /// @param to last date, empty for open
    /// @return this with them
    public StudyQuery withDates(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new StudyQuery(
                text, patientId, accession, from, to, modalities, limit, offset, birthDate);
    }

    /// @param other DICOM codes
    /// @return this with them
    public StudyQuery withModalities(Set<String> other) {
        return new StudyQuery(
                text, patientId, accession, dateFrom, dateTo, other, limit, offset, birthDate);
    }

    /// @param count at least 1
    /// @param skipped at least 0
    /// @return this with them
    public StudyQuery page(int count, int skipped) {
        return new StudyQuery(
                text,
                patientId,
                accession,
                dateFrom,
                dateTo,
                modalities,
                count,
                skipped,
                birthDate);
    }

    /// @param born empty for any
    /// @return this with it
    public StudyQuery withBirthDate(Optional<LocalDate> born) {
        return new StudyQuery(
                text, patientId, accession, dateFrom, dateTo, modalities, limit, offset, born);
    }
}
