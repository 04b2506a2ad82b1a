package org.tyde.codec.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.jpeg.JpegLosslessEncoder;
import org.tyde.codec.jpeg.Pictures;
import org.tyde.codec.jpegls.JpegLsEncoder;
import org.tyde.work.JobContext;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Our decoders, asked for through Image I/O.
class CodestreamReaderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"8, 1", "12, 1", "16, 1", "8, 3"})
    void imageIoReadsTheValuesOfEveryFamily(int bits, int components) throws Exception {
        var picture =
                Pictures.picture(new int[] {31, 47}, bits, components, false, Picture.Kind.BODY);
        assertRead("jpeg-ls", picture, JpegLsEncoder.encode(picture.samples(), JobContext.NONE));
        assertRead(
                "jpeg-lossless",
                picture,
                JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE));
        var pnm = folder.resolve(components == 3 ? "in.ppm" : "in.pgm");
        var j2k = folder.resolve("out.j2k");
        Files.write(pnm, Pictures.pnm(picture));
        assertEquals(
                0,
                Programs.run("opj_compress", "-n", "3", "-i", pnm + "", "-o", j2k + "").exitCode());
        assertRead("jpeg2000", picture, Files.readAllBytes(j2k));
    }

    /// By name: TwelveMonkeys, where it is registered later, takes every stream that begins like JPEG.
    private static BufferedImage read(String format, byte[] stream) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static void assertRead(String format, Picture picture, byte[] stream) throws Exception {
        var image = read(format, stream);
        var raster = image.getRaster();
        assertEquals(picture.format().columns(), image.getWidth());
        var values = new int[picture.values().length];
        raster.getPixels(0, 0, image.getWidth(), image.getHeight(), values);
        assertArrayEquals(picture.values(), values);
    }

    @Test
    void twelveBitsAreShownOverTheirWholeRange() throws Exception {
        var white = Picture.of(FrameFormat.grey(1, 2, 16, 12), 4095, 0);
        var stream = JpegLsEncoder.encode(white.samples(), JobContext.NONE);
        var image = read("jpeg-ls", stream);
        assertEquals(0xFFFFFFFF, image.getRGB(0, 0));
        assertEquals(0xFF000000, image.getRGB(1, 0));
    }

    @Test
    void rastersAreReadByTheNameOfTheFormat() throws Exception {
        var picture = Picture.of(FrameFormat.grey(3, 4, 16, 12), Picture.Kind.RAMP, 1);
        var stream = JpegLsEncoder.encode(picture.samples(), JobContext.NONE);
        var reader = ImageIO.getImageReadersByFormatName("jpeg-ls").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in);
            assertEquals(4, reader.getWidth(0));
            assertEquals(3, reader.readRaster(0, null).getHeight());
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aBrokenStreamIsAnIOException() throws Exception {
        var picture = Picture.of(FrameFormat.grey(30, 40, 8, 8), Picture.Kind.NOISE, 1);
        var stream = JpegLsEncoder.encode(picture.samples(), JobContext.NONE);
        var half = java.util.Arrays.copyOf(stream, stream.length / 2);
        assertThrows(IOException.class, () -> read("jpeg-ls", half));
    }

    @Test
    void readersOfOtherImagesAreNotInTheWay() throws Exception {
        var names = ImageIO.getImageReadersByFormatName("jpeg");
        while (names.hasNext())
            assertFalse(names.next() instanceof CodestreamReader, "jpeg is not ours");
    }
}
