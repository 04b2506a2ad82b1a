package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Renderer;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;

/// Colours of a device in sRGB, against the matrices of both computed in double.
class IccTransformTest {
    private static final Tag OPTICAL_PATHS = Tag.of(0x0048, 0x0105);

    /// Adobe RGB (1998) 4.3.5.3 and IEC 61966-2-1, adapted to D50 (ICC.1 Annex E): columns red, green, blue.
    private static final double[][] ADOBE = {
        {0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}
    };

    private static final double[][] SRGB = {
        {0.43607, 0.38515, 0.14307}, {0.22249, 0.71687, 0.06061}, {0.01392, 0.09708, 0.71410}
    };

    private static final double GAMMA = 563 / 256.0;

    private record Entry(String name, ByteBuffer data) {
        Entry(String name, byte[] data) {
            this(name, ByteBuffer.wrap(data));
        }
    }

    /// A profile of matrix and curve (ICC.1:2001-04, 6.3.1.2).
    private static byte[] profile(String space, double[][] matrix, double gamma) {
        var tags =
                new Entry[] {
                    new Entry("desc", text("desc", 90)),
                    new Entry("cprt", text("text", 0)),
                    new Entry("wtpt", xyz(0.9642, 1, 0.8249)),
                    new Entry("rXYZ", xyz(matrix[0][0], matrix[1][0], matrix[2][0])),
                    new Entry("gXYZ", xyz(matrix[0][1], matrix[1][1], matrix[2][1])),
                    new Entry("bXYZ", xyz(matrix[0][2], matrix[1][2], matrix[2][2])),
                    new Entry("rTRC", curve(gamma)),
                    new Entry("gTRC", curve(gamma)),
                    new Entry("bTRC", curve(gamma)),
                    new Entry("kTRC", curve(gamma))
                };
        int size = 128 + 4 + 12 * tags.length;
        for (var tag : tags) size += tag.data.limit();
        var out = ByteBuffer.allocate(size);
        out.putInt(0, size).putInt(8, 0x02100000);
        out.put(12, ascii("mntr" + space + "XYZ ")).put(36, ascii("acsp"));
        out.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
        out.position(128).putInt(tags.length);
        int at = 128 + 4 + 12 * tags.length;
        for (var tag : tags) {
            out.put(ascii(tag.name)).putInt(at).putInt(tag.data.limit());
            at += tag.data.limit();
        }
        for (var tag : tags) out.put(tag.data.duplicate());
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] text(String type, int more) {
        var out = ByteBuffer.allocate(16 + more).put(ascii(type)).putInt(0);
        return (more > 0 ? out.putInt(1) : out.putInt(0x61000000)).array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }

    private static byte[] curve(double gamma) {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static double[] expected(int red, int green, int blue) {
        var linear = new double[3];
        for (int k = 0; k < 3; k++) {
            var in = new double[] {red, green, blue};
            for (int i = 0; i < 3; i++) linear[k] += ADOBE[k][i] * Math.pow(in[i] / 255, GAMMA);
        }
        var out = solve(SRGB, linear);
        for (int k = 0; k < 3; k++) {
            double x = Math.clamp(out[k], 0, 1);
            double y = x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
            out[k] = 255 * y;
        }
        return out;
    }

    /// Cramer's rule.
    private static double[] solve(double[][] m, double[] right) {
        var out = new double[3];
        for (int k = 0; k < 3; k++) {
            var changed = new double[3][];
            for (int r = 0; r < 3; r++) {
                changed[r] = m[r].clone();
                changed[r][k] = right[r];
            }
            out[k] = determinant(changed) / determinant(m);
        }
        return out;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    private static DataSetBuilder with(byte[] profile) {
        var even = Arrays.copyOf(profile, profile.length + profile.length % 2);
        return DataSet.builder().bytes(Tag.ICC_PROFILE, Vr.OB, even);
    }

    @Test
    void coloursAreThoseOfTheProfilesMatrixAndCurve() throws Exception {
        var said = EnumSet.noneOf(NotApplied.class);
        var found = IccTransform.of(with(profile("RGB ", ADOBE, GAMMA)).build(), said);
        assertEquals(EnumSet.noneOf(NotApplied.class), said);
        var random = new Random(5);
        var rgb = new byte[3 * 5000];
        random.nextBytes(rgb);
        var before = rgb.clone();
        found.orElseThrow().apply(rgb);
        double worst = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            var e = expected(before[i] & 0xFF, before[i + 1] & 0xFF, before[i + 2] & 0xFF);
            for (int k = 0; k < 3; k++)
                worst = Math.max(worst, Math.abs(e[k] - (rgb[i + k] & 0xFF)));
        }
        assertTrue(worst <= 1.5, "off by " + worst);
    }

    @Test
    void theProfileOfSrgbChangesNothing() throws Exception {
        var said = EnumSet.noneOf(NotApplied.class);
        var own = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        assertEquals(Optional.empty(), IccTransform.of(with(own).build(), said));
        assertEquals(EnumSet.noneOf(NotApplied.class), said);
    }

    @Test
    void aProfileThatCannotBeUsedIsSaid() throws Exception {
        var good = profile("RGB ", ADOBE, GAMMA);
        var noMatrix = good.clone();
        Arrays.fill(noMatrix, 132, 252, (byte) 'x');
        var broken =
                new byte[][] {
                    new byte[300],
                    Arrays.copyOf(good, 140),
                    Arrays.copyOf(good, good.length - 40),
                    profile("GRAY", ADOBE, GAMMA),
                    profile("CMYK", ADOBE, GAMMA),
                    noMatrix
                };
        for (int i = 0; i < broken.length; i++) {
            var said = EnumSet.noneOf(NotApplied.class);
            assertEquals(Optional.empty(), IccTransform.of(with(broken[i]).build(), said));
            assertEquals(EnumSet.of(NotApplied.ICC_PROFILE), said, "profile " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"SRGB, false", "ADOBERGB, true", "ROMMRGB, true", "X, true"})
    void aColourSpaceWithoutItsProfileIsSaid(String space, boolean says) throws Exception {
        var said = EnumSet.noneOf(NotApplied.class);
        var image = DataSet.builder().text(Tag.COLOR_SPACE, space).build();
        assertEquals(Optional.empty(), IccTransform.of(image, said));
        assertEquals(says, said.contains(NotApplied.ICC_PROFILE));
    }

    @Test
    void aSlideHasItsProfileInItsOnlyOpticalPath() throws Exception {
        var path = with(profile("RGB ", ADOBE, GAMMA)).build();
        var said = EnumSet.noneOf(NotApplied.class);
        var one = DataSet.builder().sequence(OPTICAL_PATHS, path).build();
        assertTrue(IccTransform.of(one, said).isPresent());
        var two = DataSet.builder().sequence(OPTICAL_PATHS, path, path).build();
        assertEquals(EnumSet.noneOf(NotApplied.class), said);
        assertEquals(Optional.empty(), IccTransform.of(two, said));
        assertEquals(EnumSet.of(NotApplied.ICC_PROFILE), said);
    }

    @Test
    void picturesAreManagedAtEveryLevelAndValuesStayAsStored() throws Exception {
        var transform =
                IccTransform.of(
                        with(profile("RGB ", ADOBE, GAMMA)).build(),
                        EnumSet.noneOf(NotApplied.class));
        var samples = new byte[3 * 64];
        for (int i = 0; i < samples.length; i += 3) {
            samples[i] = (byte) 200;
            samples[i + 1] = 100;
            samples[i + 2] = 50;
        }
        var frame =
                Frame.of(
                        new Samples.Bytes(FrameFormat.rgb(8, 8), samples),
                        new PixelMeaning(
                                Optional.empty(), Optional.empty(), Optional.empty(), transform));
        var e = expected(200, 100, 50);
        var pipeline = RendererPipelines.plain();
        for (var view :
                new ImageToScreen[] {
                    ImageToScreen.NATIVE,
                    new ImageToScreen(0.25, 0, 0, 0.25, 0.125, 0.125),
                    ImageToScreen.centred(8, 8, 8, 8, 2, 2, false, 30, 0, 0)
                }) {
            var picture = IntBuffer.allocate(64);
            new Renderer().render(frame, pipeline, view, 8, 8, picture);
            int argb = picture.get(view.xx() == 0.25 ? 0 : 36);
            assertEquals(e[0], argb >> 16 & 0xFF, 1.5);
            assertEquals(e[1], argb >> 8 & 0xFF, 1.5);
            assertEquals(e[2], argb & 0xFF, 1.5);
        }
        assertEquals(200, frame.value(3, 3, 0));
    }

    @Test
    void aPaletteIsManagedOnce() throws Exception {
        var transform =
                IccTransform.of(
                                with(profile("RGB ", ADOBE, GAMMA)).build(),
                                EnumSet.noneOf(NotApplied.class))
                        .orElseThrow();
        var palette =
                transform.apply(
                        new Palette(
                                new Lut(-1, 8, new int[] {0, 200}),
                                new Lut(-1, 8, new int[] {0, 100}),
                                new Lut(-1, 8, new int[] {0, 50})));
        var e = expected(200, 100, 50);
        assertEquals(e[0], palette.rgb(0) >> 16 & 0xFF, 1.5);
        assertEquals(e[1], palette.rgb(0) >> 8 & 0xFF, 1.5);
        assertEquals(e[2], palette.rgb(0) & 0xFF, 1.5);
        assertEquals(0, palette.rgb(-1));
    }

    /// Colour is never windowed: any pipeline does.
    private static final class RendererPipelines {
        static GrayscalePipeline plain() throws Exception {
            var header = ImageHeader.of(ImageHeaderTest.grey(16, 12, false).build());
            return GrayscalePipeline.of(header, 1, new Voi.None());
        }
    }
}
