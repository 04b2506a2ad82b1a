package org.tyde.imaging.picture;

import org.tyde.imaging.Colours;
import org.tyde.imaging.Frame;

/// Reads lines of a frame channel by channel, 0 to 255, a line being a row or a column.
final class ColourLines {
    private final Frame frame;

    /// All pixels, columns together, where a line is a column.
    private final int[] turned;

    ColourLines(Frame frame, boolean columns) {
        this.frame = frame;
        turned = columns ? turned(frame) : new int[0];
    }

    private static int[] turned(Frame frame) {
        int rows = frame.rows();
        var all = new int[Math.multiplyExact(rows, frame.columns())];
        var row = new int[frame.columns()];
        var colours = frame.colours();
        for (int r = 0; r < rows; r++) {
            colours.load(r, 0, row.length, row, 0);
            for (int c = 0; c < row.length; c++) all[c * rows + r] = row[c];
        }
        return all;
    }

    /// @return for one thread
    Reader reader() {
        return new Reader();
    }

    /// Keeps the line it read last.
    final class Reader {
        private final Colours colours = frame.colours();
        private final int[] row = new int[turned.length > 0 ? 0 : frame.columns()];
        private int loaded = -1;

        /// @param shift of the channel in `0xRRGGBB`
        void load(int line, int from, int count, int shift, float[] into, int at) {
            var packed = turned;
            int start = line * frame.rows() + from;
            if (turned.length == 0) {
                if (loaded != line) colours.load(line, 0, row.length, row, 0);
                loaded = line;
                packed = row;
                start = from;
            }
            for (int i = 0; i < count; i++) into[at + i] = packed[start + i] >> shift & 0xFF;
        }
    }
}
