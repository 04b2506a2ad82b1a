package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.codec.CodecReason;
import org.tyde.codec.CodecRegistry;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Random;

/// From the bytes of Pixel Data to greys: every width of stored value, place in its cell and sign, against the
/// windows of PS3.3 C.11.2.1.2 computed in double from values computed by hand.
class StoredValuesOracleTest {
    private static final int PIXELS = 64;

    private static DataSetBuilder header(int allocated, int stored, int high, boolean signed) {
        return ImageHeaderTest.grey(allocated, stored, signed)
                .integer(Tag.ROWS, 1)
                .integer(Tag.COLUMNS, PIXELS)
                .integer(Tag.HIGH_BIT, high);
    }

    private static IntBuffer drawn(DataSet image, Voi voi) throws Exception {
        var frames = InstanceFrames.of(image, TransferSyntax.EXPLICIT_LITTLE);
        var frame =
                Frame.decoded(
                        frames.encoded(1),
                        frames.header(),
                        CodecRegistry.builtIn(),
                        JobContext.NONE);
        var pipeline = GrayscalePipeline.of(frames.header(), 1, voi);
        var picture = IntBuffer.allocate(frame.columns() * frame.rows());
        new Renderer()
                .render(
                        frame,
                        pipeline,
                        ImageToScreen.NATIVE,
                        frame.columns(),
                        frame.rows(),
                        picture);
        return picture;
    }

    @Test
    void everyWidthPlaceAndSignOfAStoredValueIsShownExactly() throws Exception {
        var random = new Random(20261123);
        int cases = 0;
        for (int allocated : new int[] {8, 16, 32})
            for (int stored = 1; stored <= allocated; stored++)
                for (boolean signed : new boolean[] {false, true})
                    for (int spare : new int[] {0, (allocated - stored) / 2, allocated - stored}) {
                        one(random, allocated, stored, stored - 1 + spare, signed);
                        cases++;
                    }
        assertTrue(cases > 300, "" + cases);
    }

    private static void one(Random random, int allocated, int stored, int high, boolean signed)
            throws Exception {
        var data = ByteBuffer.allocate(PIXELS * allocated / 8).order(ByteOrder.LITTLE_ENDIAN);
        var values = new double[PIXELS];
        int low = high + 1 - stored;
        for (int i = 0; i < PIXELS; i++) {
            long cell = random.nextLong() & (1L << allocated) - 1;
            switch (allocated) {
                case 8 -> data.put((byte) cell);
                case 16 -> data.putShort((short) cell);
                default -> data.putInt((int) cell);
            }
            var bits = BigInteger.valueOf(cell).shiftRight(low);
            var value = bits.mod(BigInteger.ONE.shiftLeft(stored));
            if (signed && value.testBit(stored - 1))
                value = value.subtract(BigInteger.ONE.shiftLeft(stored));
            values[i] = value.doubleValue();
        }
        double range = Math.pow(2, stored);
        double center = (signed ? 0 : range / 2) + (random.nextDouble() - 0.5) * range;
        double width = Math.max(2, Math.rint(random.nextDouble() * range / 2));
        var image =
                header(allocated, stored, high, signed)
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(data.array()))
                        .build();
        var picture = drawn(image, Voi.window(center, width));
        for (int i = 0; i < PIXELS; i++)
            assertEquals(
                    linear(values[i], center, width),
                    picture.get(i) & 0xFF,
                    allocated == 32 ? 0.6 : 0.500001,
                    allocated + "/" + stored + "/" + high + " " + signed + " " + values[i]);
    }

    /// PS3.3 C.11.2.1.2.1.
    private static double linear(double x, double center, double width) {
        double y = ((x - (center - 0.5)) / (width - 1) + 0.5) * 255;
        return Math.clamp(y, 0, 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void narrowWindowsInIeeeValuesFarFromZeroAreExact(int bits) throws Exception {
        double step = bits == 32 ? 1 : 1e-3;
        double middle = bits == 32 ? 1e6 : 1e9;
        var data = ByteBuffer.allocate(PIXELS * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        var values = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            values[i] = middle + (i - 32) * step;
            if (bits == 32) data.putFloat((float) values[i]);
            else data.putDouble(values[i]);
        }
        var image =
                ImageHeaderTest.grey(bits, bits, false)
                        .remove(Tag.BITS_STORED)
                        .remove(Tag.HIGH_BIT)
                        .integer(Tag.ROWS, 1)
                        .integer(Tag.COLUMNS, PIXELS)
                        .bulk(
                                bits == 32 ? Tag.FLOAT_PIXEL_DATA : Tag.DOUBLE_FLOAT_PIXEL_DATA,
                                bits == 32 ? Vr.OF : Vr.OD,
                                BulkData.of(data.array()))
                        .build();
        for (var function :
                new VoiLutFunction[] {VoiLutFunction.LINEAR_EXACT, VoiLutFunction.SIGMOID}) {
            var window = new Window(middle, 40 * step);
            var picture = drawn(image, new Voi.Windowed(window, function, Optional.empty()));
            for (int i = 0; i < PIXELS; i++)
                assertEquals(255 * function.apply(values[i], window), picture.get(i) & 0xFF, 0.51);
        }
    }

    @ParameterizedTest
    @CsvSource({"-5, 5", "5, -5", "0, 0"})
    void paddingOfIeeeValuesIsBlackInEitherOrder(double value, double limit) throws Exception {
        var data = ByteBuffer.allocate(4 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float v : new float[] {-10, 0, 10, Float.NaN}) data.putFloat(v);
        var image =
                ImageHeaderTest.grey(32, 32, false)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
                        .integer(Tag.ROWS, 1)
                        .integer(Tag.COLUMNS, 4)
                        .decimal(Tag.FLOAT_PIXEL_PADDING_VALUE, Vr.FL, value)
                        .decimal(Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT, Vr.FL, limit)
                        .bulk(Tag.FLOAT_PIXEL_DATA, Vr.OF, BulkData.of(data.array()))
                        .build();
        var picture = drawn(image, Voi.window(0, 20));
        assertEquals(255, picture.get(0) & 0xFF);
        assertEquals(0, picture.get(1) & 0xFF);
        assertEquals(0, picture.get(2) & 0xFF);
        assertEquals(0, picture.get(3) & 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"63536, 63546", "63546, 63536"}) // -2000 and -1990 as unsigned words
    void paddingRangesHaveTheSignOfThePixelsInEitherOrder(int value, int limit) throws Exception {
        var data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : new int[] {-2001, -2000, -1995, -1989}) data.putShort((short) v);
        var image =
                ImageHeaderTest.grey(16, 16, true)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
                        .integer(Tag.ROWS, 1)
                        .integer(Tag.COLUMNS, 4)
                        .integer(Tag.PIXEL_PADDING_VALUE, Vr.US, value)
                        .integer(Tag.PIXEL_PADDING_RANGE_LIMIT, Vr.US, limit)
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(data.array()))
                        .build();
        var picture = drawn(image, Voi.window(0, 2));
        assertEquals(255, picture.get(0) & 0xFF);
        assertEquals(0, picture.get(1) & 0xFF);
        assertEquals(0, picture.get(2) & 0xFF);
        assertEquals(255, picture.get(3) & 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"YBR_PARTIAL_422", "ARGB", "HSV", "CMYK"})
    void retiredAndUnknownColoursAreRefusedByName(String term) {
        var image =
                ImageHeaderTest.grey(8, 8, false)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, term)
                        .integer(Tag.SAMPLES_PER_PIXEL, 3)
                        .build();
        var refusal = assertThrows(Refusal.class, () -> ImageHeader.of(image));
        assertEquals(CodecReason.UNKNOWN_PHOTOMETRIC, refusal.reason());
        assertTrue(String.valueOf(refusal.getMessage()).contains(term));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YBR_PARTIAL_420", "YBR_ICT", "YBR_RCT"})
    void coloursOfACodestreamAreRefusedWhereThereIsNone(String term) {
        var image = colour(term, 0, new byte[36]).build();
        var refusal = assertThrows(Refusal.class, () -> drawn(image, new Voi.None()));
        assertTrue(String.valueOf(refusal.getMessage()).contains(term), refusal.getMessage());
    }

    @Test
    void aPaletteThatIsNotWholeIsNoPicture() {
        var image =
                ImageHeaderTest.grey(8, 8, false)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
                        .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(new byte[6]))
                        .build();
        var refusal = assertThrows(Refusal.class, () -> drawn(image, new Voi.None()));
        assertEquals(ImagingReason.NO_PALETTE, refusal.reason());
    }

    private static DataSetBuilder colour(String term, int planar, byte[] data) {
        return ImageHeaderTest.grey(8, 8, false)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, term)
                .integer(Tag.SAMPLES_PER_PIXEL, 3)
                .integer(Tag.PLANAR_CONFIGURATION, planar)
                .integer(Tag.ROWS, 1)
                .integer(Tag.COLUMNS, 2)
                .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(data));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # term, planar, bytes, first pixel, second pixel (PS3.3 C.7.6.3.1.2, C.7.6.3.1.3)
                    RGB,          0, 0A 14 1E 28 32 3C, 0a141e, 28323c
                    RGB,          1, 0A 28 14 32 1E 3C, 0a141e, 28323c
                    YBR_FULL,     0, 4C 55 FF 1D FF 6B, fe0000, 0000fe
                    YBR_FULL,     1, 4C 1D 55 FF FF 6B, fe0000, 0000fe
                    YBR_FULL_422, 0, 4C 4C 55 FF,       fe0000, fe0000
                    YBR_FULL_422, 0, 00 FF 80 80,       000000, ffffff
                    """)
    void coloursAreThoseOfTheirInterpretation(
            String term, int planar, String hex, String first, String second) throws Exception {
        var text = hex.split(" ");
        var data = new byte[text.length];
        for (int i = 0; i < data.length; i++) data[i] = (byte) Integer.parseInt(text[i], 16);
        var picture = drawn(colour(term, planar, data).build(), new Voi.None());
        assertEquals("ff" + first, Integer.toHexString(picture.get(0)));
        assertEquals("ff" + second, Integer.toHexString(picture.get(1)));
    }
}
