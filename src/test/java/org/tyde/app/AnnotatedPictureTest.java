package org.tyde.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.codec.CodecReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoStudies;
import org.tyde.ui.Screens;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.imageio.ImageIO;

class AnnotatedPictureTest {
    @TempDir Path folder = Path.of("");

    private Path radiograph() throws Exception {
        Screens.start();
        var tried = new HashSet<String>();
        for (var sample : DemoStudies.instances()) {
            if (!tried.add(sample.studyUid())) continue;
            var data = sample.make().get();
            if (!data.textOr(Tag.MODALITY, "").equals("DX")) continue;
            var file = folder.resolve("dx.dcm");
            DicomWriter.write(file, data, TransferSyntax.EXPLICIT_LITTLE);
            return file;
        }
        throw new AssertionError("no radiograph among the samples");
    }

    @Test
    void theViewportsWordsStandOnThePicture() throws Exception {
        var out = folder.resolve("out.png");
        new AnnotatedPicture(
                        radiograph(), List.of(), 1, Optional.empty(), Optional.empty(), 600, 700)
                .write(out);
        var picture = Objects.requireNonNull(ImageIO.read(out.toFile()));
        assertEquals(600, picture.getWidth());
        assertEquals(700, picture.getHeight());
        int bright = 0;
        for (int y = 0; y < 40; y++)
            for (int x = 0; x < 160; x++) if ((picture.getRGB(x, y) & 0xFF) > 180) bright++;
        assertTrue(bright > 100, "name and number in the corner: " + bright);
    }

    @Test
    void aFrameThatIsNotThereIsRefused() throws Exception {
        var file = radiograph();
        var refused =
                assertThrows(
                        Refusal.class,
                        () ->
                                new AnnotatedPicture(
                                                file,
                                                List.of(),
                                                2,
                                                Optional.empty(),
                                                Optional.empty(),
                                                600,
                                                700)
                                        .write(folder.resolve("out.png")));
        assertEquals(CodecReason.NO_SUCH_FRAME, refused.reason());
    }
}
