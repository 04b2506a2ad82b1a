package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.work.JobContext;

import java.math.BigInteger;
import java.util.Random;

/// Stored values from pixel cells, PS3.5 8.1.1.
class CellsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # allocated, stored, high, signed, cell,       value
                    8,           8,      7,    false,  0xFF,         255
                    8,           8,      7,    true,   0xFF,          -1
                    8,           6,      5,    false,  0xFF,          63
                    8,           6,      7,    false,  0xFC,          63
                    8,           6,      7,    true,   0x80,         -32
                    16,          16,     15,   false,  0xFFFF,     65535
                    16,          16,     15,   true,   0x8000,    -32768
                    16,          12,     11,   false,  0xF123,      0x123
                    16,          12,     11,   true,   0x0800,      -2048
                    16,          12,     11,   true,   0xF7FF,       2047
                    16,          12,     15,   false,  0x1230,      0x123
                    16,          12,     15,   true,   0xFFFF,         -1
                    32,          32,     31,   true,   0x80000000, -2147483648
                    32,          24,     23,   false,  0xFF123456, 0x123456
                    32,          24,     23,   true,   0x00800000,   -8388608
                    2,           2,      1,    false,  0xFF,                3
                    2,           2,      1,    true,   0xFE,               -2
                    7,           5,      6,    true,   0x44,              -15
                    10,          10,     9,    false,  0xFFFF,           1023
                    12,          12,     11,   true,   0xF800,          -2048
                    24,          24,     23,   false,  0xFFFFFF,     16777215
                    24,          20,     19,   true,   0x080000,      -524288
                    40,          40,     39,   false,  0xFFFFFFFFFF, 1099511627775
                    48,          48,     47,   true,   0x800000000000, -140737488355328
                    64,          64,     63,   true,   0x7FFFFFFFFFFFFFFF, 9223372036854775807
                    64,          60,     59,   true,   0x0800000000000000, -576460752303423488
                    63,          63,     62,   true,   0x4000000000000000, -4611686018427387904
                    """)
    void bitsOutsideAreClearedAndSignsExtended(
            int allocated, int stored, int high, boolean signed, String cell, String value) {
        var format =
                new FrameFormat(
                        1,
                        1,
                        1,
                        allocated,
                        stored,
                        high,
                        signed,
                        false,
                        Photometric.MONOCHROME2,
                        false);
        long bits = Long.decode(cell);
        var raw = new byte[(allocated + 7) / 8];
        for (int i = 0; i < raw.length; i++) raw[i] = (byte) (bits >>> (8 * i));
        var samples = Cells.decode(format, raw, 0, JobContext.NONE);
        long expected = Long.decode(value);
        long got =
                switch (samples) {
                    case Samples.Bytes b -> signed ? b.values()[0] : b.values()[0] & 0xFF;
                    case Samples.Shorts s -> signed ? s.values()[0] : s.values()[0] & 0xFFFF;
                    case Samples.Ints s -> s.values()[0];
                    case Samples.Longs l -> l.values()[0];
                    case Samples.Floats _, Samples.Doubles _ -> throw new AssertionError();
                };
        assertEquals(expected, got);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 9, 10, 12, 14, 17, 20, 24, 31, 33, 40, 48, 57, 58, 63, 64})
    void cellsOfAnyWidthFollowEachOtherBitByBit(int width) {
        var random = new Random(width);
        var format =
                new FrameFormat(
                        1,
                        11,
                        1,
                        width,
                        width,
                        width - 1,
                        false,
                        false,
                        Photometric.MONOCHROME2,
                        false);
        for (int firstBit = 0; firstBit < 8; firstBit++) {
            var cells = new long[11];
            var all = BigInteger.ZERO;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = random.nextLong() >>> (64 - width);
                var cell = new BigInteger(Long.toUnsignedString(cells[i]));
                all = all.or(cell.shiftLeft(firstBit + i * width));
            }
            var raw = new byte[(firstBit + 11 * width + 7) / 8];
            var big = all.toByteArray();
            for (int i = 0; i < Math.min(raw.length, big.length); i++)
                raw[i] = big[big.length - 1 - i];
            var decoded = Cells.decode(format, raw, firstBit, JobContext.NONE);
            for (int i = 0; i < cells.length; i++)
                assertEquals(cells[i], at(decoded, i), width + " bits from " + firstBit);
        }
    }

    private static long at(Samples samples, int i) {
        return switch (samples) {
            case Samples.Bytes b -> b.values()[i] & 0xFF;
            case Samples.Shorts s -> s.values()[i] & 0xFFFF;
            case Samples.Ints n -> Integer.toUnsignedLong(n.values()[i]);
            case Samples.Longs l -> l.values()[i];
            case Samples.Floats _, Samples.Doubles _ -> throw new AssertionError();
        };
    }

    @Test
    void singleBitsBeginWithTheLeastSignificantAndAnywhereInAByte() {
        var format = FrameFormat.grey(1, 10, 1, 1);
        var raw = new byte[] {(byte) 0b0110_1000, (byte) 0b0000_0101};
        var bits = (Samples.Bytes) Cells.decode(format, raw, 3, JobContext.NONE);
        assertArrayEquals(new byte[] {1, 0, 1, 1, 0, 1, 0, 1, 0, 0}, bits.values());
    }

    @Test
    void twelveBitCellsStraddleBytes() {
        var format = FrameFormat.grey(1, 2, 12, 12);
        var raw = new byte[] {0x23, 0x61, 0x45};
        var cells = (Samples.Shorts) Cells.decode(format, raw, 0, JobContext.NONE);
        assertArrayEquals(new short[] {0x123, 0x456}, cells.values());
    }

    @Test
    void colourByPlaneComesOutByPixel() {
        var planar = new FrameFormat(1, 2, 3, 8, 8, 7, false, false, Photometric.RGB, true);
        var bytes =
                (Samples.Bytes)
                        Cells.decode(planar, new byte[] {1, 4, 2, 5, 3, 6}, 0, JobContext.NONE);
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, bytes.values());
        assertEquals(false, bytes.format().planar());
    }

    @Test
    void halvedChromaIsGivenToBothPixels() {
        var format =
                new FrameFormat(1, 2, 3, 8, 8, 7, false, false, Photometric.YBR_FULL_422, false);
        var bytes =
                (Samples.Bytes) Cells.decode(format, new byte[] {10, 20, 3, 4}, 0, JobContext.NONE);
        assertArrayEquals(new byte[] {10, 3, 4, 20, 3, 4}, bytes.values());
        assertEquals(Photometric.YBR_FULL, bytes.format().photometric());
    }

    @Test
    void ieeeValuesAreKeptToTheBit() {
        var format =
                new FrameFormat(1, 1, 1, 32, 32, 31, true, true, Photometric.MONOCHROME2, false);
        var raw = new byte[] {0, 0, (byte) 0xC0, 0x3F};
        var floats = (Samples.Floats) Cells.decode(format, raw, 0, JobContext.NONE);
        assertEquals(1.5f, floats.values()[0]);
        assertArrayEquals(raw, StoredBytes.of(floats));
    }
}
