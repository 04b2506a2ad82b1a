package org.tyde.app;

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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OpenedFilesTest {
    @TempDir Path folder;

    @Test
    void aFileIsTakenIntoTheEmbeddedArchiveOnceAndAStrangerIsRefused() throws Exception {
        var image = DemoStudies.instances().getFirst().make().get();
        var file = folder.resolve("ett bilde.dcm");
        DicomWriter.write(file, image, TransferSyntax.EXPLICIT_LITTLE);
        var study = List.of(image.textOr(Tag.STUDY_INSTANCE_UID, ""));
        try (var archive = new EmbeddedArchive(folder.resolve("archive"))) {
            assertEquals(study, OpenedFiles.into(archive, List.of(file)));
            assertEquals(study, OpenedFiles.into(archive, List.of(file)), "again");
            assertEquals(1, archive.size());
            var text = Files.writeString(folder.resolve("brev.txt"), "Hei.");
            assertThrows(Refusal.class, () -> OpenedFiles.into(archive, List.of(text)));
            var other =
                    DicomReader.read(file).dataSet().toBuilder()
                            .text(Tag.STUDY_DESCRIPTION, "en annen")
                            .build();
            var same = folder.resolve("samme.dcm");
            DicomWriter.write(same, other, TransferSyntax.EXPLICIT_LITTLE);
            var refused =
                    assertThrows(Refusal.class, () -> OpenedFiles.into(archive, List.of(same)));
            assertEquals(AppReason.NOT_TAKEN, refused.reason());
        }
    }
}
