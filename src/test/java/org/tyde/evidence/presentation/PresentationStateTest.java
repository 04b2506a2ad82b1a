package org.tyde.evidence.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.SharedData;
import org.tyde.codec.CodecRegistry;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.geometry.Turn;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.overlay.DisplayShutter;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Which images a state is for, and what it asks of their pictures.
class PresentationStateTest {
    private static DataSetBuilder state() {
        var image =
                DataSet.builder()
                        .text(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.7")
                        .text(Tag.REFERENCED_FRAME_NUMBER, "2", "3")
                        .build();
        var series =
                DataSet.builder()
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.6")
                        .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, image)
                        .build();
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, series)
                .text(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY");
    }

    private static ImageHeader image(String photometric) throws Refusal {
        return ImageHeader.of(
                DataSet.builder()
                        .text(Tag.SOP_INSTANCE_UID, "2.25.7")
                        .integer(Tag.ROWS, 2)
                        .integer(Tag.COLUMNS, 2)
                        .integer(Tag.SAMPLES_PER_PIXEL, 1)
                        .integer(Tag.BITS_ALLOCATED, 8)
                        .integer(Tag.BITS_STORED, 8)
                        .integer(Tag.HIGH_BIT, 7)
                        .integer(Tag.PIXEL_REPRESENTATION, 0)
                        .text(Tag.NUMBER_OF_FRAMES, "4")
                        .text(Tag.WINDOW_CENTER, "10")
                        .text(Tag.WINDOW_WIDTH, "2")
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONOCHROME1", "MONOCHROME2"})
    void theImagesOwnWindowAndPolarityDoNotCount(String photometric) throws Exception {
        var shown = PresentationState.of(state().build()).of(image(photometric), 2);
        assertEquals(0, shown.pipeline().grey(0));
        assertEquals(128, shown.pipeline().grey(128));
        assertEquals(255, shown.pipeline().grey(255));
        assertEquals(Turn.NONE, shown.turn());
    }

    @Test
    void otherImagesAndOtherFramesAreRefused() throws Exception {
        var state = PresentationState.of(state().build());
        var wrongFrame = assertThrows(Refusal.class, () -> state.of(image("MONOCHROME2"), 1));
        assertEquals(PresentationReason.OTHER_FRAMES, wrongFrame.reason());
        var other =
                ImageHeader.of(
                        image("MONOCHROME2").dataSet().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.8")
                                .build());
        var wrongImage = assertThrows(Refusal.class, () -> state.of(other, 2));
        assertEquals(PresentationReason.OTHER_IMAGES, wrongImage.reason());
    }

    @Test
    void whatIsNoStateIsRefusedByName() {
        var dataSet = state().text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE).build();
        var refusal = assertThrows(Refusal.class, () -> PresentationState.of(dataSet));
        assertEquals(PresentationReason.NOT_A_STATE, refusal.reason());
        assertTrue(refusal.getMessage().contains("CT Image Storage"), refusal.getMessage());
    }

    @Test
    void anotherKindTellsItsImagesAndIsRefusedByNameWhenApplied() throws Exception {
        var kind = SopClass.GRAYSCALE_PLANAR_MPR_VOLUMETRIC_PRESENTATION_STATE_STORAGE;
        var state = PresentationState.of(state().text(Tag.SOP_CLASS_UID, kind).build());
        assertTrue(state.covers("2.25.7", 3));
        assertTrue(!state.covers("2.25.7", 1));
        var refusal = assertThrows(Refusal.class, () -> state.of(image("MONOCHROME2"), 3));
        assertEquals(PresentationReason.KIND_NOT_APPLIED, refusal.reason());
        assertTrue(refusal.getMessage().contains("Volumetric"), refusal.getMessage());
    }

    @Test
    void aTableWithoutDataIsSaidAndNotReplaced() throws Exception {
        var broken =
                state().remove(Tag.PRESENTATION_LUT_SHAPE)
                        .sequence(Tag.PRESENTATION_LUT_SEQUENCE, DataSet.builder().build());
        var shown = PresentationState.of(broken.build()).of(image("MONOCHROME2"), 3);
        assertEquals(Set.of(NotApplied.PRESENTATION_LUT), shown.notApplied());
    }

    /// The pictures that OFFIS gives with its states have words in their middle, which are left out here, and
    /// edges that may lie a pixel off.
    @ParameterizedTest
    @ValueSource(strings = {"DISH_P02", "DISH_P03", "DISH_P04", "DISH_P05", "DISH_P07"})
    void shuttersAreThoseOfTheReferencePictures(String test) throws Exception {
        var root = SharedData.require("disptest");
        var folder = root.resolve("files/DISH").resolve(test);
        var file = DicomReader.read(new java.io.ByteArrayInputStream(plain(folder, "image.dcm")));
        var image = InstanceFrames.of(file.dataSet(), file.transferSyntax());
        var header = image.header();
        var state =
                PresentationState.of(
                        DicomReader.read(
                                        new java.io.ByteArrayInputStream(
                                                plain(folder, "state.dcm")))
                                .dataSet());
        var shown = state.of(header, 1);
        var samples =
                CodecRegistry.builtIn().decode(image.encoded(1), header.format(), JobContext.NONE);
        var frame = Frame.of(samples);
        int width = frame.columns();
        int height = frame.rows();
        var picture = IntBuffer.allocate(width * height);
        var view = ImageToScreen.NATIVE;
        new Renderer().render(frame, shown.pipeline(), view, width, height, picture);
        var open = picture.array().clone();
        OverPicture.of(header, shown.shutter(), List.of())
                .draw(1, frame, new OverlayChoice.All(), view, width, height, picture);
        var expected = plain(root.resolve("expected_reference"), test + ".pgm");
        int at = expected.length - width * height;
        int hidden = shown.shutter().get().ink().rgb() & 0xFF;
        int wrong = 0;
        for (int y = 2; y < height - 2; y++)
            for (int x = 2; x < width - 2; x++) {
                boolean words = Math.abs(x - width / 2) < 60 && Math.abs(y - height / 2) < 60;
                if (words || edge(shown.shutter().get(), x, y)) continue;
                int i = y * width + x;
                int theirs = expected[at + i] & 0xFF;
                int without = open[i] & 0xFF;
                if (Math.abs(without - hidden) <= 2) continue; // looks the same, hidden or not
                boolean ours = (picture.get(i) & 0xFF) == hidden;
                if (ours ? Math.abs(theirs - without) <= 1 : theirs == hidden) wrong++;
            }
        assertTrue(wrong < 20, wrong + " pixels differ");
    }

    private static boolean edge(DisplayShutter shutter, int x, int y) {
        boolean here = shutter.shows(1, x, y);
        for (int dy = -2; dy <= 2; dy++)
            for (int dx = -2; dx <= 2; dx++)
                if (shutter.shows(1, x + dx, y + dy) != here) return true;
        return false;
    }

    private static byte[] plain(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file)) return Files.readAllBytes(file);
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".gz")))) {
            return in.readAllBytes();
        }
    }
}
