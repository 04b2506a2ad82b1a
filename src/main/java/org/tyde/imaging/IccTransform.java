package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.Palette;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// From the colours of a device to those of our screens: ICC Profile (0028,2000) of an image (PS3.3 C.11.15)
/// to sRGB, by the colour management of the JDK. Thread-safe.
public final class IccTransform {
    private static final Tag OPTICAL_PATHS = Tag.of(0x0048, 0x0105);
    private static final int STEP = 17;
    private static final int GRID = 256 / STEP + 1;

    private final ColorConvertOp operation;

    private IccTransform(ColorConvertOp operation) {
        this.operation = operation;
    }

    /// A profile that changes no colour by more than one level of 256 is as good as none: that of sRGB itself.
    ///
    /// @param dataSet of a colour image
    /// @param said takes [NotApplied#ICC_PROFILE] where a profile cannot be used, where the optical paths of
    ///     a slide have several, and where Color Space (0028,2002) names another space than sRGB and no
    ///     profile says which
    /// @return what leads to sRGB; empty where there is nothing to do
    /// @throws IOException where the profile cannot be read
    public static Optional<IccTransform> of(DataSet dataSet, Set<NotApplied> said)
            throws IOException {
        var bytes = profile(dataSet, said);
        if (bytes.length == 0) {
            var space = dataSet.text(Tag.COLOR_SPACE);
            if (space.isPresent() && !space.get().equals("SRGB")) said.add(NotApplied.ICC_PROFILE);
            return Optional.empty();
        }
        try {
            var device = ICC_Profile.getInstance(bytes);
            if (device.getColorSpaceType() != ColorSpace.TYPE_RGB)
                throw new IllegalArgumentException("a profile of other samples than RGB");
            var screen = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            var transform =
                    new IccTransform(new ColorConvertOp(new ICC_Profile[] {device, screen}, null));
            return transform.changesNothing() ? Optional.empty() : Optional.of(transform);
        } catch (IllegalArgumentException | CMMException broken) {
            said.add(NotApplied.ICC_PROFILE);
            return Optional.empty();
        }
    }

    /// @return the profile of sRGB
    public static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static byte[] profile(DataSet dataSet, Set<NotApplied> said) throws IOException {
        var own = LutReader.bytes(dataSet.element(Tag.ICC_PROFILE));
        if (own.length > 0) return own;
        if (dataSet.has(Tag.ICC_PROFILE)) said.add(NotApplied.ICC_PROFILE);
        var paths = dataSet.sequence(OPTICAL_PATHS);
        if (paths.size() == 1) return LutReader.bytes(paths.getFirst().element(Tag.ICC_PROFILE));
        for (var path : paths) if (path.has(Tag.ICC_PROFILE)) said.add(NotApplied.ICC_PROFILE);
        return new byte[0];
    }

    /// @return every pixel of a frame in sRGB, three bytes each
    byte[] managed(Frame frame) {
        var colours = new Colours(frame);
        var packed = new int[frame.columns()];
        var line = new byte[3 * packed.length];
        var all = new byte[Math.multiplyExact(line.length, frame.rows())];
        for (int r = 0; r < frame.rows(); r++) {
            colours.unmanaged(r, 0, packed.length, packed, 0);
            for (int c = 0, i = 0; c < packed.length; c++) {
                line[i++] = (byte) (packed[c] >> 16);
                line[i++] = (byte) (packed[c] >> 8);
                line[i++] = (byte) packed[c];
            }
            apply(line);
            System.arraycopy(line, 0, all, r * line.length, line.length);
        }
        return all;
    }

    private boolean changesNothing() {
        var before = new byte[3 * GRID * GRID * GRID];
        for (int i = 0, n = 0; n < before.length; i++) {
            before[n++] = (byte) (i / (GRID * GRID) * STEP);
            before[n++] = (byte) (i / GRID % GRID * STEP);
            before[n++] = (byte) (i % GRID * STEP);
        }
        var after = before.clone();
        apply(after);
        for (int i = 0; i < after.length; i++)
            if (Math.abs((after[i] & 0xFF) - (before[i] & 0xFF)) > 1) return false;
        return true;
    }

    /// @param rgb red, green, blue of one pixel after the other; becomes sRGB
    public void apply(byte[] rgb) {
        if (rgb.length == 0) return;
        var out = new byte[rgb.length];
        operation.filter(raster(rgb), raster(out));
        System.arraycopy(out, 0, rgb, 0, rgb.length);
    }

    private static WritableRaster raster(byte[] rgb) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length),
                rgb.length / 3,
                1,
                rgb.length,
                3,
                new int[] {0, 1, 2},
                null);
    }

    /// @param palette of the device
    /// @return the same in sRGB, 8 bits
    public Palette apply(Palette palette) {
        int first =
                Math.min(
                        palette.red().firstMapped(),
                        Math.min(palette.green().firstMapped(), palette.blue().firstMapped()));
        int end = Math.max(end(palette.red()), Math.max(end(palette.green()), end(palette.blue())));
        int n = Math.min(end - first, 1 << 16);
        var rgb = new byte[3 * n];
        for (int i = 0; i < n; i++) {
            int colour = palette.rgb(first + i);
            for (int k = 0; k < 3; k++) rgb[3 * i + k] = (byte) (colour >> (16 - 8 * k));
        }
        apply(rgb);
        return new Palette(table(rgb, 0, first), table(rgb, 1, first), table(rgb, 2, first));
    }

    private static int end(Lut lut) {
        return lut.firstMapped() + lut.size();
    }

    private static Lut table(byte[] rgb, int sample, int first) {
        var entries = new int[rgb.length / 3];
        for (int i = 0; i < entries.length; i++) entries[i] = rgb[3 * i + sample] & 0xFF;
        return new Lut(first, 8, entries);
    }
}
