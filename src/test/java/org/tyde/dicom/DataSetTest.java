package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A data set gives back what was put in, says nothing where nothing is, and refuses what is malformed.
class DataSetTest {
    @Test
    void everyKindOfValueComesBack() throws Exception {
        var code = new Code("39607008", "SCT", "Lung");
        var set =
                DataSet.builder()
                        .personName(Tag.PATIENT_NAME, PersonName.of("Ærlig", "Åse"))
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
                        .integer(Tag.ROWS, 512)
                        .integer(Tag.INSTANCE_NUMBER, 7)
                        .decimal(Tag.PIXEL_SPACING, 0.5, 0.25)
                        .decimal(Tag.RECOMMENDED_DISPLAY_FRAME_RATE_IN_FLOAT, 12.5)
                        .date(Tag.STUDY_DATE, LocalDate.of(2026, 3, 14))
                        .time(Tag.STUDY_TIME, LocalTime.of(9, 8, 7))
                        .code(Tag.ANATOMIC_REGION_SEQUENCE, code)
                        .build();
        assertEquals("Ærlig^Åse", set.text(Tag.PATIENT_NAME).orElseThrow());
        assertEquals("ÆRLIG, Åse", set.personName(Tag.PATIENT_NAME).orElseThrow().display());
        assertEquals(List.of("ORIGINAL", "PRIMARY"), set.texts(Tag.IMAGE_TYPE));
        assertEquals(OptionalInt.of(512), set.integer(Tag.ROWS));
        assertEquals(OptionalInt.of(7), set.integer(Tag.INSTANCE_NUMBER));
        assertArrayEquals(new double[] {0.5, 0.25}, set.decimals(Tag.PIXEL_SPACING));
        assertEquals(12.5, set.decimal(Tag.RECOMMENDED_DISPLAY_FRAME_RATE_IN_FLOAT).orElseThrow());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 14)), set.date(Tag.STUDY_DATE));
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 14).atTime(9, 8, 7)),
                set.dateTime(Tag.STUDY_DATE, Tag.STUDY_TIME));
        assertEquals(Optional.of(code), set.code(Tag.ANATOMIC_REGION_SEQUENCE));
    }

    @Test
    void allNamesAreTold() throws Exception {
        var set = DataSet.builder().text(Tag.OTHER_PATIENT_NAMES, "Ås^Åse", "", "Øy").build();
        var names = set.personNames(Tag.OTHER_PATIENT_NAMES);
        assertEquals(3, names.size());
        assertEquals(PersonName.of("Ås", "Åse"), names.getFirst());
        assertTrue(names.get(1).isEmpty());
        assertEquals(List.of(), set.personNames(Tag.PATIENT_NAME));
    }

    @Test
    void absentAndEmptyAreBothNothing() throws Exception {
        var set = DataSet.builder().text(Tag.PATIENT_ID).text(Tag.STUDY_DATE, "").build();
        assertTrue(set.has(Tag.PATIENT_ID));
        assertFalse(set.has(Tag.PATIENT_NAME));
        assertEquals(Optional.empty(), set.text(Tag.PATIENT_ID));
        assertEquals(Optional.empty(), set.date(Tag.STUDY_DATE));
        assertEquals(OptionalInt.empty(), set.integer(Tag.ROWS));
        assertEquals(List.of(), set.sequence(Tag.ANATOMIC_REGION_SEQUENCE));
        assertEquals("?", set.textOr(Tag.PATIENT_ID, "?"));
    }

    @Test
    void malformedValuesAreRefusedWithTagAndRule() {
        var set =
                DataSet.builder()
                        .asFound()
                        .text(Tag.PIXEL_SPACING, "0,5", "0,5")
                        .text(Tag.INSTANCE_NUMBER, "seven")
                        .text(Tag.STUDY_DATE, "20260231")
                        .text(Tag.STUDY_TIME, "25")
                        .bytes(Tag.ROWS, Vr.US, new byte[] {1, 2, 3})
                        .build();
        var refusal =
                assertThrows(DicomFormatException.class, () -> set.decimals(Tag.PIXEL_SPACING));
        assertEquals(DicomReason.NOT_A_DECIMAL, refusal.reason());
        assertEquals(Optional.of("(0028,0030)"), refusal.place());
        assertEquals(Optional.of("PS3.5 6.2"), refusal.rule());
        assertThrows(DicomFormatException.class, () -> set.integer(Tag.INSTANCE_NUMBER));
        assertThrows(DicomFormatException.class, () -> set.date(Tag.STUDY_DATE));
        assertThrows(DicomFormatException.class, () -> set.time(Tag.STUDY_TIME));
        assertThrows(DicomFormatException.class, () -> set.sequence(Tag.STUDY_TIME));
    }

    @Test
    void refusalsNeverQuoteTheValue() {
        var set = DataSet.builder().asFound().text(Tag.PATIENT_BIRTH_DATE, "15876500").build();
        var refusal =
                assertThrows(DicomFormatException.class, () -> set.date(Tag.PATIENT_BIRTH_DATE));
        assertFalse(refusal.getMessage().contains("15876500"), refusal.getMessage());
    }

    @Test
    void oneElementReplacedLeavesTheRest() throws Exception {
        var first = DataSet.builder().text(Tag.PATIENT_ID, "1").text(Tag.MODALITY, "CT").build();
        var second = first.toBuilder().text(Tag.PATIENT_ID, "2").build();
        assertEquals("1", first.textOr(Tag.PATIENT_ID, ""));
        assertEquals("2", second.textOr(Tag.PATIENT_ID, ""));
        assertEquals("CT", second.textOr(Tag.MODALITY, ""));
        assertEquals(first, second.toBuilder().text(Tag.PATIENT_ID, "1").build());
    }

    @Test
    void aDeclaredCharacterSetThatLacksALetterGivesWayToUtf8() throws Exception {
        var latin =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                        .text(Tag.PATIENT_NAME, "Ødegård^Bjørn")
                        .build();
        assertEquals(SpecificCharacterSet.LATIN_1, latin.characterSet());
        assertEquals(14, latin.bulk(Tag.PATIENT_NAME).orElseThrow().length());
        var greek = latin.toBuilder().text(Tag.PATIENT_COMMENTS, "Διονυσιος").build();
        assertEquals("ISO_IR 192", greek.textOr(Tag.SPECIFIC_CHARACTER_SET, ""));
        assertEquals("Ødegård^Bjørn", greek.textOr(Tag.PATIENT_NAME, ""));
        assertEquals("Διονυσιος", greek.textOr(Tag.PATIENT_COMMENTS, ""));
    }

    @Test
    void itemsTakeOverTheCharacterSetAroundThem() throws Exception {
        var item = DataSet.builder().text(Tag.CODE_MEANING, "Høyre").build();
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                        .sequence(Tag.ANATOMIC_REGION_SEQUENCE, item)
                        .build();
        var inner = set.item(Tag.ANATOMIC_REGION_SEQUENCE).orElseThrow();
        assertEquals(6, inner.bulk(Tag.CODE_MEANING).orElseThrow().length());
        assertEquals("Høyre", inner.textOr(Tag.CODE_MEANING, ""));
    }
}
