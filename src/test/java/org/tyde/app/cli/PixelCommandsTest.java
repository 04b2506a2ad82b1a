package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.app.house.Decoders;
import org.tyde.app.house.FileFrames;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.ImagingReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import javax.imageio.ImageIO;

/// `tyde frames`, `check` and `render` on a small file of our own.
class PixelCommandsTest {
    @TempDir Path folder = Path.of("");
    private Path image = Path.of("");

    @BeforeEach
    void writeAnImage() throws Exception {
        image = folder.resolve("image.dcm");
        var pixels = new byte[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0};
        DicomWriter.write(
                image,
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7.3")
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .integer(Tag.SAMPLES_PER_PIXEL, 1)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .integer(Tag.NUMBER_OF_FRAMES, 2)
                        .integer(Tag.ROWS, 2)
                        .integer(Tag.COLUMNS, 2)
                        .integer(Tag.BITS_ALLOCATED, 16)
                        .integer(Tag.BITS_STORED, 12)
                        .integer(Tag.HIGH_BIT, 11)
                        .integer(Tag.PIXEL_REPRESENTATION, 0)
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels))
                        .build(),
                TransferSyntax.EXPLICIT_LITTLE);
    }

    private int tyde(String... arguments) {
        return CommandLineOfTyde.run(arguments);
    }

    @Test
    void framesAreWrittenOneOrAll() throws Exception {
        var out = folder.resolve("out");
        assertEquals(0, tyde("frames", image.toString(), "--frame", "2", "-o", out.toString()));
        assertArrayEquals(new byte[] {5, 0, 6, 0, 7, 0, 8, 0}, Files.readAllBytes(out));
        assertEquals(0, tyde("frames", image.toString(), "--all", "-o", out.toString()));
        assertEquals(16, Files.size(out));
    }

    @Test
    void aFrameThatIsNotThereLeavesNothingBehind() throws Exception {
        var out = folder.resolve("none");
        assertEquals(1, tyde("frames", image.toString(), "--frame", "3", "-o", out.toString()));
        assertFalse(Files.exists(out));
        assertFalse(Files.exists(folder.resolve("none.part")));
    }

    @Test
    void plainFilesAreASourceOfFrames() throws Exception {
        var files = FileFrames.of(List.of(image));
        try (var runner = new JobRunner(1)) {
            var frames = new DecodedFrames(files, Decoders.all(), runner, 1 << 20);
            var request = new FrameRequest(new FrameKey("2.25.1", 2), 0, Priority.VISIBLE);
            assertEquals(8, frames.frame(request).await().value(1, 1, 0));
            assertEquals(2, frames.header("2.25.1").frames());
            var none = assertThrows(Refusal.class, () -> frames.header("2.25.2"));
            assertEquals(ImagingReason.NOT_HERE, none.reason());
        }
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertEquals(2, tyde("frames"));
        assertEquals(2, tyde("render", image.toString(), "--window", "40,0", "-o", "x"));
        assertEquals(2, tyde("check", "--nothing-like-this", "x"));
    }

    @Test
    void withoutAWindowThePictureSpansTheFrame() throws Exception {
        var out = folder.resolve("out.png");
        assertEquals(0, tyde("render", image.toString(), "--native", "-o", out.toString()));
        var raster = Objects.requireNonNull(ImageIO.read(out.toFile())).getRaster();
        assertEquals(1, raster.getNumBands());
        assertEquals(0, raster.getSample(0, 0, 0));
        assertEquals(255, raster.getSample(1, 1, 0));
        var sized = new String[] {"--size", "40x20", "--annotations", "off"};
        assertEquals(
                0,
                tyde(
                        "render",
                        image.toString(),
                        sized[0],
                        sized[1],
                        sized[2],
                        sized[3],
                        "-o",
                        out.toString()));
        var larger = Objects.requireNonNull(ImageIO.read(out.toFile()));
        assertEquals(40, larger.getWidth());
        assertEquals(0, larger.getRaster().getSample(3, 10, 0), "black beside the image");
    }

    @Test
    void theDigestSaysWhatIsThere() {
        var found = FileCheck.of(image, true, true, Decoders.all(), Locale.ENGLISH);
        var json = found.json();
        assertEquals(2, json.get("frames").asInt());
        assertEquals("1", json.get("min").asText());
        assertEquals("4", json.get("max").asText());
        assertEquals("2.5", json.get("mean").asText());
        assertEquals(64, json.get("sha256Last").asText().length());
        assertTrue(!found.line().contains("\n"));
    }

    @Test
    void aMissingFileIsOneSentence() {
        var none = folder.resolve("none.dcm");
        var found = FileCheck.of(none, true, true, Decoders.all(), Locale.ENGLISH);
        assertEquals("There is no file " + none + ".", found.sentence());
        assertEquals(FileCheck.Status.REFUSED, found.status());
        var norwegian = FileCheck.of(none, true, true, Decoders.all(), Locale.of("nb"));
        assertEquals("Filen " + none + " finnes ikke.", norwegian.sentence());
    }

    @Test
    void pixelsThatAreCutShortAreRefusedWithBothLengthsAndTheElement() throws Exception {
        var all = Files.readAllBytes(image);
        var cut = folder.resolve("cut.dcm");
        Files.write(cut, java.util.Arrays.copyOf(all, all.length - 5));
        var found = FileCheck.of(cut, true, true, Decoders.all(), Locale.ENGLISH);
        assertEquals(FileCheck.Status.REFUSED, found.status());
        assertTrue(found.sentence().contains("3 bytes are there, 8"), found.sentence());
        assertTrue(found.sentence().contains("(7FE0,0010)"), found.sentence());
    }

    private Path cutBy(int bytes) throws Exception {
        var all = Files.readAllBytes(image);
        var cut = folder.resolve("cut.dcm");
        Files.write(cut, java.util.Arrays.copyOf(all, all.length - bytes));
        return cut;
    }

    @Test
    void aFrameThatIsThereInPartIsAWarningAndHasNoDigest() throws Exception {
        var found = FileCheck.of(cutBy(3), true, true, Decoders.all(), Locale.ENGLISH);
        assertEquals(FileCheck.Status.WARNED, found.status());
        var sentence = found.sentence();
        assertTrue(
                sentence.startsWith("Only part of this image could be decoded: rows 1 to 1 of 2."));
        assertTrue(sentence.contains("(7FE0,0010)") && sentence.contains("PS3.5"), sentence);
        assertFalse(found.json().has("sha256First") || found.json().has("mean"));
    }

    @Test
    void ofAFrameThatIsThereInPartFewerBytesAreWrittenAndTheExitCodeSaysSo() throws Exception {
        var cut = cutBy(3).toString();
        var out = folder.resolve("out");
        assertEquals(0, tyde("frames", cut, "-o", out.toString()));
        assertEquals(8, Files.size(out));
        assertEquals(1, tyde("frames", cut, "--frame", "2", "-o", out.toString()));
        assertArrayEquals(new byte[] {5, 0, 6, 0}, Files.readAllBytes(out));
        Files.delete(out);
        assertEquals(1, tyde("frames", cut, "--all", "-o", out.toString()));
        assertFalse(Files.exists(out), "those after it would be found in the wrong place");
    }

    @Test
    void rowsThatAreNotThereAreDrawnBlackAndDoNotCountForTheWindow() throws Exception {
        var out = folder.resolve("out.png");
        var cut = cutBy(3).toString();
        assertEquals(0, tyde("render", cut, "--frame", "2", "--native", "-o", out.toString()));
        var raster = Objects.requireNonNull(ImageIO.read(out.toFile())).getRaster();
        assertEquals(0, raster.getSample(0, 0, 0), "5, the least there is");
        assertEquals(255, raster.getSample(1, 0, 0), "6, the greatest");
        assertEquals(0, raster.getSample(0, 1, 0));
        assertEquals(0, raster.getSample(1, 1, 0));
    }

    @Test
    void theViewportIsGivenTheRowsThereAreAndASentenceForTheOthers() throws Exception {
        var files = FileFrames.of(List.of(cutBy(3)));
        try (var runner = new JobRunner(1)) {
            var frames = new DecodedFrames(files, Decoders.all(), runner, 1 << 20);
            var request = new FrameRequest(new FrameKey("2.25.1", 2), 0, Priority.VISIBLE);
            var frame = frames.frame(request).await();
            assertEquals(1, frame.rowsThere());
            assertEquals(6, frame.value(1, 0, 0));
            var sentence = frame.incomplete(Locale.of("nb")).orElseThrow();
            assertTrue(sentence.startsWith("Bare en del av dette bildet"), sentence);
            var first = new FrameRequest(new FrameKey("2.25.1", 1), 0, Priority.VISIBLE);
            assertTrue(frames.frame(first).await().incomplete(Locale.ENGLISH).isEmpty());
        }
    }
}
