package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.j2k.header.BlockStyle;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.Orientation;
import org.tyde.refusal.Refusal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Blocks that a test encoder wrote, decoded. [HtJudgeTest] has other decoders read that encoder's streams.
class HtBlockDecoderTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # width, height, bits
                    64,   64,  8
                    64,   64, 12
                    64,   64, 24
                    1,     1,  5
                    1,     7,  9
                    7,     1,  9
                    33,   29, 12
                    4,  1024,  6
                    1024,  4,  6
                    63,   64, 16
                    """)
    void cleanupBlockComesBackExact(int width, int height, int bits) throws Refusal {
        for (int kind = 0; kind < 6; kind++) {
            var values = values(width, height, bits, kind);
            assertArrayEquals(
                    places(values, 0), decoded(width, height, values, 0, 1, false), "kind " + kind);
        }
    }

    @Test
    void refinementFindsWhatLiesBelowTheCleanupPass() throws Refusal {
        for (int kind = 0; kind < 6; kind++) {
            for (int width : new int[] {1, 5, 31, 64}) {
                int height = 67 - width;
                if (width == 1) height = 9;
                var values = values(width, height, 9, kind);
                for (boolean causal : new boolean[] {false, true}) {
                    var cleanup = decoded(width, height, values, 2, 1, causal);
                    var places = decoded(width, height, values, 2, 3, causal);
                    for (int i = 0; i < places.length; i++) {
                        if (cleanup[i] == 0 && places[i] == 0) continue;
                        int magnitude = Math.abs(values[i]) >> 1;
                        int expected = values[i] < 0 ? 1 << 31 : 0;
                        expected |= magnitude << 2 | 2;
                        assertEquals(expected, places[i]);
                    }
                }
            }
        }
    }

    @Test
    void greatestPlaceIsNotTakenForASign() throws Refusal {
        var values = new int[] {(1 << 30) - 1, -(1 << 30) + 1, 1, 0};
        assertArrayEquals(places(values, 0), decoded(2, 2, values, 0, 1, false));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bytes of the cleanup segment, what is said
                    00,           a cleanup segment of 1 bytes
                    0000,         a suffix of 0 bytes
                    000100,       a suffix of 1 bytes
                    000002,       a suffix of 32 bytes in a cleanup segment of 3
                    """)
    void segmentWhoseLengthsCannotBeIsRefused(String hex, String said) {
        var bytes = HexFormat.of().parseHex(hex);
        var data = Arrays.copyOf(bytes, bytes.length + 2 + CodeBlock.SPARE);
        var refusal = assertThrows(Refusal.class, () -> decode(data, bytes.length, 4, 8, 8, 0, 1));
        assertEquals(J2kReason.BROKEN_BLOCK, refusal.reason());
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("T.814"), refusal.getMessage());
    }

    @Test
    void anyBytesEndInPlacesOrARefusal() {
        var random = new Random(814);
        int refused = 0;
        for (int n = 0; n < 20_000; n++) {
            var data = new byte[2 + random.nextInt(300) + 64 + CodeBlock.SPARE];
            random.nextBytes(data);
            int length = data.length - CodeBlock.SPARE - 40;
            if ((n & 1) == 0) {
                int suffix = 2 + random.nextInt(length - 1);
                data[length - 1] = (byte) (suffix >> 4);
                data[length - 2] = (byte) (data[length - 2] & 0xF0 | suffix & 15);
            }
            int planes = 1 + random.nextInt(30);
            int zero = random.nextInt(planes);
            int passes = zero == planes - 1 ? 1 : 1 + random.nextInt(3);
            int width = 1 + random.nextInt(64);
            int height = 1 + random.nextInt(64);
            try {
                decode(data, length, planes, width, height, zero, passes);
            } catch (Refusal e) {
                assertEquals(J2kReason.BROKEN_BLOCK, e.reason());
                refused++;
            }
        }
        assertTrue(refused > 5_000 && refused < 20_000, "refused: " + refused);
    }

    private static void decode(
            byte[] data, int length, int planes, int width, int height, int zero, int passes)
            throws Refusal {
        var cleanup = new CodeBlock.Segment(0, length, 1);
        int more = data.length - CodeBlock.SPARE - length - 2;
        var refine = new CodeBlock.Segment(length + 2, more, 2);
        var block =
                new CodeBlock(
                        width,
                        height,
                        Orientation.HL,
                        style(false),
                        planes,
                        zero,
                        passes,
                        data,
                        passes > 1 ? List.of(cleanup, refine) : List.of(cleanup));
        new HtBlockDecoder().decode(block, new int[width * height], 0, width);
    }

    static int[] decoded(int width, int height, int[] values, int plane, int passes, boolean causal)
            throws Refusal {
        var block = block(width, height, values, plane, passes, causal);
        var places = new int[width * height];
        Arrays.fill(places, -77);
        new HtBlockDecoder().decode(block, places, 0, width);
        return places;
    }

    static CodeBlock block(
            int width, int height, int[] values, int plane, int passes, boolean causal) {
        int greatest = 1;
        for (int v : values) greatest = Math.max(greatest, Math.abs(v));
        int planes = Math.max(plane + 1, 32 - Integer.numberOfLeadingZeros(greatest));
        var encoder = new HtEncoder(width, height, values, plane);
        var first = encoder.cleanup();
        var second = passes > 1 ? encoder.refinement(passes, causal) : new byte[0];
        var data = Arrays.copyOf(first, first.length + second.length + 2 + CodeBlock.SPARE);
        System.arraycopy(second, 0, data, first.length + 2, second.length);
        var cleanup = new CodeBlock.Segment(0, first.length, 1);
        var refine = new CodeBlock.Segment(first.length + 2, second.length, passes - 1);
        return new CodeBlock(
                width,
                height,
                Orientation.LL,
                style(causal),
                planes,
                planes - 1 - plane,
                passes,
                data,
                passes > 1 ? List.of(cleanup, refine) : List.of(cleanup));
    }

    static BlockStyle style(boolean causal) {
        return new BlockStyle(causal ? 0x48 : 0x40);
    }

    /// Noise, sparse noise, ramps, zeros, one spike, and the greatest values everywhere.
    static int[] values(int width, int height, int bits, int kind) {
        var random = new Random(31L * width + height + bits + kind);
        int greatest = (1 << bits) - 1;
        var values = new int[width * height];
        for (int i = 0; i < values.length; i++) {
            int noise = random.nextInt(2 * greatest + 1) - greatest;
            values[i] =
                    switch (kind) {
                        case 0 -> noise;
                        case 1 -> random.nextInt(40) == 0 ? noise : 0;
                        case 2 -> noise >> random.nextInt(bits);
                        case 3 -> 0;
                        case 4 -> i == values.length / 2 ? -greatest : 0;
                        default -> (i & 1) == 0 ? greatest : -greatest;
                    };
        }
        return values;
    }

    static int[] places(int[] values, int plane) {
        var places = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int magnitude = Math.abs(values[i]) >> plane;
            if (magnitude != 0)
                places[i] = (values[i] < 0 ? 1 << 31 : 0) | (2 * magnitude + 1) << plane;
        }
        return places;
    }
}
