package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class KeyObjectSelectionTest {
    @TempDir Path folder;

    private final KeyObjectSelection selection =
            new KeyObjectSelection(
                    "2.25.5001",
                    KeyObjectSelection.OF_INTEREST,
                    Optional.of("Knuten"),
                    Optional.of(Examples.RADIOLOGIST),
                    List.of(
                            new InstanceReference(
                                    Examples.STUDY,
                                    Examples.SLICE.seriesUid(),
                                    SopClass.ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE,
                                    Examples.SLICE.sopUid(),
                                    List.of(2))));

    @Test
    void dciodvfyFindsNoErrorAndDsrdumpReadsIt() throws Exception {
        var file = folder.resolve("ko.dcm");
        DicomWriter.write(
                file,
                selection.write(Examples.image().build(), Examples.NOON),
                TransferSyntax.EXPLICIT_LITTLE);
        var said = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(said.contains("Error"), said);
        assertEquals(0, Programs.run("dsrdump", "-q", file.toString()).exitCode());
    }

    @Test
    void theJudgeOfTemplatesFindsNoError() throws Exception {
        SrJudges.assertAfterTemplate(
                selection.write(Examples.image().build(), Examples.NOON), folder, "TID_2010");
    }

    @Test
    void whatWasPointedOutIsReadBackWithItsFrames() throws Exception {
        var read =
                KeyObjectSelection.read(selection.write(Examples.image().build(), Examples.NOON));
        assertEquals(selection.images(), read.images());
        assertEquals(selection.description(), read.description());
        assertEquals(selection.title(), read.title());
    }

    @Test
    void aSelectionOfNoImagesCannotBeMade() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new KeyObjectSelection(
                                "2.25.1",
                                KeyObjectSelection.OF_INTEREST,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
    }
}
