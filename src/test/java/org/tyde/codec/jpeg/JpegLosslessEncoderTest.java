package org.tyde.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// What is written here comes back exactly, here and from other decoders.
class JpegLosslessEncoderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "2,1,false",
        "5,1,false",
        "8,1,false",
        "8,1,true",
        "10,1,false",
        "12,1,true",
        "12,1,false",
        "15,1,false",
        "16,1,false",
        "16,1,true",
        "8,3,false",
        "12,3,false",
        "16,3,false"
    })
    void everyDepthComesBackExactly(int bits, int components, boolean signed) throws Exception {
        for (var size : Pictures.SIZES)
            for (var kind : Picture.Kind.values()) {
                var picture = Pictures.picture(size, bits, components, signed, kind);
                var stream = JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE);
                var back = Pictures.decode(stream, picture.format());
                assertTrue(picture.sameAs(back), picture + " " + kind);
            }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyPredictorComesBackHereAndFromAnotherDecoder(int selection) throws Exception {
        for (int bits : new int[] {8, 16})
            for (var size : Pictures.SIZES)
                for (var kind : Picture.Kind.values()) {
                    var picture = Pictures.picture(size, bits, 1, false, kind);
                    var options = new JpegLosslessEncoder.Options(selection, 0, 0);
                    var stream =
                            JpegLosslessEncoder.encode(picture.samples(), options, JobContext.NONE);
                    var back = Pictures.decode(stream, picture.format());
                    assertTrue(picture.sameAs(back), picture + " " + kind);
                    assertArrayEquals(picture.values(), twelveMonkeys(stream), picture + "");
                }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 7", "3, 47", "4, 94", "5, 48", "6, 1000", "7, 13"})
    void restartsAnywhereInALineComeBackExactly(int selection, int interval) throws Exception {
        for (int components : new int[] {1, 3})
            for (int bits : new int[] {8, 12}) {
                var picture =
                        Pictures.picture(
                                new int[] {31, 47}, bits, components, false, Picture.Kind.BODY);
                var options = new JpegLosslessEncoder.Options(selection, 0, interval);
                var stream =
                        JpegLosslessEncoder.encode(picture.samples(), options, JobContext.NONE);
                assertTrue(picture.sameAs(Pictures.decode(stream, picture.format())), picture + "");
            }
    }

    @Test
    void thePointTransformCutsOffTheLowestBits() throws Exception {
        var picture = Pictures.picture(new int[] {31, 47}, 12, 1, false, Picture.Kind.NOISE);
        var options = new JpegLosslessEncoder.Options(4, 3, 0);
        var stream = JpegLosslessEncoder.encode(picture.samples(), options, JobContext.NONE);
        var back = ((Samples.Shorts) Pictures.decode(stream, picture.format())).values();
        var values = picture.values();
        for (int i = 0; i < values.length; i++) assertEquals(values[i] & ~7, back[i]);
    }

    @ParameterizedTest
    @CsvSource({"8,1,false", "12,1,false", "16,1,false", "16,1,true", "12,1,true", "8,3,false"})
    void dcmtkAndGdcmReadIt(int bits, int components, boolean signed) throws Exception {
        for (var kind : Picture.Kind.values()) {
            var picture = Pictures.picture(new int[] {31, 46}, bits, components, signed, kind);
            var stream = JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE);
            var file = folder.resolve("in.dcm");
            Files.write(
                    file,
                    Pictures.dicom(picture.format(), TransferSyntax.JPEG_LOSSLESS_SV1, stream));
            var out = folder.resolve("out.dcm");
            var dcmtk = Programs.run("dcmdjpeg", "+cn", file.toString(), out.toString());
            assertEquals(0, dcmtk.exitCode(), dcmtk.text());
            assertSameCells(picture, out, kind + " dcmtk");
            var gdcm = Programs.run("gdcmconv", "--raw", file.toString(), out.toString());
            assertEquals(0, gdcm.exitCode(), gdcm.text());
            assertSameCells(picture, out, kind + " gdcm");
        }
    }

    private static void assertSameCells(Picture picture, Path file, String what) throws Exception {
        var format = Pictures.format(file);
        var back =
                new org.tyde.codec.NativeDecoder()
                        .decode(Pictures.frame(file), format, JobContext.NONE);
        assertTrue(picture.sameAs(back), picture + " " + what);
    }

    @Test
    void cellsOf32BitsAreRefused() {
        var format = FrameFormat.grey(1, 1, 32, 32);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                JpegLosslessEncoder.encode(
                                        new Samples.Ints(format, new int[1]), JobContext.NONE));
        assertEquals(JpegReason.CANNOT_ENCODE, refusal.reason());
    }

    private static int[] twelveMonkeys(byte[] stream) throws Exception {
        ImageReader reader = null;
        for (var it = ImageIO.getImageReadersByFormatName("jpeg"); it.hasNext(); ) {
            var next = it.next();
            if (next.getClass().getName().contains("twelvemonkeys")) reader = next;
        }
        org.junit.jupiter.api.Assumptions.assumeTrue(reader != null);
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            java.util.Objects.requireNonNull(reader).setInput(in);
            var raster = reader.readRaster(0, reader.getDefaultReadParam());
            return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        } finally {
            java.util.Objects.requireNonNull(reader).dispose();
        }
    }
}
