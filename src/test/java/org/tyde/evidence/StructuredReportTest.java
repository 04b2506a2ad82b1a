package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class StructuredReportTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(DocumentState.class)
    void dciodvfyFindsNoErrorInAReport(DocumentState state) throws Exception {
        assertFlawless(write(Examples.report(state, List.of())));
    }

    @Test
    void dciodvfyFindsNoErrorInAnAddendum() throws Exception {
        var signed =
                new InstanceReference(
                        Examples.STUDY, "2.25.4002", SopClass.ENHANCED_SR_STORAGE, "2.25.4003");
        var addendum =
                new ReportDocument(
                        "2.25.3002",
                        Examples.STUDY,
                        Concepts.titleOf("CT"),
                        DocumentState.SIGNED,
                        Optional.of(Examples.NOON),
                        Optional.of(Examples.RADIOLOGIST),
                        Verifier.alone(
                                DocumentState.SIGNED,
                                Optional.of(Examples.RADIOLOGIST),
                                Examples.NOON),
                        Life.PLAIN,
                        List.of(
                                new DocumentSection(
                                        Concepts.ADDENDUM, "Også en cyste i leveren.", List.of())),
                        List.of(Examples.SLICE),
                        List.of(),
                        List.of(signed));
        var document = write(addendum);
        assertFlawless(document);
        assertEquals(List.of(signed), ReadDocument.of(document).predecessors());
    }

    @ParameterizedTest
    @EnumSource(DocumentState.class)
    void noJudgeFindsAnErrorInEuropeanSections(DocumentState state) throws Exception {
        var signed =
                new InstanceReference(
                        Examples.STUDY, "2.25.4002", SopClass.ENHANCED_SR_STORAGE, "2.25.4003");
        var amended = write(Examples.european(state, List.of(signed)));
        var said = SrJudges.assertFlawless(amended, folder);
        for (var expected :
                List.of("Request", "Recommendations", "Communication of critical results"))
            assertTrue(said.contains(expected), said);
        if (state == DocumentState.SIGNED)
            SrJudges.assertAfterTemplate(amended, folder, "TID_2000");
    }

    @Test
    void dciodvfyFindsNoErrorWithoutAnyCodeOrAccession() throws Exception {
        var bare =
                Examples.image()
                        .remove(Tag.PROCEDURE_CODE_SEQUENCE)
                        .remove(Tag.ACCESSION_NUMBER)
                        .remove(Tag.REFERRING_PHYSICIAN_NAME)
                        .build();
        assertFlawless(
                StructuredReport.write(Examples.report(DocumentState.SIGNED, List.of()), bare));
    }

    @Test
    void dsrdumpReadsWhatWasWritten() throws Exception {
        var said = dsrdump(write(Examples.report(DocumentState.SIGNED, List.of())));
        for (var expected :
                List.of(
                        "Enhanced SR",
                        "Knute på 8,4 mm i høyre overlapp.",
                        "Økende lungeknute.",
                        "Bokmål, Norwegian",
                        "Ærlig^Åse",
                        "Sykehuset i Vestfold",
                        "VERIFIED"))
            assertTrue(said.contains(expected), expected + " is not in\n" + said);
    }

    @Test
    void aReportReadBackSaysTheSame() throws Exception {
        var report = Examples.report(DocumentState.SIGNED, List.of());
        var bytes = DicomWriter.toBytes(write(report), TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(report, ReadDocument.of(DicomReader.read(bytes).dataSet()));
    }

    @Test
    void aSignedReportNamesItsVerifierWithHprNumber() throws Exception {
        var document = write(Examples.report(DocumentState.SIGNED, List.of()));
        var verifier = document.item(Tag.VERIFYING_OBSERVER_SEQUENCE).orElseThrow();
        var number =
                verifier.code(Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE).orElseThrow();
        assertEquals("9144900", number.value());
        assertEquals("Sykehuset i Vestfold", verifier.textOr(Tag.VERIFYING_ORGANIZATION, ""));
        assertEquals("FINAL", document.textOr(Tag.PRELIMINARY_FLAG, ""));
    }

    @Test
    void aPreliminaryReportIsVerifiedByNobody() throws Exception {
        var document = write(Examples.report(DocumentState.PRELIMINARY, List.of()));
        assertFalse(document.has(Tag.VERIFYING_OBSERVER_SEQUENCE));
        assertEquals(DocumentState.PRELIMINARY, DocumentState.of(document));
        assertEquals("PARTIAL", document.textOr(Tag.COMPLETION_FLAG, ""));
    }

    @Test
    void imagesOfPriorsArePertinentEvidenceAndThoseOfTheStudyCurrent() throws Exception {
        var document = write(Examples.report(DocumentState.SIGNED, List.of()));
        assertEquals(
                List.of(Examples.SLICE),
                EvidenceSequence.read(
                        document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)));
        assertEquals(
                List.of(Examples.PRIOR_SLICE),
                EvidenceSequence.read(document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE)));
    }

    @Test
    void aReportIsNeverWrittenOnAnotherStudysPatient() {
        var other = Examples.image().text(Tag.STUDY_INSTANCE_UID, "2.25.9").build();
        var report = Examples.report(DocumentState.SIGNED, List.of());
        assertThrows(IllegalArgumentException.class, () -> StructuredReport.write(report, other));
    }

    private static DataSet write(ReportDocument report) throws Exception {
        return StructuredReport.write(report, Examples.image().build());
    }

    private void assertFlawless(DataSet document) throws Exception {
        var said = Programs.run("dciodvfy", file(document).toString()).text();
        assertFalse(said.contains("Error"), said);
    }

    private String dsrdump(DataSet document) throws Exception {
        return Programs.run("dsrdump", "-q", "+Pl", file(document).toString()).text();
    }

    private Path file(DataSet document) throws Exception {
        var file = folder.resolve("report.dcm");
        DicomWriter.write(file, document, TransferSyntax.EXPLICIT_LITTLE);
        return file;
    }
}
