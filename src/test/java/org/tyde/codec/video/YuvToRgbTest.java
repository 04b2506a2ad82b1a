package org.tyde.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;

class YuvToRgbTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # matrix, full,   y,  cb,  cr, red, green, blue (the colour bars of BT.601 and BT.709)
                    6, false,  16, 128, 128,   0,   0,   0
                    6, false, 235, 128, 128, 255, 255, 255
                    6, false,  81,  90, 240, 254,   0,   0
                    6, false, 145,  54,  34,   0, 255,   1
                    6, false,  41, 240, 110,   0,   0, 255
                    1, false,  63, 102, 240, 255,   1,   0
                    1, false, 173,  42,  26,   0, 255,   1
                    1, false,  32, 240, 118,   1,   0, 255
                    6, true,   76,  85, 255, 254,   0,   0
                    1, true,  255, 128, 128, 255, 255, 255
                    2, false,  81,  90, 240, 254,   0,   0
                    """)
    void colourBarsComeOut(
            int matrix, boolean full, int y, int cb, int cr, int red, int green, int blue)
            throws Refusal {
        var planes = new byte[] {(byte) y, (byte) cb, (byte) cr};
        var picture = new Picture(1, 1, Picture.Shape.YUV444P, matrix, full, planes);
        assertArrayEquals(new int[] {red, green, blue}, convert(picture, 8), 1);
    }

    private static void assertArrayEquals(int[] expected, int[] actual, int off) {
        for (int i = 0; i < expected.length; i++)
            assertEquals(expected[i], actual[i], off, "of " + java.util.Arrays.toString(actual));
    }

    @Test
    void tenBitsFillTheStoredBits() throws Refusal {
        var white = new byte[] {(byte) (940 & 255), 940 >> 8, 0, 2, 0, 2};
        var picture = new Picture(1, 1, Picture.Shape.YUV420P10LE, 1, false, white);
        assertArrayEquals(new int[] {1023, 1023, 1023}, convert(picture, 10), 0);
        assertArrayEquals(new int[] {255, 255, 255}, convert(picture, 8), 0);
    }

    @Test
    void chromaStandsForTheFourPixelsItWasTakenFrom() throws Refusal {
        byte[] planes = {81, 81, 81, 81, 81, 81, 81, 81, 90, (byte) 128, (byte) 240, (byte) 128};
        var picture = new Picture(4, 2, Picture.Shape.YUV420P, 6, false, planes);
        var out = convert(picture, 8);
        for (int pixel : new int[] {0, 1, 4, 5}) assertEquals(254, out[3 * pixel]);
        for (int pixel : new int[] {2, 3, 6, 7}) assertEquals(out[3 * pixel], out[3 * pixel + 1]);
    }

    @Test
    void matrixThatIsNoLumaAndChromaIsRefused() {
        var picture = new Picture(1, 1, Picture.Shape.YUV444P, 0, true, new byte[3]);
        var refusal = assertThrows(Refusal.class, () -> new YuvToRgb(picture, 8));
        assertEquals(VideoReason.UNSUPPORTED_STREAM, refusal.reason());
    }

    private static int[] convert(Picture picture, int bits) throws Refusal {
        var out = new int[3 * picture.width() * picture.height()];
        new YuvToRgb(picture, bits)
                .convert(
                        picture,
                        (at, red, green, blue) -> {
                            out[at] = red;
                            out[at + 1] = green;
                            out[at + 2] = blue;
                        });
        return out;
    }
}
