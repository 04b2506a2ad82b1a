package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// An element is found by tag, by the path through items, and by the name of its private creator.
class AddressesTest {
    private static final TagPath MEANING =
            TagPath.parse("(0040,A730)[2].(0040,A168)[1].(0008,0104)");

    private static DataSet document() {
        var lung = DataSet.builder().code(Tag.CONCEPT_CODE_SEQUENCE, code("Lung")).build();
        var liver = DataSet.builder().code(Tag.CONCEPT_CODE_SEQUENCE, code("Liver")).build();
        return DataSet.builder().sequence(Tag.CONTENT_SEQUENCE, lung, liver).build();
    }

    private static Code code(String meaning) {
        return new Code("1", "99TEST", meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # written                                            | the same path
                    (0040,A730)[2].(0040,A168)                           | (0040,A730)[2].(0040,A168)
                    ContentSequence[2].ConceptCodeSequence               | (0040,A730)[2].(0040,A168)
                    0040A730[12].0040A168                                | (0040,A730)[12].(0040,A168)
                    ContentSequence.ConceptCodeSequence.CodeValue        | (0040,A730)[1].(0040,A168)[1].(0008,0100)
                    PatientName                                          | (0010,0010)
                    (0029,1010)                                          | (0029,1010)
                    """)
    void aPathIsReadFromTagsAndKeywords(String written, String path) {
        var parsed = TagPath.parse(written);
        assertEquals(path, parsed.toString());
        assertEquals(parsed, TagPath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nobody",
                "ContentSequence[0].CodeValue",
                "ContentSequence[2",
                "PatientName[1]",
                "ContentSequence[-1].CodeValue",
                "ContentSequence[x].CodeValue",
                "(0010,0010).",
                "(0010 0010)",
                "ContentSequence[99999999999].CodeValue"
            })
    void whatIsNoPathIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> TagPath.parse(written));
    }

    @Test
    void aPathGrowsInwards() {
        var path = TagPath.of(Tag.CONTENT_SEQUENCE).item(2, Tag.CONCEPT_CODE_SEQUENCE);
        assertEquals(TagPath.parse("(0040,A730)[2].(0040,A168)"), path);
    }

    @Test
    void valuesAreReadThroughAPath() throws Exception {
        var set = document();
        assertEquals(Optional.of("Liver"), set.text(MEANING));
        assertEquals("Lung", set.textOr(TagPath.parse("(0040,A730)[1].(0040,A168).00080104"), ""));
        assertEquals(
                Optional.of(code("Liver")),
                set.code(TagPath.parse("ContentSequence[2].ConceptCodeSequence")));
    }

    @Test
    void aPathThatEndsEarlyIsAbsent() throws Exception {
        var third = TagPath.parse("(0040,A730)[3].(0040,A168)[1].(0008,0104)");
        assertEquals(Optional.empty(), document().text(third));
        assertEquals(Optional.empty(), DataSet.empty().text(MEANING));
        assertEquals(List.of(), document().sequence(third));
    }

    @Test
    void aPathThroughWhatIsNoSequenceIsRefused() {
        var set = DataSet.builder().text(Tag.PATIENT_NAME, "A").build();
        var path = TagPath.of(Tag.PATIENT_NAME).item(1, Tag.CODE_VALUE);
        var refusal = assertThrows(DicomFormatException.class, () -> set.text(path));
        assertEquals(DicomReason.WRONG_VR, refusal.reason());
        assertEquals(Optional.of(TagPath.of(Tag.PATIENT_NAME)), refusal.path());
    }

    @Test
    void whatIsMalformedWithinItemsIsToldWithTheWholePath() throws Exception {
        var item =
                DataSet.builder()
                        .bytes(Tag.NUMERIC_VALUE, Vr.DS, new byte[] {'0', ',', '5', ' '})
                        .build();
        var measured = DataSet.builder().sequence(Tag.MEASURED_VALUE_SEQUENCE, item, item).build();
        var set = DataSet.builder().sequence(Tag.CONTENT_SEQUENCE, measured).build();
        var inner = set.sequence(Tag.CONTENT_SEQUENCE).getFirst();
        var second = inner.sequence(Tag.MEASURED_VALUE_SEQUENCE).get(1);
        var refusal =
                assertThrows(DicomFormatException.class, () -> second.decimal(Tag.NUMERIC_VALUE));
        var path = TagPath.parse("(0040,A730)[1].(0040,A300)[2].(0040,A30A)");
        assertEquals(Optional.of(path), refusal.path());
        assertEquals(Optional.of(path.toString()), refusal.place());
        assertEquals(Optional.of("PS3.5 6.2"), refusal.rule());
        var again = assertThrows(DicomFormatException.class, () -> set.decimal(path));
        assertEquals(Optional.of(path), again.path());
    }

    @Test
    void textOfAnUnknownCharacterSetIsToldWithItsPath() throws Exception {
        var item =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 999")
                        .bytes(Tag.CODE_MEANING, Vr.LO, new byte[] {'a', (byte) 0xC5})
                        .build();
        var set = DataSet.builder().sequence(Tag.ANATOMIC_REGION_SEQUENCE, item).build();
        var path = TagPath.parse("(0008,2218)[1].(0008,0104)");
        var refusal = assertThrows(DicomFormatException.class, () -> set.text(path));
        assertEquals(DicomReason.UNKNOWN_CHARACTER_SET, refusal.reason());
        assertEquals(List.of("ISO_IR 999"), refusal.arguments());
        assertEquals(Optional.of(path), refusal.path());
        assertEquals(Optional.of("PS3.3 C.12.1.1.2"), refusal.rule());
    }

    @Test
    void anItemIsTheSameWhereverItLies() throws Exception {
        var set = document();
        assertEquals(set.sequence(Tag.CONTENT_SEQUENCE), document().sequence(Tag.CONTENT_SEQUENCE));
        var alone = set.sequence(Tag.CONTENT_SEQUENCE).get(1).toBuilder().build();
        assertEquals(set.sequence(Tag.CONTENT_SEQUENCE).get(1), alone);
    }

    @Test
    void aPrivateAttributeIsFoundThroughItsCreator() throws Exception {
        var set =
                DataSet.builder()
                        .text(Tag.of(0x0029, 0x0010), "FIRST")
                        .text(Tag.of(0x0029, 0x0011), "ACME 1.0")
                        .text(Tag.of(0x0029, 0x1142), Vr.LO, "x")
                        .build();
        var acme = new PrivateTag(0x0029, "ACME 1.0", 0x42);
        assertEquals(Optional.of(Tag.of(0x0029, 0x1142)), set.tag(acme));
        assertEquals(Optional.of("x"), set.text(acme));
        assertEquals(Optional.empty(), set.text(new PrivateTag(0x0029, "OTHER", 0x42)));
        assertEquals(Optional.empty(), set.text(new PrivateTag(0x0029, "FIRST", 0x42)));
        assertEquals("(0029,xx42,\"ACME 1.0\")", acme.toString());
    }

    @Test
    void aBuilderReservesTheFirstFreeBlockOnce() throws Exception {
        var first = new PrivateTag(0x0029, "ACME 1.0", 0x01);
        var builder = DataSet.builder().text(Tag.of(0x0029, 0x0010), "OTHER");
        builder.text(builder.reserve(first), Vr.LO, "one");
        builder.text(builder.reserve(new PrivateTag(0x0029, "ACME 1.0", 0x02)), Vr.LO, "two");
        var set = builder.build();
        assertEquals("ACME 1.0", set.textOr(Tag.of(0x0029, 0x0011), ""));
        assertEquals("one", set.textOr(Tag.of(0x0029, 0x1101), ""));
        assertEquals("two", set.textOr(Tag.of(0x0029, 0x1102), ""));
        assertFalse(set.has(Tag.of(0x0029, 0x0012)));
        var changed = set.toBuilder();
        assertEquals(Tag.of(0x0029, 0x1101), changed.reserve(first));
    }

    @Test
    void aFullGroupHasNoBlockLeft() {
        var builder = DataSet.builder();
        for (int i = 0x10; i <= 0xFF; i++) builder.text(Tag.of(0x0029, i), "OTHER " + i);
        var attribute = new PrivateTag(0x0029, "ACME 1.0", 1);
        assertThrows(IllegalArgumentException.class, () -> builder.reserve(attribute));
    }

    @Test
    void whatIsNoPrivateAttributeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PrivateTag(0x0028, "A", 1));
        assertThrows(IllegalArgumentException.class, () -> new PrivateTag(0x0029, "A", 0x100));
        assertThrows(IllegalArgumentException.class, () -> new PrivateTag(0x0029, " ", 1));
    }

    @Test
    void repeatingGroupsAreCountedFromNought() {
        assertEquals(Tag.of(0x6004, 0x0010), Tag.OVERLAY_ROWS.repeated(2));
        assertEquals(Tag.of(0x601E, 0x3000), Tag.OVERLAY_DATA.repeated(15));
        assertEquals(Tag.OVERLAY_ROWS, Tag.OVERLAY_ROWS.repeated(2).repeated(0));
        assertEquals(Tag.of(0x5002, 0x0005), Tag.of(0x5000, 0x0005).repeated(1));
        assertEquals("OverlayRows", Tag.OVERLAY_ROWS.repeated(9).keyword());
        assertThrows(IllegalArgumentException.class, () -> Tag.OVERLAY_ROWS.repeated(16));
        assertThrows(IllegalArgumentException.class, () -> Tag.PATIENT_NAME.repeated(0));
    }
}
