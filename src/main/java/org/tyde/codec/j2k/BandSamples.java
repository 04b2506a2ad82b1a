package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

import java.util.Arrays;

/// The coefficients of one sub-band, in rows without gaps, of which code-blocks fill their parts.
final class BandSamples {
    private final Subband band;
    private final int[] whole;
    private final float[] real;
    private final float half;

    BandSamples(Subband band, boolean reversible) {
        this.band = band;
        int count = Math.toIntExact(band.area().area());
        whole = new int[reversible ? count : 0];
        real = new float[reversible ? 0 : count];
        half = (float) (band.step() / 2);
    }

    Subband band() {
        return band;
    }

    int[] whole() {
        return whole;
    }

    float[] real() {
        return real;
    }

    /// @return one row of them, copied
    int[] wholeRow(int y) {
        int width = band.area().width();
        return Arrays.copyOfRange(whole, y * width, (y + 1) * width);
    }

    /// @return one row of them, copied
    float[] realRow(int y) {
        int width = band.area().width();
        return Arrays.copyOfRange(real, y * width, (y + 1) * width);
    }

    /// @param place of a code-block in the sub-band
    /// @param block its coefficients, in rows without gaps
    void fill(Rectangle place, int[] block) {
        int width = place.width();
        int height = place.height();
        if (band.shift() > 0) Dequantizer.lower(block, width * height, band.shift());
        int stride = band.area().width();
        int offset = (place.y0() - band.area().y0()) * stride + place.x0() - band.area().x0();
        if (whole.length > 0) Dequantizer.whole(block, width, height, whole, offset, stride);
        else Dequantizer.real(block, width, height, half, real, offset, stride);
    }
}
