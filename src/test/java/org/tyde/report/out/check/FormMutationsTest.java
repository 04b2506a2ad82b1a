package org.tyde.report.out.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.KeyObjectSelection;
import org.tyde.evidence.ReportFlaw;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.out.FhirDocument;
import org.tyde.report.out.Finished;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.OruMessage;
import org.tyde.report.out.ReportForms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every change that makes a form wrong is seen, those that the judges of these forms let pass among them, and
/// what this program writes has no flaw.
class FormMutationsTest {
    private static final String MEASURED_UNIT = "Measurement Units";

    /// A change to a structured report, and what it makes wrong.
    static List<Arguments> broken() {
        return List.of(
                change("language left out", s -> without(s, "121049"), ReportFlaw.NO_LANGUAGE),
                change(
                        "observer without name",
                        s -> without(s, "121008"),
                        ReportFlaw.OBSERVER_WITHOUT_NAME),
                change("wrong title", s -> titled(s, "99999-9", "LN"), ReportFlaw.FOREIGN_TITLE),
                change(
                        "no template",
                        s -> s.toBuilder().remove(Tag.CONTENT_TEMPLATE_SEQUENCE).build(),
                        ReportFlaw.NO_TEMPLATE),
                change(
                        "verified by nobody",
                        s -> s.toBuilder().remove(Tag.VERIFYING_OBSERVER_SEQUENCE).build(),
                        ReportFlaw.VERIFIED_BY_NOBODY),
                change(
                        "no procedure sequence",
                        s -> s.toBuilder().remove(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE).build(),
                        ReportFlaw.NO_PROCEDURE_SEQUENCE),
                change(
                        "evidence left out",
                        s ->
                                s.toBuilder()
                                        .remove(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                                        .build(),
                        ReportFlaw.IMAGE_NOT_IN_EVIDENCE),
                change(
                        "number beside an image",
                        s -> each(s, FormMutationsTest::withNumber),
                        ReportFlaw.NUMBER_AND_IMAGE));
    }

    /// A change to measurements, and what it makes wrong.
    static List<Arguments> mismeasured() {
        return List.of(
                change(
                        "unit of nothing",
                        s -> code(s, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, "mm", "xx", "UCUM"),
                        SrFlaw.UNIT_UNKNOWN),
                change(
                        "unit of another scheme",
                        s -> code(s, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, "mm", "mm", "99X"),
                        SrFlaw.UNIT_UNKNOWN),
                change(
                        "open region",
                        s ->
                                figure(
                                        s,
                                        "ELLIPSE",
                                        "POLYLINE",
                                        10.5,
                                        20.5,
                                        30.5,
                                        20.5,
                                        30.5,
                                        60.5,
                                        10.5,
                                        60.5),
                        SrFlaw.OPEN_REGION),
                change(
                        "region of a point",
                        s -> figure(s, "ELLIPSE", "POINT", 10, 20),
                        SrFlaw.OPEN_REGION),
                change(
                        "line of one point",
                        s -> figure(s, "POLYLINE", "POLYLINE", 10, 20),
                        SrFlaw.FIGURE_OF_NO_POINTS),
                change(
                        "empty group",
                        s -> each(s, i -> typed(i, "NUM") ? Optional.empty() : Optional.of(i)),
                        SrFlaw.EMPTY_GROUP),
                change(
                        "figure without image",
                        s -> each(s, i -> typed(i, "IMAGE") ? Optional.empty() : Optional.of(i)),
                        SrFlaw.FIGURE_WITHOUT_IMAGE),
                change("tracked twice", s -> uid(s, "2.25.772", "2.25.771"), SrFlaw.TRACKED_TWICE),
                change("not tracked", s -> without(s, "112040"), SrFlaw.NO_TRACKING_UID),
                change("tracked by no uid", s -> uid(s, "2.25.772", "2.25.07"), SrFlaw.NO_UID),
                change("wrong title", s -> titled(s, "126099", "DCM"), SrFlaw.FOREIGN_TITLE),
                change(
                        "no side there is",
                        s -> code(s, Tag.CONCEPT_CODE_SEQUENCE, "24028007", "261183002", "SCT"),
                        SrFlaw.SIDE_UNKNOWN),
                change("language left out", s -> without(s, "121049"), SrFlaw.NO_LANGUAGE),
                change("procedure left out", s -> without(s, "121058"), SrFlaw.NO_PROCEDURE),
                change(
                        "observer without name",
                        s -> without(s, "121008"),
                        SrFlaw.OBSERVER_WITHOUT_NAME),
                change("groups left out", s -> without(s, "126010"), SrFlaw.NO_GROUPS),
                change(
                        "no template",
                        s -> s.toBuilder().remove(Tag.CONTENT_TEMPLATE_SEQUENCE).build(),
                        SrFlaw.NO_TEMPLATE),
                change(
                        "verified by nobody",
                        s -> s.toBuilder().remove(Tag.VERIFYING_OBSERVER_SEQUENCE).build(),
                        SrFlaw.VERIFIED_BY_NOBODY),
                change(
                        "evidence left out",
                        s ->
                                s.toBuilder()
                                        .remove(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                                        .build(),
                        SrFlaw.NOT_IN_EVIDENCE));
    }

    /// A change to key objects, and what it makes wrong.
    static List<Arguments> misselected() {
        return List.of(
                change(
                        "evidence left out",
                        s ->
                                s.toBuilder()
                                        .remove(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                                        .build(),
                        SrFlaw.NOTHING_SELECTED),
                change(
                        "image left out",
                        s -> each(s, i -> typed(i, "IMAGE") ? Optional.empty() : Optional.of(i)),
                        SrFlaw.NOTHING_SELECTED),
                change(
                        "rejected for no reason",
                        s -> titled(s, "113001", "DCM"),
                        SrFlaw.NO_MODIFIER),
                change("wrong title", s -> titled(s, "99999", "DCM"), SrFlaw.FOREIGN_TITLE),
                change(
                        "observer without name",
                        s -> without(s, "121008"),
                        SrFlaw.OBSERVER_WITHOUT_NAME),
                change(
                        "no template",
                        s -> s.toBuilder().remove(Tag.CONTENT_TEMPLATE_SEQUENCE).build(),
                        SrFlaw.NO_TEMPLATE));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aChangedReportIsSeen(UnaryOperator<DataSet> change, Reason flaw) throws Exception {
        seen(Finished.report(DocumentState.SIGNED).object(), change, flaw);
    }

    @ParameterizedTest
    @MethodSource("mismeasured")
    void aChangedMeasurementReportIsSeen(UnaryOperator<DataSet> change, Reason flaw)
            throws Exception {
        seen(measurements(), change, flaw);
    }

    @ParameterizedTest
    @MethodSource("misselected")
    void aChangedSelectionOfKeyImagesIsSeen(UnaryOperator<DataSet> change, Reason flaw)
            throws Exception {
        seen(keyObjects(), change, flaw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    # what stands there;     what is put there;  flaw
                    |8.4|;                   |8,4|;              NO_NUMBER
                    |8.4|;                   |omtrent 8|;        NO_NUMBER
                    OBX|9|FT|;               OBX|9||;            SET_ID
                    OBX|2|FT|;               OBX|2||;            NO_TYPE
                    |2.5.1|;                 |9.9|;              VERSION
                    |19650113|;              |19651315|;         NO_TIME
                    |19650113|;              |13011965|;         NO_TIME
                    |15076500565^^^;         |^^^;               NO_PATIENT
                    &2.16.578.1.12.4.1.4.1&ISO; ;                NO_AUTHORITY
                    |Bråten^Øystein;         |;                  NO_NAME
                    OBR|1|;                  ZBR|1|;             SEGMENT_FOREIGN
                    OBR|1|;                  ZBR|1|;             SEGMENT_MISSING
                    |mm^mm^UCUM;             |mmm^mm^UCUM;       UNIT_UNKNOWN
                    |20261122||;             |22.11.2026||;      NO_TIME
                    ORU^R01^ORU_R01;         ORM^O01^ORM_O01;    OTHER_MESSAGE
                    UNICODE UTF-8;           ;                   NO_CHARACTER_SET
                    113014^;                 113015^;            NO_STUDY
                    """)
    void aChangedMessageIsSeen(String from, String to, String flaw) throws Exception {
        var right = OruMessage.of(Finished.report(DocumentState.SIGNED), Finished.NB).encoded();
        var wrong = right.replace(from, to == null ? "" : to);
        if (flaw.equals("SET_ID")) wrong = right.replace("OBX|3|", "OBX|7|");
        assertNotEquals(right, wrong);
        told(wrong, flaw);
    }

    @ParameterizedTest
    @CsvSource({"F, Q, STATUS_UNKNOWN", "F, P, STATUS_DISAGREES"})
    void aStatusThatIsNoneOrNotThatOfItsObservationsIsSeen(String from, String to, String flaw)
            throws Exception {
        var right = OruMessage.of(Finished.report(DocumentState.SIGNED), Finished.NB).encoded();
        var lines = new ArrayList<String>();
        for (var line : right.split("\r"))
            lines.add(
                    line.startsWith("OBR|")
                            ? line.replace("|" + from + "|", "|" + to + "|")
                            : line);
        told(String.join("\r", lines), flaw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            textBlock =
                    """
                    "type" : "document";                  "type" : "collection";        NO_DOCUMENT
                    "resourceType" : "Patient";           "resourceType" : "Group";     RESOURCE_MISSING
                    "code" : "11329-0";                   "code" : "11329-9";           SECTION_MISSING
                    "code" : "mm";                        "code" : "mmm";               UNIT_UNKNOWN
                    "birthDate" : "1965-01-13";           "birthDate" : "130165";       NO_DAY
                    "value" : "15076500565";              "value" : "";                 NO_PATIENT
                    "value" : 8.4;                        "value" : "8,4";              NO_VALUE
                    "resourceType" : "Composition";       "resourceType" : "Basic";     COMPOSITION_NOT_FIRST
                    "timestamp";                          "timestamp" x;                NO_JSON
                    """)
    void aChangedFhirDocumentIsSeen(String from, String to, String flaw) throws Exception {
        var right =
                FhirDocument.of(
                        Finished.report(DocumentState.SIGNED), Finished.NB, Illustrations.NONE);
        var wrong = right.replace(from, to);
        assertNotEquals(right, wrong);
        told(wrong, flaw);
    }

    @Test
    void aReferenceThatLeadsNowhereAndStatusesThatDoNotGoTogetherAreSeen() throws Exception {
        var right =
                FhirDocument.of(
                        Finished.report(DocumentState.SIGNED), Finished.NB, Illustrations.NONE);
        told(
                right.replaceFirst("\"reference\" : \"urn:uuid:.", "\"reference\" : \"urn:uuid:x"),
                "DANGLING");
        told(
                right.replaceFirst("\"status\" : \"final\"", "\"status\" : \"preliminary\""),
                "STATUS_DISAGREES");
        told(right.replace("\"status\" : \"final\"", "\"status\" : \"done\""), "STATUS_UNKNOWN");
    }

    @Test
    void everyFormOfOursIsFlawlessAndSaysWhatWasSigned() throws Exception {
        for (var state : DocumentState.values()) {
            var report = Finished.report(state);
            var against = Optional.of(report.object());
            assertEquals(List.of(), names(bytes(report.object()), Optional.empty()));
            assertEquals(List.of(), names(bytes(measurements()), Optional.empty()));
            assertEquals(List.of(), names(bytes(keyObjects()), Optional.empty()));
            for (var form : ReportForms.Form.values()) {
                var made = form.of(report, Finished.NB, Finished.AT_HAND);
                assertEquals(List.of(), names(made, against), form + " " + state);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportForms.Form.class)
    void aFormOfAnotherTextIsSeen(ReportForms.Form form) throws Exception {
        var report = Finished.report(DocumentState.SIGNED);
        var other =
                each(
                        report.object(),
                        i ->
                                typed(i, "TEXT")
                                        ? Optional.of(
                                                i.toBuilder()
                                                        .text(Tag.TEXT_VALUE, "Normalt.")
                                                        .build())
                                        : Optional.of(i));
        var made = form.of(report, Finished.NB, Illustrations.NONE);
        assertTrue(names(made, Optional.of(other)).contains("OTHER_TEXT"));
    }

    @Test
    void aFormOfAnotherReportOrPatientIsSeen() throws Exception {
        var report = Finished.report(DocumentState.SIGNED);
        var other =
                report.object().toBuilder()
                        .text(Tag.SOP_INSTANCE_UID, "2.25.9")
                        .text(Tag.PATIENT_ID, "9")
                        .build();
        for (var form : List.of(ReportForms.Form.FHIR, ReportForms.Form.HL7)) {
            var names = names(form.of(report, Finished.NB, Illustrations.NONE), Optional.of(other));
            assertEquals(List.of("OTHER_REPORT", "OTHER_PATIENT"), names);
        }
    }

    @Test
    void aLongReportOverSeveralSheetsStillSaysWhatWasSigned() throws Exception {
        var words = "Arkitekturforstyrrelse (≥ 12 × 8 mm) 漢字 ".repeat(300).strip();
        var report = Finished.report(DocumentState.SIGNED);
        var longer =
                each(
                        report.object(),
                        i ->
                                typed(i, "TEXT")
                                        ? Optional.of(
                                                i.toBuilder().text(Tag.TEXT_VALUE, words).build())
                                        : Optional.of(i));
        var finished = org.tyde.report.out.FinishedReport.of(longer, List.of());
        var pdf = ReportForms.Form.PDF.of(finished, Finished.NB, Illustrations.NONE);
        assertEquals(List.of(), names(pdf, Optional.of(longer)));
    }

    @Test
    void aPdfOfAnotherProgramIsSeen() throws Exception {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            assertEquals(
                    List.of("NOT_OURS", "NOT_FOR_KEEPING", "NO_LANGUAGE"),
                    names(bytes.toByteArray(), Optional.empty()));
        }
    }

    @Test
    void whatIsNoFormIsRefused() {
        for (var text : List.of("", "   ", "\0\1\2")) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            if (text.isBlank())
                assertEquals(
                        FormFlaw.NO_FORM,
                        assertThrows(Refusal.class, () -> FormCheck.of(bytes, Optional.empty()))
                                .reason());
        }
        var latin = "Beskrivelse på norsk".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                FormFlaw.NO_FORM,
                assertThrows(Refusal.class, () -> FormCheck.of(latin, Optional.empty())).reason());
    }

    private static void told(String form, String flaw) throws Exception {
        var bytes = form.getBytes(StandardCharsets.UTF_8);
        List<String> names;
        try {
            names = names(bytes, Optional.empty());
        } catch (Refusal refused) {
            names = List.of(refused.reason().name());
        }
        assertTrue(names.contains(flaw), names.toString());
    }

    private static Arguments change(String what, UnaryOperator<DataSet> change, Reason flaw) {
        return Arguments.of(Named.of(what, change), flaw);
    }

    private static void seen(DataSet right, UnaryOperator<DataSet> change, Reason flaw)
            throws Exception {
        assertEquals(List.of(), names(bytes(right), Optional.empty()), "before");
        var names = names(bytes(change.apply(right)), Optional.empty());
        assertTrue(names.contains(flaw.name()), names.toString());
    }

    private static List<String> names(byte[] form, Optional<DataSet> against) throws Exception {
        var names = new ArrayList<String>();
        for (var flaw : FormCheck.of(form, against).flaws()) {
            names.add(flaw.reason().name());
            assertTrue(Sentences.of(flaw, Locale.ENGLISH).length() > 10);
        }
        return names;
    }

    private static byte[] bytes(DataSet object) throws Exception {
        return DicomWriter.toBytes(object, TransferSyntax.EXPLICIT_LITTLE);
    }

    private static DataSet measurements() throws Exception {
        return Finished.measurements(
                DocumentState.SIGNED,
                List.of(Finished.line(), Finished.region()),
                Finished.header());
    }

    private static DataSet keyObjects() throws Exception {
        return new KeyObjectSelection(
                        "2.25.51",
                        KeyObjectSelection.OF_INTEREST,
                        Optional.empty(),
                        Optional.of(Examples.RADIOLOGIST),
                        List.of(Examples.SLICE))
                .write(Finished.header(), Examples.NOON);
    }

    /// A change to one content item; empty leaves it out.
    private interface Change {
        Optional<DataSet> of(DataSet item) throws Exception;
    }

    private static DataSet each(DataSet set, Change change) {
        try {
            var kept = new ArrayList<DataSet>();
            for (var item : set.sequence(Tag.CONTENT_SEQUENCE))
                change.of(each(item, change)).ifPresent(kept::add);
            return set.has(Tag.CONTENT_SEQUENCE)
                    ? set.toBuilder().sequence(Tag.CONTENT_SEQUENCE, kept).build()
                    : set;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean typed(DataSet item, String type) throws Exception {
        return item.textOr(Tag.VALUE_TYPE, "").equals(type);
    }

    private static DataSet without(DataSet set, String concept) {
        return each(
                set,
                i ->
                        i.code(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                                        .filter(c -> c.value().equals(concept))
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(i));
    }

    private static DataSet titled(DataSet set, String value, String scheme) {
        return set.toBuilder()
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code(value, scheme, "Title"))
                .build();
    }

    private static Optional<DataSet> withNumber(DataSet item) throws Exception {
        if (!typed(item, "TEXT") || !item.has(Tag.CONTENT_SEQUENCE)) return Optional.of(item);
        var below = new ArrayList<>(item.sequence(Tag.CONTENT_SEQUENCE));
        below.add(
                DataSet.builder()
                        .text(Tag.RELATIONSHIP_TYPE, "INFERRED FROM")
                        .text(Tag.VALUE_TYPE, "NUM")
                        .build());
        return Optional.of(item.toBuilder().sequence(Tag.CONTENT_SEQUENCE, below).build());
    }

    private static DataSet code(DataSet set, Tag tag, String from, String to, String scheme) {
        return each(
                set,
                i -> {
                    var measured = i.item(Tag.MEASURED_VALUE_SEQUENCE);
                    if (tag.equals(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE) && measured.isPresent()) {
                        if (measured.get().code(tag).filter(c -> c.value().equals(from)).isEmpty())
                            return Optional.of(i);
                        var other =
                                measured.get().toBuilder()
                                        .code(tag, new Code(to, scheme, MEASURED_UNIT))
                                        .build();
                        return Optional.of(
                                i.toBuilder().sequence(Tag.MEASURED_VALUE_SEQUENCE, other).build());
                    }
                    return i.code(tag).filter(c -> c.value().equals(from)).isPresent()
                            ? Optional.of(
                                    i.toBuilder().code(tag, new Code(to, scheme, "Other")).build())
                            : Optional.of(i);
                });
    }

    private static DataSet figure(DataSet set, String from, String to, double... points) {
        return each(
                set,
                i ->
                        i.textOr(Tag.GRAPHIC_TYPE, "").equals(from)
                                ? Optional.of(
                                        i.toBuilder()
                                                .text(Tag.GRAPHIC_TYPE, to)
                                                .decimal(Tag.GRAPHIC_DATA, points)
                                                .build())
                                : Optional.of(i));
    }

    private static DataSet uid(DataSet set, String from, String to) {
        return each(
                set,
                i ->
                        i.textOr(Tag.UID, "").equals(from)
                                ? Optional.of(i.toBuilder().asFound().text(Tag.UID, to).build())
                                : Optional.of(i));
    }
}
