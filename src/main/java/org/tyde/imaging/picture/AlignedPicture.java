package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ValueLines;

import java.nio.IntBuffer;
import java.util.Arrays;

/// A picture whose sides are parallel to the image's: its lines are resampled along and across, one after
/// the other. Where it is magnified each line of the image is first resampled along, once; where it is
/// reduced lines are first averaged.
final class AlignedPicture {
    private final Frame frame;
    private final boolean quarter;
    private final int width;
    private final Taps across;
    private final Taps down;

    /// First pixel of a line that is needed, -1 where the edge is repeated; and how many.
    private final int origin;

    private final int reach;

    AlignedPicture(Drawing drawing, boolean skipping) {
        frame = drawing.frame();
        quarter = drawing.quarter();
        width = drawing.width();
        int height = drawing.height();
        var way = drawing.interpolation();
        var back = drawing.view().atLevel(frame.level()).inverse();
        int rows = frame.rows();
        int columns = frame.columns();
        across =
                quarter
                        ? new Taps(width, rows, back.yx(), back.ty(), way, skipping)
                        : new Taps(width, columns, back.xx(), back.tx(), way, skipping);
        down =
                quarter
                        ? new Taps(height, columns, back.xy(), back.tx(), way, skipping)
                        : new Taps(height, rows, back.yy(), back.ty(), way, skipping);
        origin = across.any() ? across.least() : 0;
        reach = across.any() ? across.end() - origin : 0;
    }

    Sampling sampling(boolean coarse) {
        return new Sampling(kind(), frame.level(), coarse || kind() == Sampling.Kind.SKIPPED);
    }

    /// @return whether its values are more work than reading stored ones
    boolean resampled() {
        return across.weighs() || down.weighs();
    }

    private Sampling.Kind kind() {
        var both = new Taps[] {across, down};
        for (var taps : both) if (taps.skips) return Sampling.Kind.SKIPPED;
        for (var taps : both) if (taps.kind == Taps.Kind.AREA) return Sampling.Kind.AVERAGED;
        for (var taps : both) if (taps.kind == Taps.Kind.CUBIC) return Sampling.Kind.CUBIC;
        for (var taps : both) if (taps.kind == Taps.Kind.LINEAR) return Sampling.Kind.LINEAR;
        if (frame.level() > 0) return Sampling.Kind.AVERAGED;
        return across.whole && down.whole ? Sampling.Kind.ONE_TO_ONE : Sampling.Kind.NEAREST;
    }

    /// @return makes rows of a grey picture
    Rows grey(Greys greys, IntBuffer bgra) {
        return grey(greys, bgra, new float[0]);
    }

    /// @param keep takes the values of all pixels, as `greys` has them, where it has room
    /// @return makes rows of a grey picture
    Rows grey(Greys greys, IntBuffer bgra, float[] keep) {
        var lines =
                quarter
                        ? frame.columnLines(greys.zero(), greys.scale(), greys.offset())
                        : frame.rowLines(greys.zero(), greys.scale(), greys.offset());
        var out = new PixelRows(bgra, width);
        var channel = new Channel(lines.gaps(), (line, into) -> load(lines, line, into));
        return y -> {
            if (outside(y)) {
                out.black(y);
                return;
            }
            out.border(y, across.from, across.to);
            var row = channel.row(y);
            if (keep.length > 0)
                System.arraycopy(
                        row, across.from, keep, y * width + across.from, across.to - across.from);
            greys.colour(row, across.from, across.to, out.pixels(), out.at(y));
            out.written(y);
        };
    }

    /// @param kept values of all pixels
    /// @param ramp whose lines are values less its zero
    /// @return makes rows of a grey picture
    Rows greyOf(KeptValues.Values kept, Ramp ramp, IntBuffer bgra) {
        var out = new PixelRows(bgra, width);
        float shift = (float) (kept.zero - ramp.zero());
        var row = new float[width];
        return y -> {
            if (outside(y)) {
                out.black(y);
                return;
            }
            out.border(y, across.from, across.to);
            moved(kept.values, y * width, shift, row);
            ramp.colour(row, across.from, across.to, out.pixels(), out.at(y));
            out.written(y);
        };
    }

    private static void moved(float[] values, int at, float shift, float[] row) {
        for (int i = 0; i < row.length; i++) row[i] = values[at + i] + shift;
    }

    private void load(ValueLines lines, int line, float[] into) {
        int lead = Math.max(0, -origin);
        int count = Math.min(length(), origin + reach) - origin - lead;
        lines.load(line, origin + lead, count, into, lead);
        repeatEdges(into, lead, count);
    }

    private int length() {
        return quarter ? frame.rows() : frame.columns();
    }

    private void repeatEdges(float[] line, int lead, int count) {
        Arrays.fill(line, 0, lead, line[lead]);
        Arrays.fill(line, lead + count, reach, line[lead + count - 1]);
    }

    /// @return makes rows of a colour picture
    Rows colour(ColourLines colours, IntBuffer bgra) {
        var reader = colours.reader();
        var out = new PixelRows(bgra, width);
        var channels = new Channel[3];
        for (int c = 0; c < 3; c++) {
            int shift = 16 - 8 * c;
            channels[c] =
                    new Channel(
                            false,
                            (line, into) -> {
                                int lead = Math.max(0, -origin);
                                int count = Math.min(length(), origin + reach) - origin - lead;
                                reader.load(line, origin + lead, count, shift, into, lead);
                                repeatEdges(into, lead, count);
                            });
        }
        return y -> {
            if (outside(y)) {
                out.black(y);
                return;
            }
            out.border(y, across.from, across.to);
            var red = channels[0].row(y);
            var green = channels[1].row(y);
            var blue = channels[2].row(y);
            var pixels = out.pixels();
            int at = out.at(y);
            for (int x = across.from; x < across.to; x++)
                pixels[at + x] =
                        Greys.BLACK
                                | (int) (red[x] + 0.5f) << 16
                                | (int) (green[x] + 0.5f) << 8
                                | (int) (blue[x] + 0.5f);
            out.written(y);
        };
    }

    /// @return the colours of its image, read once for all threads where columns are lines
    ColourLines colours() {
        return new ColourLines(frame, quarter);
    }

    private boolean outside(int y) {
        return y < down.from || y >= down.to || !across.any();
    }

    private interface Source {
        /// All that is needed of a line of the image.
        void load(int line, float[] into);
    }

    /// One value of each pixel of a row, by the thread that makes it.
    private final class Channel {
        private final Source source;
        private final boolean gaps;
        private final boolean averaging = down.kind == Taps.Kind.AREA;
        private final float[] line = new float[reach];
        private final float[] mixed = new float[averaging ? reach : width];
        private final float[] row = new float[width];
        private final float[][] held;
        private final int[] numbers;
        private final float[][] now = new float[down.most][];

        Channel(boolean gaps, Source source) {
            this.gaps = gaps;
            this.source = source;
            held = new float[down.most + 1][averaging ? reach : width];
            numbers = new int[down.most + 1];
            Arrays.fill(numbers, -1);
        }

        float[] row(int y) {
            int last = (quarter ? frame.columns() : frame.rows()) - 1;
            for (int k = 0; k < down.most; k++)
                now[k] = held(Math.clamp(down.first[y] + k, 0, last));
            if (!averaging) {
                if (down.most == 1) return now[0];
                Resampling.down(now, down, y, across.from, across.to, mixed, gaps);
                return mixed;
            }
            Resampling.down(now, down, y, 0, reach, mixed, gaps);
            Resampling.along(mixed, origin, across, row, gaps);
            return row;
        }

        private float[] held(int number) {
            int slot = number % numbers.length;
            var there = held[slot];
            if (numbers[slot] == number) return there;
            numbers[slot] = number;
            if (averaging) {
                source.load(number, there);
            } else {
                source.load(number, line);
                Resampling.along(line, origin, across, there, gaps);
            }
            return there;
        }
    }
}
