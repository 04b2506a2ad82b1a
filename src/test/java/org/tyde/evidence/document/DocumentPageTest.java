package org.tyde.evidence.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.SharedData;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ContentValue;
import org.tyde.evidence.content.ExampleTrees;
import org.tyde.evidence.document.DocumentLine.Kind;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

class DocumentPageTest {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    @Test
    void aSignedReportReadsAsItsSectionsUnderWhoSignedIt() throws Exception {
        var page = page(signed());
        assertEquals("CT-beskrivelse", page.title());
        assertTrue(page.state().startsWith("Signert av ÆRLIG, Åse, Sykehuset i Vestfold, 22.11"));
        assertTrue(page.template().known());
        assertEquals(
                """
                Sykehistorie
                  Hoste i seks uker.
                Sammenligning
                  Sammenlignet med CT thorax 14.03.2026.
                Funn
                  Knute på 8,4 mm i høyre overlapp.
                Ingen pleuravæske.
                Konklusjon
                  Økende lungeknute.\
                """,
                said(page));
    }

    @Test
    void whatTheDocumentSaysOfItselfStandsBehindWhatItFound() throws Exception {
        var lines = page(signed()).lines();
        var headings =
                lines.stream()
                        .filter(l -> l.kind() == Kind.HEADING)
                        .map(DocumentLine::label)
                        .toList();
        assertEquals("Om dokumentet", headings.getLast());
        assertEquals("Rolle i undersøkelsen: Verifiserer", lines.getLast().plain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cornerstone3D/no-pixel-data.dcm",
                "dcmjs/structured_report.dcm",
                "highdicom/sr_document.dcm",
                "pydicom/test_files/reportsi.dcm",
                "pydicom/test_files/test-SR.dcm"
            })
    void noItemOfARealReportIsLeftOut(String path) throws Exception {
        var set = DicomReader.read(SharedData.require("data/files/" + path)).dataSet();
        var text = page(set).plain();
        for (var item : ContentTree.of(set).items())
            switch (item.value()) {
                case ContentValue.Text said -> {
                    for (var word : said.text().split("[\r\n]+"))
                        assertTrue(text.contains(word.strip()), () -> word);
                }
                case ContentValue.Identifier uid -> assertTrue(text.contains(uid.uid()), uid::uid);
                case ContentValue _ -> {}
            }
    }

    @Test
    void anItemThatFlowsIsOneSentence() throws Exception {
        var flowing =
                ExampleTrees.item("CONTAINS", "CONTAINER")
                        .text(Tag.CONTINUITY_OF_CONTENT, "CONTINUOUS")
                        .sequence(
                                Tag.CONTENT_SEQUENCE,
                                ExampleTrees.text("A mass of").build(),
                                number("3", "cm"),
                                ExampleTrees.text("was detected.").build())
                        .build();
        assertEquals("Funn\n  A mass of 3 cm was detected.", said(page(document(flowing))));
    }

    @ParameterizedTest
    @CsvSource({
        "8.4, mm, '8,4 mm'",
        "4806.42320110457, mm2, '4806 mm² (nøyaktig 4806.42320110457)'",
        "0.00012345678, 1, '0,0001235 (nøyaktig 0.00012345678)'",
        "134, cm3, 134 cm³",
        "45, deg, 45 °",
        "512.3, mGy.cm, '512,3 mGy·cm'",
        "0.7, {ratio}, '0,7 ratio'"
    })
    void aNumberStandsAsPeopleWriteItAndExactlyBesideWhereItIsLonger(
            String written, String unit, String shown) throws Exception {
        assertEquals("Funn: " + shown, said(page(document(number(written, unit)))));
    }

    @Test
    void aNumberThatIsNotThereSaysWhy() throws Exception {
        var failed =
                ExampleTrees.item("CONTAINS", "NUM")
                        .sequence(Tag.MEASURED_VALUE_SEQUENCE)
                        .code(
                                Tag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE,
                                new Code("114006", "DCM", "Measurement failure"))
                        .build();
        assertEquals("Funn: ingen verdi (Målingen mislyktes)", said(page(document(failed))));
    }

    @Test
    void aPlaceInAnImageLeadsThereWithItsRegion() throws Exception {
        var lines = page(ExampleTrees.everyType()).lines();
        var number = lines.stream().filter(l -> l.kind() == Kind.NUMBER).findFirst().orElseThrow();
        var link = (DocumentLink.ToObject) number.link().orElseThrow();
        assertEquals(List.of(3, 5), link.reference().frames());
        assertEquals(Figure.Graphic.POLYLINE, link.region().orElseThrow().graphic());
        assertFalse(link.placed(), "no evidence says in which study");
    }

    @Test
    void aWordThatIsAnotherConceptsNameStandsBesideWhatTheCodeSays() {
        assertEquals(
                "AREA [Lengde]", ConceptNames.of(new Code("G-D7FE", "SRT", "AREA"), NORWEGIAN));
        assertEquals("Lengde", ConceptNames.of(new Code("G-D7FE", "SRT", "Length"), NORWEGIAN));
        assertEquals("Befund", ConceptNames.of(new Code("1", "99X", "Befund"), NORWEGIAN));
        assertEquals("99X 1", ConceptNames.of(new Code("1", "99X", ""), NORWEGIAN));
    }

    @Test
    void whoObservedAPartAndWhenStandsBesideItWhereThatDiffersFromTheWhole() throws Exception {
        var device =
                DataSet.builder()
                        .text(Tag.RELATIONSHIP_TYPE, "HAS OBS CONTEXT")
                        .text(Tag.VALUE_TYPE, "TEXT")
                        .code(
                                Tag.CONCEPT_NAME_CODE_SEQUENCE,
                                new Code("121013", "DCM", "Device Observer Name"))
                        .text(Tag.TEXT_VALUE, "LungeKI 2.1")
                        .build();
        var group =
                ExampleTrees.item("CONTAINS", "CONTAINER")
                        .text(Tag.OBSERVATION_DATE_TIME, "20261123031500")
                        .sequence(Tag.CONTENT_SEQUENCE, device, number("8.4", "mm"))
                        .build();
        assertEquals(
                """
                Funn (observert av LungeKI 2.1; observert 23.11.2026 03:15:00)
                  Apparatets navn: LungeKI 2.1
                  Funn: 8,4 mm\
                """,
                said(page(document(group))));
    }

    @Test
    void anUnknownTemplateIsSaid() throws Exception {
        var strange =
                document().toBuilder()
                        .sequence(
                                Tag.CONTENT_TEMPLATE_SEQUENCE,
                                DataSet.builder()
                                        .text(Tag.MAPPING_RESOURCE, "99X")
                                        .text(Tag.TEMPLATE_IDENTIFIER, "77")
                                        .build())
                        .build();
        assertEquals(
                "Det følger malen 99X 77, som Tyde ikke kjenner; det vises slik det er skrevet.",
                page(strange).template().words());
    }

    @Test
    void whatIsWrongStandsWhereItIsWrong() throws Exception {
        var said = said(page(document(ExampleTrees.pointer(1, 7))));
        assertTrue(said.contains("sluttet av: se"), said);
        assertTrue(said.contains("  Dette elementet viser til element 1.7"), said);
    }

    @Test
    void aTableHasALineForEachRow() throws Exception {
        var rows =
                page(ExampleTrees.table()).lines().stream()
                        .filter(l -> l.kind() == Kind.ROW)
                        .map(DocumentLine::plain)
                        .toList();
        assertEquals(List.of("Area [mm2] | ", "1.5 | 2.5", " | Mass"), rows);
    }

    private static DataSet signed() throws Exception {
        return StructuredReport.write(
                Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
    }

    private static DataSet number(String written, String unit) {
        return ExampleTrees.item("CONTAINS", "NUM")
                .sequence(
                        Tag.MEASURED_VALUE_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.NUMERIC_VALUE, written)
                                .code(
                                        Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                        new Code(unit, "UCUM", unit))
                                .build())
                .build();
    }

    private static DataSet document(DataSet... content) {
        return ExampleTrees.document(SopClass.COMPREHENSIVE_3D_SR_STORAGE, content);
    }

    private static DocumentPage page(DataSet set) throws Exception {
        return DocumentPage.of(set, NORWEGIAN);
    }

    /// The lines before those about the document.
    private static String said(DocumentPage page) {
        return page.lines().stream()
                .takeWhile(l -> !l.label().equals("Om dokumentet"))
                .map(l -> "  ".repeat(l.depth()) + l.plain())
                .collect(Collectors.joining("\n"));
    }
}
