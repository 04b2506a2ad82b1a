package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// RLE Lossless, PS3.5 Annex G.
class RleDecoderTest {
    private static final FrameFormat GREY8 = FrameFormat.grey(2, 5, 8, 8);

    @Test
    void runsAndLiteralsAndNoOperationsAreUnpackedAsAnnexGHasThem() throws Exception {
        // literal of 3, no operation, run of 5, literal of 2
        var frame = frame(new int[][] {{2, 1, 2, 3, -128, -4, 9, 1, 7, 8}});
        var bytes = (Samples.Bytes) RleDecoder.decode(frame, GREY8, JobContext.NONE);
        assertArrayEquals(new byte[] {1, 2, 3, 9, 9, 9, 9, 9, 7, 8}, bytes.values());
    }

    @Test
    void theMostSignificantByteOfAWordComesFirst() throws Exception {
        var frame = frame(new int[][] {{1, 0x12, 0x34}, {1, 0x56, 0x78}});
        var shorts =
                (Samples.Shorts)
                        RleDecoder.decode(frame, FrameFormat.grey(1, 2, 16, 16), JobContext.NONE);
        assertArrayEquals(new short[] {0x1256, 0x3478}, shorts.values());
    }

    @Test
    void thePlanesOfColourComeOutByPixel() throws Exception {
        var frame = frame(new int[][] {{-1, 1}, {-1, 2}, {-1, 3}});
        var bytes =
                (Samples.Bytes) RleDecoder.decode(frame, FrameFormat.rgb(1, 2), JobContext.NONE);
        assertArrayEquals(new byte[] {1, 2, 3, 1, 2, 3}, bytes.values());
    }

    @ParameterizedTest
    @CsvSource({
        "8,  8,  1",
        "8,  8,  3",
        "16, 16, 1",
        "16, 12, 1",
        "16, 16, 3",
        "32, 32, 1",
        "32, 32, 3",
    })
    void whatWasPackedComesBack(int allocated, int stored, int samples) throws Exception {
        var random = new Random(7L * allocated + samples);
        for (int round = 0; round < 40; round++) {
            int rows = 1 + random.nextInt(20);
            int columns = 1 + random.nextInt(20);
            var format = format(rows, columns, samples, allocated, stored);
            var raw = new byte[rows * columns * samples * allocated / 8];
            for (int i = 0; i < raw.length; i++)
                raw[i] = random.nextInt(3) == 0 ? (byte) random.nextInt() : 0;
            var expected = Cells.decode(format, raw, 0, JobContext.NONE);
            var decoded =
                    RleDecoder.decode(pack(raw, samples * allocated / 8), format, JobContext.NONE);
            assertArrayEquals(StoredBytes.of(expected), StoredBytes.of(decoded));
        }
    }

    @Test
    void damagedFramesAreRefusedAndNothingElseHappens() {
        var random = new Random(20261122);
        var format = format(16, 16, 1, 16, 16);
        var raw = new byte[512];
        random.nextBytes(raw);
        var good = pack(raw, 2);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            var bad = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++)
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            if (random.nextInt(3) == 0)
                bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
            try {
                var samples = RleDecoder.decode(bad, format, JobContext.NONE);
                assertEquals(512, samples.bytes());
            } catch (Refusal refusal) {
                refused++;
            }
        }
        assertEquals(true, refused > 1000, "refused " + refused);
    }

    @Test
    void aFewBytesCannotAskForAHugeFrame() {
        var frame = frame(new int[][] {{-127, 0}});
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                RleDecoder.decode(
                                        frame,
                                        FrameFormat.grey(65_535, 65_535, 8, 8),
                                        JobContext.NONE));
        assertEquals(CodecReason.TOO_FEW_BYTES, refusal.reason());
    }

    private static FrameFormat format(int rows, int columns, int samples, int bits, int stored) {
        var photometric = samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2;
        return new FrameFormat(
                rows, columns, samples, bits, stored, stored - 1, false, false, photometric, false);
    }

    private static byte[] frame(int[][] segments) {
        var out = new ByteArrayOutputStream();
        var header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments.length);
        int at = 64;
        for (var segment : segments) {
            header.putInt(at);
            at += segment.length;
        }
        out.writeBytes(header.array());
        for (var segment : segments) for (int b : segment) out.write(b);
        return out.toByteArray();
    }

    /// Little endian cells of `width` bytes a pixel, each byte plane packed on its own.
    private static byte[] pack(byte[] raw, int width) {
        var segments = new int[width][];
        int cell = width % 3 == 0 ? width / 3 : width;
        for (int s = 0; s < width; s++) {
            int at = s / cell * cell + cell - 1 - s % cell;
            var plane = new byte[raw.length / width];
            for (int i = 0; i < plane.length; i++) plane[i] = raw[i * width + at];
            segments[s] = packed(plane);
        }
        return frame(segments);
    }

    private static int[] packed(byte[] plane) {
        var out = new java.util.ArrayList<Integer>();
        for (int i = 0; i < plane.length; ) {
            int run = 1;
            while (i + run < plane.length && run < 128 && plane[i + run] == plane[i]) run++;
            if (run > 1) {
                out.add(1 - run);
                out.add((int) plane[i]);
            } else {
                out.add(0);
                out.add((int) plane[i]);
            }
            i += run;
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }
}
