package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.j2k.header.BlockStyle;
import org.tyde.codec.j2k.header.Orientation;
import org.tyde.refusal.Refusal;

import java.util.Arrays;
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
                new BlockStyle(causal ? 0x48 : 0x40),
                planes,
                planes - 1 - plane,
                passes,
                data,
                passes > 1 ? List.of(cleanup, refine) : List.of(cleanup));
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
