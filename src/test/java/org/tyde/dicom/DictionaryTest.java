package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Csv;
import org.tyde.SharedData;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// The dictionary holds what PS3.6, PS3.7 E and PS3.10 list.
class DictionaryTest {
    private final Dictionary dictionary = Dictionary.standard();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # group, attributes       (counted in PS3.7 E.1 and E.2, PS3.10 7.1, PS3.3 F.3, PS3.5 7.5)
                    0000, 46
                    0002, 22
                    0004, 19
                    FFFE, 3
                    """)
    void theGroupsOutsideTheModulesAreComplete(String group, int attributes) {
        int wanted = Integer.parseInt(group, 16);
        var found = dictionary.entries().stream().filter(e -> e.tag().group() == wanted);
        assertEquals(attributes, found.count());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # tag,    signed, vr, keyword
                    00100010, false,  PN, PatientName
                    00280106, false,  US, SmallestImagePixelValue
                    00280106, true,   SS, SmallestImagePixelValue
                    00283006, true,   US, LUTData
                    7FE00010, false,  OW, PixelData
                    60043000, false,  OW, OverlayData
                    60020010, false,  US, OverlayRows
                    50020005, false,  US, CurveDimensions
                    00203101, false,  CS, SourceImageIDs
                    00080000, false,  UL, ''
                    00090010, false,  LO, ''
                    00091001, false,  UN, ''
                    00000100, false,  US, CommandField
                    60013000, false,  UN, ''
                    """)
    void implicitElementsGetTheirRepresentation(String tag, boolean signed, Vr vr, String keyword) {
        var parsed = Tag.parse(tag);
        assertEquals(vr, dictionary.implicitVr(parsed.value(), signed));
        assertEquals(keyword, parsed.keyword());
    }

    @Test
    void keywordsAreUniqueAndFindTheirEntry() {
        var seen = new HashSet<String>();
        for (var entry : dictionary.entries()) {
            assertTrue(seen.add(entry.keyword()), entry.keyword());
            assertEquals(entry, dictionary.entry(entry.keyword()).orElseThrow());
            assertFalse(entry.vrs().isEmpty() && entry.tag().group() != 0xFFFE, entry.keyword());
        }
        assertTrue(seen.size() > 5000);
    }

    /// Every constant is spelled like its keyword.
    @Test
    void constantsAreTheDictionarysTags() throws IllegalAccessException {
        int count = 0;
        for (var part : Tag.class.getInterfaces()) {
            if (!part.getSimpleName().startsWith("Tags")) continue;
            for (var field : part.getDeclaredFields()) {
                var tag = (Tag) field.get(null);
                assertEquals(
                        field.getName().replace("_", ""),
                        tag.keyword().toUpperCase(java.util.Locale.ROOT));
                count++;
            }
        }
        assertTrue(count > 2000, () -> "constants");
    }

    @Test
    void sopClassesAndTransferSyntaxesHaveNames() throws IllegalAccessException {
        for (var field : SopClasses.class.getDeclaredFields()) {
            var uid = (String) field.get(null);
            assertTrue(Uids.wellFormed(uid), uid);
            assertTrue(SopClass.name(uid).isPresent(), uid);
        }
        assertTrue(SopClass.isStorage(SopClass.CT_IMAGE_STORAGE));
        assertFalse(SopClass.isStorage(SopClass.VERIFICATION));
        assertFalse(SopClass.isStorage(SopClass.MEDIA_STORAGE_DIRECTORY_STORAGE));
        for (var syntax : TransferSyntax.all()) {
            assertTrue(Uids.wellFormed(syntax.uid()), syntax.uid());
            assertEquals(syntax, TransferSyntax.of(syntax.uid()));
        }
        assertFalse(TransferSyntax.of("1.2.3").known());
    }

    @Test
    void everyRepresentationIsFoundByItsLetters() {
        for (var vr : Vr.values())
            assertEquals(vr, Vr.of(vr.name().charAt(0), vr.name().charAt(1)).orElseThrow());
        assertTrue(Vr.of('Z', 'Z').isEmpty());
        assertTrue(Vr.of(0, 0).isEmpty());
        assertTrue(Vr.of(-1, 'A').isEmpty());
        var longForm = Arrays.stream(Vr.values()).filter(Vr::longForm).map(Vr::name).toList();
        assertEquals( // PS3.5 7.1.2, table 7.1-1
                List.of(
                        "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT",
                        "UV"),
                longForm);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    # keyword,             tag,      vr,       vm,    retired, name
                    PatientName,           00100010, PN,       1,     false,   Patient's Name
                    StudyDate,             00080020, DA,       1,     false,   Study Date
                    PixelData,             7FE00010, OB/OW,    1,     false,   Pixel Data
                    LUTData,               00283006, US/OW,    "1-n or 1", false, LUT Data
                    OverlayData,           60003000, OB/OW,    1,     false,   Overlay Data
                    CurveDimensions,       50000005, US,       1,     true,    Curve Dimensions
                    ImagePositionPatient,  00200032, DS,       3,     false,   Image Position (Patient)
                    CTDIvol,               00189345, FD,       1,     false,   CTDIvol
                    ExposureInuAs,         00181153, IS,       1,     false,   Exposure in µAs
                    SelectorUVValue,       00720083, UV,       1-n,   false,   Selector UV Value
                    """)
    void anEntryTellsAllOfItsRow(
            String keyword, String tag, String vrs, String vm, boolean retired, String name) {
        var entry = dictionary.entry(keyword).orElseThrow();
        assertEquals(tag, entry.tag().hex());
        assertEquals(vrs, String.join("/", entry.vrs().stream().map(Vr::name).toList()));
        assertEquals(vm, entry.multiplicity());
        assertEquals(retired, entry.retired());
        assertEquals(name, entry.name());
        assertEquals(entry, dictionary.entry(entry.tag()).orElseThrow());
    }

    /// The table of PS3.6 that the resource was made from, row by row.
    @Test
    void everyRowOfTheStandardIsHere() throws IOException {
        var table = SharedData.require("standard/attributes.csv");
        int rows = 0;
        for (var row : Csv.rows(table)) {
            var tag = row.getOrDefault("tag", "");
            var keyword = row.getOrDefault("keyword", "");
            if (keyword.isEmpty() || !tag.matches("[0-9A-FX]{8}")) continue;
            var entry = dictionary.entry(keyword).orElseThrow();
            var vm = row.getOrDefault("vm", "");
            assertEquals(tag.replace('X', '0'), entry.tag().hex());
            assertEquals("Y".equals(row.get("retired")), entry.retired(), tag);
            assertEquals(vm.isEmpty() ? "1" : vm, entry.multiplicity(), tag);
            assertEquals(row.get("name"), entry.name(), tag);
            rows++;
        }
        assertTrue(rows > 5000, "rows");
    }
}
