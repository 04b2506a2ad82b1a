package org.tyde.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoStudies;
import org.tyde.store.Cache;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OpenedFilesTest {
    @TempDir Path folder;

    private record Sample(Path file, String study) {}

    private Sample sample() throws Exception {
        var image = DemoStudies.instances().getFirst().make().get();
        var file = Files.createDirectories(folder.resolve("cd")).resolve("ett bilde.dcm");
        DicomWriter.write(file, image, TransferSyntax.EXPLICIT_LITTLE);
        return new Sample(file, image.textOr(Tag.STUDY_INSTANCE_UID, ""));
    }

    @Test
    void aFileIsTakenIntoTheEmbeddedArchiveOnceAndAStrangerIsRefused() throws Exception {
        var one = sample();
        try (var archive = new EmbeddedArchive(folder.resolve("archive"))) {
            var opened = OpenedFiles.into(archive, List.of(one.file()), JobContext.NONE);
            assertEquals(List.of(one.study()), List.copyOf(opened.studies()));
            assertEquals(1, opened.result().taken());
            var again = OpenedFiles.into(archive, List.of(one.file()), JobContext.NONE);
            assertEquals(List.of(one.study()), List.copyOf(again.studies()));
            assertEquals(1, again.result().held());
            assertEquals(1, archive.size());
            var text = Files.writeString(folder.resolve("brev.txt"), "Hei.");
            assertEquals(
                    AppReason.NO_DICOM_THERE,
                    assertThrows(
                                    Refusal.class,
                                    () -> OpenedFiles.into(archive, List.of(text), JobContext.NONE))
                            .reason());
            var other =
                    DicomReader.read(one.file()).dataSet().toBuilder()
                            .text(Tag.STUDY_DESCRIPTION, "en annen")
                            .build();
            var same = folder.resolve("samme.dcm");
            DicomWriter.write(same, other, TransferSyntax.EXPLICIT_LITTLE);
            var refused =
                    assertThrows(
                            Refusal.class,
                            () -> OpenedFiles.into(archive, List.of(same), JobContext.NONE));
            assertEquals(AppReason.NOT_TAKEN, refused.reason());
        }
    }

    @Test
    void besideAnArchiveFilesAreTakenIntoTheCache() throws Exception {
        var one = sample();
        try (var runner = new JobRunner(1);
                var cache = Cache.open(folder.resolve("cache"), runner)) {
            var opened = OpenedFiles.into(cache, List.of(folder.resolve("cd")), JobContext.NONE);
            assertEquals(List.of(one.study()), List.copyOf(opened.studies()));
            assertEquals(1, opened.result().taken());
            assertEquals(one.study(), cache.index().study(one.study()).orElseThrow().uid());
        }
    }
}
