package org.tyde.imaging.picture;

import org.tyde.imaging.Colours;
import org.tyde.imaging.Frame;

/// Reads lines of a frame as three channels of 0 to 255, a line being a row or a column.
final class ColourLines {
    private final Frame frame;
    private final boolean columns;
    private final int origin;
    private final int[] packed;
    private final float[][] channels;
    private final Colours colours;
    private int[] all = {};

    ColourLines(Frame frame, boolean columns, int origin, int count) {
        this.frame = frame;
        this.columns = columns;
        this.origin = origin;
        this.packed = new int[count];
        this.channels = new float[3][count + Resampling.MARGIN];
        this.colours = frame.colours();
    }

    float[] channel(int channel) {
        return channels[channel];
    }

    void load(int line) {
        if (columns) column(line);
        else colours.load(line, origin, packed.length, packed, 0);
        var red = channels[0];
        var green = channels[1];
        var blue = channels[2];
        for (int i = 0; i < packed.length; i++) {
            red[i] = packed[i] >> 16 & 0xFF;
            green[i] = packed[i] >> 8 & 0xFF;
            blue[i] = packed[i] & 0xFF;
        }
    }

    private void column(int line) {
        if (all.length == 0) {
            all = new int[Math.multiplyExact(packed.length, frame.columns())];
            for (int r = 0; r < packed.length; r++)
                colours.load(origin + r, 0, frame.columns(), all, r * frame.columns());
        }
        for (int r = 0; r < packed.length; r++) packed[r] = all[r * frame.columns() + line];
    }
}
