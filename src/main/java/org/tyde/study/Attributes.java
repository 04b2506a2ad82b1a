package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/// Attributes of a list's row: one malformed date must not hide a study, so it counts as absent.
final class Attributes {
    private Attributes() {}

    static Optional<LocalDate> date(DataSet set, Tag tag) {
        try {
            return set.date(tag);
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(DataSet set, Tag tag) {
        try {
            return set.time(tag);
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    static OptionalInt integer(DataSet set, Tag tag) {
        try {
            return set.integer(tag);
        } catch (DicomFormatException malformed) {
            return OptionalInt.empty();
        }
    }

    static String required(DataSet set, Tag tag) throws DicomFormatException {
        return set.text(tag)
                .orElseThrow(
                        () ->
                                new DicomFormatException(DicomReason.MISSING, -1, tag.keyword())
                                        .at(tag.toString())
                                        .withRule("PS3.3 C.7"));
    }
}
