package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// DCMTK's worklist, wlmscpfs, asked by us.
@Timeout(60)
class WorklistTest {
    @TempDir Path folder = Path.of("");

    private static DataSet order(String patient, String name, String modality) {
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .text(Tag.ACCESSION_NUMBER, "A" + patient)
                .text(Tag.PATIENT_NAME, name)
                .text(Tag.PATIENT_ID, patient)
                .text(Tag.PATIENT_BIRTH_DATE, "19500102")
                .text(Tag.PATIENT_SEX, "F")
                .text(Tag.STUDY_INSTANCE_UID, Uids.create())
                .text(Tag.REQUESTED_PROCEDURE_ID, "R" + patient)
                .text(Tag.REQUESTED_PROCEDURE_DESCRIPTION, "CT thorax")
                .sequence(
                        Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.MODALITY, modality)
                                .text(Tag.SCHEDULED_STATION_AE_TITLE, "CT1")
                                .text(Tag.SCHEDULED_PROCEDURE_STEP_START_DATE, "20261124")
                                .text(Tag.SCHEDULED_PROCEDURE_STEP_START_TIME, "080000")
                                .text(Tag.SCHEDULED_PROCEDURE_STEP_ID, "S" + patient)
                                .build())
                .build();
    }

    private static void write(Path file, DataSet order) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                DicomWriter.head(
                        "1.2.276.0.7230010.3.1.0.1",
                        Uids.create(),
                        TransferSyntax.EXPLICIT_LITTLE));
        DicomWriter.writeDataSet(bytes, order, TransferSyntax.EXPLICIT_LITTLE);
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void scheduledStepsOfAModalityAreFound() throws Exception {
        var lists = Files.createDirectories(folder.resolve("lists/RIS"));
        Files.createFile(lists.resolve("lockfile"));
        write(lists.resolve("one.wl"), order("P1", "Bjørnstad^Åse", "CT"));
        write(lists.resolve("two.wl"), order("P2", "Hansen^Ola", "MR"));
        int port = Dcmtk.freePort();
        var keys =
                DataSet.builder()
                        .text(Tag.PATIENT_NAME, "")
                        .text(Tag.PATIENT_ID, "")
                        .text(Tag.ACCESSION_NUMBER, "")
                        .sequence(
                                Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE,
                                DataSet.builder()
                                        .text(Tag.MODALITY, "CT")
                                        .text(Tag.SCHEDULED_PROCEDURE_STEP_START_DATE, "")
                                        .text(Tag.SCHEDULED_PROCEDURE_STEP_START_TIME, "")
                                        .build())
                        .build();
        try (var runner = new JobRunner(1);
                var ris =
                        Dcmtk.start(
                                "wlmscpfs",
                                port,
                                "-dfr",
                                "-csk",
                                "-dfp",
                                folder.resolve("lists").toString(),
                                String.valueOf(port))) {
            var steps =
                    new FindScu(ris.peer("RIS"), runner)
                            .worklist(keys, FindLimits.ALL, JobContext.NONE);
            assertEquals(1, steps.found().size());
            var step = steps.found().getFirst();
            assertEquals("Bjørnstad^Åse", step.textOr(Tag.PATIENT_NAME, ""));
            assertEquals(
                    "20261124",
                    step.item(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                            .orElseThrow()
                            .textOr(Tag.SCHEDULED_PROCEDURE_STEP_START_DATE, ""));
        }
    }
}
