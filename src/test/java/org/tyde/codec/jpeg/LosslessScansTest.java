package org.tyde.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/// Lossless frames as no encoder at hand writes them: each component in a scan of its own, components of
/// different sizes, a Huffman table for each. Written here by T.81 Annex H, step by step.
class LosslessScansTest {
    private static final int ROWS = 9;
    private static final int COLUMNS = 13;

    /// All 17 categories with codes of five bits.
    private static final int LENGTH = 5;

    /// A component and its samples, whole MCUs wide and high.
    private static final class Plane {
        final int h;
        final int v;
        final int stride;
        final int[] samples;

        Plane(int h, int v, int mostH, int mostV, Random random) {
            this.h = h;
            this.v = v;
            int wide = FrameHeader.ceil(COLUMNS, mostH);
            int high = FrameHeader.ceil(ROWS, mostV);
            this.stride = wide * h;
            this.samples = new int[stride * high * v];
            for (int i = 0; i < samples.length; i++) samples[i] = random.nextInt(256);
        }

        /// What T.81 H.1.2.1 predicts.
        int difference(int selection, int x, int y) {
            int at = y * stride + x;
            int a = x > 0 ? samples[at - 1] : 0;
            int b = y > 0 ? samples[at - stride] : 0;
            int c = x > 0 && y > 0 ? samples[at - stride - 1] : 0;
            int predicted =
                    x == 0 && y == 0
                            ? 128
                            : y == 0
                                    ? a
                                    : x == 0
                                            ? b
                                            : switch (selection) {
                                                case 1 -> a;
                                                case 2 -> b;
                                                case 3 -> c;
                                                case 4 -> a + b - c;
                                                case 5 -> a + ((b - c) >> 1);
                                                case 6 -> b + ((a - c) >> 1);
                                                default -> (a + b) >> 1;
                                            };
            return samples[at] - predicted;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1,1, true",
        "1, 1,1, false",
        "4, 1,1, false",
        "1, 2,1, true",
        "7, 2,1, true",
        "2, 2,2, true",
        "5, 2,2, true",
        "6, 4,1, true",
        "3, 1,2, true"
    })
    void everyArrangementComesBackExactly(int selection, int h, int v, boolean interleaved)
            throws Exception {
        var random = new Random(11L * selection + h);
        var planes =
                List.of(
                        new Plane(h, v, h, v, random),
                        new Plane(1, 1, h, v, random),
                        new Plane(1, 1, h, v, random));
        var format = FrameFormat.rgb(ROWS, COLUMNS);
        var stream = write(planes, selection, interleaved);
        var values = ((Samples.Bytes) Pictures.decode(stream, format)).values();
        for (int y = 0; y < ROWS; y++)
            for (int x = 0; x < COLUMNS; x++)
                for (int c = 0; c < 3; c++) {
                    var plane = planes.get(c);
                    int expected = plane.samples[y * plane.v / v * plane.stride + x * plane.h / h];
                    assertEquals(
                            expected,
                            values[3 * (y * COLUMNS + x) + c] & 0xFF,
                            "sample " + c + " of " + x + ", " + y);
                }
    }

    private static byte[] write(List<Plane> planes, int selection, boolean interleaved) {
        var out = new ByteArrayOutputStream();
        var bits = new EntropyWriter(out);
        bits.marker(Marker.SOI);
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {8, 0, ROWS, 0, COLUMNS, 3});
        for (int c = 0; c < 3; c++) {
            var plane = planes.get(c);
            frame.writeBytes(new byte[] {(byte) (7 + c), (byte) (plane.h << 4 | plane.v), 0});
        }
        bits.segment(Marker.SOF0 + 3, frame.toByteArray());
        for (int c = 0; c < 3; c++) {
            var table = new byte[1 + 16 + 17];
            table[0] = (byte) c;
            table[LENGTH] = 17;
            // each component has the categories in another order
            for (int i = 0; i < 17; i++) table[17 + i] = (byte) ((i + c) % 17);
            bits.segment(Marker.DHT, table);
        }
        if (interleaved) {
            byte[] scan = {3, 7, 0x00, 8, 0x10, 9, 0x20, (byte) selection, 0, 0};
            bits.segment(Marker.SOS, scan);
            int wide = planes.getLast().stride;
            int high = planes.getLast().samples.length / wide;
            for (int my = 0; my < high; my++)
                for (int mx = 0; mx < wide; mx++)
                    for (int c = 0; c < 3; c++) {
                        var plane = planes.get(c);
                        for (int y = 0; y < plane.v; y++)
                            for (int x = 0; x < plane.h; x++)
                                put(
                                        bits,
                                        c,
                                        plane.difference(
                                                selection, mx * plane.h + x, my * plane.v + y));
                    }
            bits.end();
        } else
            for (int c = 0; c < 3; c++) {
                byte[] scan = {1, (byte) (7 + c), (byte) (c << 4), (byte) selection, 0, 0};
                bits.segment(Marker.SOS, scan);
                for (int y = 0; y < ROWS; y++)
                    for (int x = 0; x < COLUMNS; x++)
                        put(bits, c, planes.get(c).difference(selection, x, y));
                bits.end();
            }
        bits.marker(Marker.EOI);
        return out.toByteArray();
    }

    private static void put(EntropyWriter bits, int table, int difference) {
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        bits.put((category - table + 17) % 17, LENGTH);
        bits.put(difference < 0 ? difference - 1 : difference, category);
    }
}
