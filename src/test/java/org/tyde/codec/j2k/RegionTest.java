package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.FrameRegion;
import org.tyde.codec.Picture;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A part of a frame is, bit for bit, that part of the whole frame.
class RegionTest {
    private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

    @TempDir Path folder;

    private byte[] stream(FrameFormat format, Picture.Kind kind, String options) throws Exception {
        var in = folder.resolve("in.rawl");
        var out = folder.resolve("out.j2k");
        Files.write(in, Picture.of(format, kind, 5).words(true));
        var said =
                Programs.run(
                        "opj_compress -F %d,%d,%d,%d,u -i %s -o %s %s"
                                .formatted(
                                        format.columns(),
                                        format.rows(),
                                        format.samplesPerPixel(),
                                        format.bitsStored(),
                                        in,
                                        out,
                                        options)
                                .strip()
                                .split(" +"));
        assertEquals(0, said.exitCode(), said.text());
        return Files.readAllBytes(out);
    }

    private void compare(byte[] stream, FrameFormat format) throws Exception {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_2000, stream);
        var whole = StoredBytes.of(decoder.decode(frame, format, JobContext.NONE));
        int pixel = format.samplesPerPixel() * format.bytesPerSample();
        var random = new Random(9);
        for (int i = 0; i < 12; i++) {
            int column = random.nextInt(format.columns());
            int row = random.nextInt(format.rows());
            var region =
                    new FrameRegion(
                            column,
                            row,
                            1 + random.nextInt(format.columns() - column),
                            1 + random.nextInt(format.rows() - row));
            var part = decoder.decode(frame, format, region, JobContext.NONE);
            assertEquals(region.columns(), part.format().columns());
            assertEquals(region.rows(), part.format().rows());
            var expected = new byte[region.columns() * region.rows() * pixel];
            for (int y = 0; y < region.rows(); y++)
                System.arraycopy(
                        whole,
                        ((row + y) * format.columns() + column) * pixel,
                        expected,
                        y * region.columns() * pixel,
                        region.columns() * pixel);
            assertArrayEquals(expected, StoredBytes.of(part), region.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-I -r 8",
                "-n 3 -b 16,16",
                "-n 2 -I -b 8,32",
                "-t 70,60",
                "-t 33,47 -I -n 4 -r 9",
                "-d 13,9 -c [64,64],[32,32] -b 16,16 -p RPCL",
                "-d 5,7 -t 90,80 -T 3,2 -I -n 3",
                "-n 1",
                "-ROI c=0,U=3 -b 32,32"
            })
    void aRegionOfGreyIsThatOfTheWholeFrame(String options) throws Exception {
        var format = FrameFormat.grey(230, 310, 16, 12);
        compare(stream(format, Picture.Kind.BODY, options), format);
        compare(stream(format, Picture.Kind.NOISE, options), format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-I -r 10", "-t 50,64 -mct 1", "-mct 0 -n 3"})
    void aRegionOfColourIsThatOfTheWholeFrame(String options) throws Exception {
        var format = FrameFormat.rgb(150, 131);
        compare(stream(format, Picture.Kind.BODY, options), format);
    }

    @Test
    void aRegionOfSubsampledComponentsIsThatOfTheWholeFrame() throws Exception {
        var raw = new byte[120 * 90 + 2 * 60 * 45];
        new Random(2).nextBytes(raw);
        var in = Files.write(folder.resolve("sub.rawl"), raw);
        var out = folder.resolve("sub.j2k");
        for (var options : List.of("-n 3", "-n 2 -t 50,40 -I")) {
            var command =
                    "opj_compress -mct 0 %s -b 8,8 -F 120,90,3,8,u@1x1:2x2:2x2 -i %s -o %s"
                            .formatted(options, in, out);
            assertEquals(0, Programs.run(command.split(" ")).exitCode());
            compare(Files.readAllBytes(out), FrameFormat.rgb(90, 120));
        }
    }

    @Test
    void aSmallRegionCostsAFractionOfTheFrame() throws Exception {
        var format = FrameFormat.grey(900, 1100, 16, 12);
        var frame =
                EncodedFrame.of(
                        TransferSyntax.JPEG_2000, stream(format, Picture.Kind.NOISE, "-n 4"));
        var region = new FrameRegion(500, 400, 64, 64);
        long whole = Long.MAX_VALUE;
        long part = Long.MAX_VALUE;
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 4; i++) {
            long start = threads.getCurrentThreadCpuTime();
            decoder.decode(frame, format, JobContext.NONE);
            long between = threads.getCurrentThreadCpuTime();
            decoder.decode(frame, format, region, JobContext.NONE);
            whole = Math.min(whole, between - start);
            part = Math.min(part, threads.getCurrentThreadCpuTime() - between);
        }
        assertTrue(part < whole / 4, part + " ns of " + whole);
    }
}
