package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.tyde.Judges;
import org.tyde.Programs;
import org.tyde.app.house.House;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.SrJudges;
import org.tyde.report.PriorReport;
import org.tyde.report.Section;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A signed report as it left: SR and PDF in the archive, PDF, FHIR, HL7 and text in a folder, each looked
/// at by its judge and for what was dictated.
///
/// @param folder for the judges' work
/// @param out where forms were put
record FiveForms(Path folder, Path out) {
    private static final int TRIES = 400;

    /// Asks the archive itself until the report and its PDF are there.
    void assertStored(House house, Map<Section, String> dictated) throws Exception {
        var study = house.archive().find(StudyQuery.ANY.page(10, 0)).getFirst().uid();
        var report = found(house, study, SopClass.ENHANCED_SR_STORAGE);
        SrJudges.assertFlawless(report, folder);
        var prior = PriorReport.of(report);
        for (var part : dictated.entrySet())
            assertEquals(
                    Optional.of(part.getValue()), prior.text(part.getKey()).map(String::strip));
        var pdf = found(house, study, SopClass.ENCAPSULATED_PDF_STORAGE);
        assertTrue(EncapsulatedPdf.of(pdf).orElseThrow().pdf().length > 1000);
    }

    private static DataSet found(House house, String study, String sopClass) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            for (var series : house.archive().series(study))
                for (var object : house.archive().instances(study, series.uid()))
                    if (object.textOr(Tag.SOP_CLASS_UID, "").equals(sopClass)) {
                        house.archive().retrieve(study).job().await();
                        house.cache().flush();
                        return house.cache()
                                .file(object.textOr(Tag.SOP_INSTANCE_UID, ""))
                                .dataSet();
                    }
            Thread.sleep(50);
        }
        throw new AssertionError(sopClass + " never came to the archive");
    }

    /// Waits for the four files and has each judged.
    void assertJudged(Map<Section, String> dictated) throws Exception {
        var files = new TreeMap<String, Path>();
        for (int tries = 0; tries < TRIES && files.size() < 4; tries++) {
            try (var listed = Files.list(out)) {
                for (var file : listed.toList()) {
                    var name = String.valueOf(file.getFileName());
                    if (!name.endsWith(".part")) files.put(name.replaceAll(".*\\.", ""), file);
                }
            }
            Thread.sleep(50);
        }
        assertEquals(List.of("hl7", "json", "pdf", "txt"), List.copyOf(files.keySet()));
        var text = Files.readString(Path.of(path(files, "txt")));
        for (var part : dictated.values()) assertTrue(text.contains(part), text);
        flawless(Judges.ask("PdfJudge", "2a", path(files, "pdf")));
        flawless(Judges.ask("FhirJudge", path(files, "json")));
        flawless(Judges.ask("Hl7Judge", path(files, "hl7")));
    }

    private static String path(Map<String, Path> files, String ending) {
        return String.valueOf(files.get(ending));
    }

    private static void flawless(Programs.Said said) {
        assertEquals(0, said.exitCode(), said.text());
        assertFalse(said.text().contains("Error "), said.text());
    }
}
