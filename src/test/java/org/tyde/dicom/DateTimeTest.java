package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.DateTime.Precision;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A DT tells as much as is known, and in which time zone (PS3.5 6.2).
class DateTimeTest {
    private static final Tag DT = Tag.ACQUISITION_DATE_TIME;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # text,                     earliest,                   precision, offset, end
                    2026,                       2026-01-01T00:00,           YEAR,     -,      2027-01-01T00:00
                    2026+0100,                  2026-01-01T00:00,           YEAR,     +01:00, 2027-01-01T00:00
                    202602,                     2026-02-01T00:00,           MONTH,    -,      2026-03-01T00:00
                    20260314,                   2026-03-14T00:00,           DAY,      -,      2026-03-15T00:00
                    2026031409,                 2026-03-14T09:00,           HOUR,     -,      2026-03-14T10:00
                    202603140915,               2026-03-14T09:15,           MINUTE,   -,      2026-03-14T09:16
                    20260314091530-0500,        2026-03-14T09:15:30,        SECOND,   -05:00, 2026-03-14T09:15:31
                    20260314091530.5,           2026-03-14T09:15:30.5,      FRACTION, -,      2026-03-14T09:15:30.500001
                    20260314091530.123456+0545, 2026-03-14T09:15:30.123456, FRACTION, +05:45, 2026-03-14T09:15:30.123457
                    20161231235960,             2016-12-31T23:59:59,        SECOND,   -,      2017-01-01T00:00
                    """)
    void aDateTimeIsReadAsFarAsItIsTold(
            String text, LocalDateTime earliest, Precision precision, String offset, String end) {
        var read = DateTime.parse(text).orElseThrow();
        assertEquals(earliest, read.earliest());
        assertEquals(precision, read.precision());
        assertEquals(Optional.ofNullable(offset).map(ZoneOffset::of), read.offset());
        assertEquals(LocalDateTime.parse(end), read.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "202",
                "20261",
                "202613",
                "20260230",
                "2026031424",
                "20260314091561",
                "20260314091530.",
                "202603140915.5",
                "20260314091530.1234567",
                "2026-0000",
                "2026+1401",
                "2026-1201",
                "2026+0160",
                "2026 ",
                "20260314T0915",
                "2026+01"
            })
    void whatIsNoDateTimeIsNone(String text) {
        assertTrue(DateTime.parse(text).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "202602",
                "20260314",
                "2026031409+0200",
                "202603140915-0330",
                "20260314091530",
                "20260314091530.000250+1400",
                "20260314091530-1200"
            })
    void aDateTimeIsWrittenAsItWasRead(String text) throws Exception {
        var read = DateTime.parse(text).orElseThrow();
        assertEquals(text, read.encoded());
        var set = DataSet.builder().dateTime(DT, read).build();
        assertEquals(Optional.of(read), set.partialDateTime(DT));
    }

    @Test
    void theUsersTimeZoneIsTakenWhereNoneIsTold() {
        var here = ZoneOffset.ofHours(2);
        assertEquals(
                "2026-01-01T00:00+02:00", DateTime.parse("2026").orElseThrow().at(here).toString());
        assertEquals(
                "2026-01-01T00:00-05:00",
                DateTime.parse("2026-0500").orElseThrow().at(here).toString());
    }

    @Test
    void whatLacksItsDayIsNoDate() throws Exception {
        var set = DataSet.builder().text(DT, "202603").build();
        assertEquals(Precision.MONTH, set.partialDateTime(DT).orElseThrow().precision());
        var refusal = assertThrows(DicomFormatException.class, () -> set.dateTime(DT));
        assertEquals(DicomReason.NOT_A_DATE_TIME, refusal.reason());
        assertThrows(DicomFormatException.class, () -> set.date(DT));
        var day = DataSet.builder().text(DT, "20260314091530.25-0500").build();
        assertEquals("2026-03-14", day.date(DT).orElseThrow().toString());
        assertEquals("2026-03-14T09:15:30.250", day.dateTime(DT).orElseThrow().toString());
    }

    @Test
    void nothingFinerThanItsPrecisionIsKept() {
        var moment = LocalDateTime.of(2026, 3, 14, 9, 15, 30);
        assertThrows(
                IllegalArgumentException.class,
                () -> new DateTime(moment, Precision.MINUTE, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DateTime(moment, Precision.YEAR, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DateTime(moment, Precision.SECOND, Optional.of(ZoneOffset.ofHours(15))));
    }
}
