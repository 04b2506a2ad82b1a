package org.tyde.imaging;

import org.tyde.codec.Photometric;
import org.tyde.imaging.lut.Palette;

import java.util.Arrays;

/// The colours of a frame as 8-bit sRGB: as stored, from YCbCr (PS3.3 C.7.6.3.1.2), through a palette, through
/// the image's ICC profile. Grey frames come as their stored values' high 8 bits. It holds a row: one for each
/// thread.
public final class Colours {
    private final Frame frame;
    private final int[] row;
    private final int shift;
    private int loaded = -1;

    Colours(Frame frame) {
        this.frame = frame;
        this.row = new int[frame.columns() * frame.samples()];
        this.shift = Math.max(0, frame.format().bitsStored() - 8);
    }

    /// @param r row, from 0
    /// @param fromColumn first pixel
    /// @param count pixels
    /// @param into takes `0xRRGGBB` from `at` on
    /// @param at index of the first
    public void load(int r, int fromColumn, int count, int[] into, int at) {
        if (r >= frame.rowsThere()) {
            Arrays.fill(into, at, at + count, 0);
            return;
        }
        var managed = frame.managed();
        if (managed.length > 0) {
            int from = (r * frame.columns() + fromColumn) * 3;
            for (int i = 0, p = from; i < count; i++, p += 3)
                into[at + i] =
                        (managed[p] & 0xFF) << 16
                                | (managed[p + 1] & 0xFF) << 8
                                | managed[p + 2] & 0xFF;
            return;
        }
        unmanaged(r, fromColumn, count, into, at);
    }

    /// In the colours of the device.
    void unmanaged(int r, int fromColumn, int count, int[] into, int at) {
        if (loaded != r) {
            frame.copyRow(r, row);
            loaded = r;
        }
        var meaning = frame.meaning();
        if (meaning.palette().isPresent())
            indexed(meaning.palette().get(), fromColumn, count, into, at);
        else if (frame.samples() == 1)
            for (int i = 0; i < count; i++)
                into[at + i] = (row[fromColumn + i] >> shift & 0xFF) * 0x010101;
        else samples(fromColumn, count, into, at);
    }

    private void indexed(Palette palette, int fromColumn, int count, int[] into, int at) {
        for (int i = 0; i < count; i++) into[at + i] = palette.rgb(row[fromColumn + i]);
    }

    private void samples(int fromColumn, int count, int[] into, int at) {
        var photometric = frame.format().photometric();
        boolean ybr =
                photometric == Photometric.YBR_FULL || photometric == Photometric.YBR_FULL_422;
        for (int i = 0; i < count; i++) {
            int p = (fromColumn + i) * 3;
            int a = row[p] >> shift & 0xFF;
            int b = row[p + 1] >> shift & 0xFF;
            int c = row[p + 2] >> shift & 0xFF;
            into[at + i] = ybr ? rgb(a, b, c) : a << 16 | b << 8 | c;
        }
    }

    /// PS3.3 C.7.6.3.1.2, the inverse of its YBR_FULL equations (ITU-T T.871).
    static int rgb(int y, int cb, int cr) {
        double b = cb - 128;
        double r = cr - 128;
        int red = eight(y + 1.402 * r);
        int green = eight(y - 0.344136286 * b - 0.714136286 * r);
        int blue = eight(y + 1.772 * b);
        return red << 16 | green << 8 | blue;
    }

    private static int eight(double x) {
        return (int) Math.clamp(Math.floor(x + 0.5), 0, 255);
    }
}
