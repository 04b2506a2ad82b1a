package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.hanging.Headers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

class HangCommandTest {
    @TempDir Path folder;

    private void write(String study, LocalDate date, List<DataSet> headers) throws IOException {
        for (var header : headers) {
            var file =
                    header.toBuilder()
                            .text(Tag.STUDY_INSTANCE_UID, study)
                            .text(Tag.PATIENT_ID, "4711")
                            .text(Tag.PATIENT_NAME, "Test^Tone")
                            .text(Tag.PATIENT_BIRTH_DATE, "19700413")
                            .text(Tag.STUDY_DESCRIPTION, "CT thorax")
                            .text(Tag.BODY_PART_EXAMINED, "CHEST")
                            .date(Tag.STUDY_DATE, date)
                            .build();
            var name = study + "-" + header.textOr(Tag.SOP_INSTANCE_UID, "") + ".dcm";
            DicomWriter.write(folder.resolve(name), file, TransferSyntax.EXPLICIT_LITTLE);
        }
    }

    private List<HangReport> reports(boolean all, Path... paths) throws IOException {
        var command = new HangCommand();
        command.paths = List.of(paths);
        command.all = all;
        return command.reports(Locale.ENGLISH);
    }

    private void twoThoraces() throws IOException {
        write("1.1", LocalDate.of(2025, 3, 14), Headers.axial("CT", "1.1.1", "1.8", 4, 10));
        write("1.2", LocalDate.of(2026, 11, 20), Headers.axial("CT", "1.2.1", "1.9", 6, 0));
    }

    @Test
    void theNewestStudyHangsBesideItsPriorAndSaysWhy() throws Exception {
        twoThoraces();
        var reports = reports(false, folder);
        assertEquals(1, reports.size());
        var json = reports.getFirst().json();
        assertEquals("1.2", json.path("study").asText());
        assertEquals("CT", json.path("protocol").asText());
        assertEquals("1.1", json.path("prior").asText());
        assertTrue(json.path("priorBecause").asText().length() > 10);
        var stage = json.path("stages").path(0);
        assertEquals(2, stage.path("columns").asInt());
        var second = stage.path("placements").path(1);
        assertEquals("1.1.1", second.path("series").asText());
        assertEquals(2, second.path("column").asInt());
        assertTrue(second.path("prior").asBoolean());
        assertEquals("1.2.1.6", json.path("stacks").path(0).path("first").asText());
    }

    @Test
    void everyStudyHasItsTurnWithAll() throws Exception {
        twoThoraces();
        Files.writeString(folder.resolve("notes.txt"), "not DICOM");
        var reports = reports(true, folder);
        assertEquals(
                Set.of("1.1", "1.2"),
                reports.stream().map(r -> r.current().uid()).collect(Collectors.toSet()));
        for (var report : reports) {
            assertTrue(report.text().contains(report.hang().protocol()));
            assertEquals(report.current().uid().equals("1.2"), report.prior().isPresent());
        }
    }

    @Test
    void everyStudyOfTheSharedDataHangs() throws Exception {
        var reports = reports(true, SharedData.require("data/files"));
        assertTrue(reports.size() > 100, "studies: " + reports.size());
        for (var report : reports) {
            var hung =
                    report.hang().stages().stream()
                            .flatMap(s -> s.placements().stream())
                            .filter(p -> !p.prior())
                            .map(p -> p.stack().seriesUid())
                            .collect(Collectors.toSet());
            var said =
                    report.hang().unplaced().stream()
                            .map(u -> u.seriesUid())
                            .collect(Collectors.toSet());
            for (var series : report.current().series())
                assertTrue(
                        hung.contains(series.uid()) || said.contains(series.uid()),
                        "neither hung nor said: " + series.uid());
        }
    }
}
