package org.tyde.codec;

import org.tyde.refusal.Refusal;

/// A part of a frame, in pixels of the whole frame.
///
/// @param column of its first pixels, zero-based
/// @param row of its first pixels, zero-based
/// @param columns at least 1
/// @param rows at least 1
public record FrameRegion(int column, int row, int columns, int rows) {
    /// @throws IllegalArgumentException when it holds no pixel or begins before the frame
    public FrameRegion {
        if (column < 0 || row < 0 || columns < 1 || rows < 1)
            throw new IllegalArgumentException(
                    columns + " x " + rows + " at " + column + ", " + row);
    }

    /// @param format of a frame
    /// @return whether all of it is within the frame
    public boolean within(FrameFormat format) {
        return columns <= format.columns() - column && rows <= format.rows() - row;
    }

    /// Cuts the region out of the frame.
    ///
    /// @param frame the whole frame, in which the region lies
    /// @return the values of the region, with as many rows as there are of it
    /// @throws Refusal why there is none of it
    Samples of(Samples frame) throws Refusal {
        var format = frame.format().sized(rows, columns);
        int count = Math.toIntExact(format.samples());
        var part =
                switch (frame) {
                    case Samples.Bytes b ->
                            new Samples.Bytes(format, copied(b, b.values(), new byte[count]));
                    case Samples.Shorts s ->
                            new Samples.Shorts(format, copied(s, s.values(), new short[count]));
                    case Samples.Ints i ->
                            new Samples.Ints(format, copied(i, i.values(), new int[count]));
                    case Samples.Longs l ->
                            new Samples.Longs(format, copied(l, l.values(), new long[count]));
                    case Samples.Floats f ->
                            new Samples.Floats(format, copied(f, f.values(), new float[count]));
                    case Samples.Doubles d ->
                            new Samples.Doubles(format, copied(d, d.values(), new double[count]));
                };
        return switch (frame.fidelity()) {
            case Fidelity.Whole _ -> part;
            case Fidelity.Partial some when !some.coarse() && some.rows() >= row + rows -> part;
            case Fidelity.Partial some ->
                    part.upTo(Math.min(rows, some.rows() - row), some.coarse(), some.why());
        };
    }

    private <T> T copied(Samples frame, T from, T to) {
        int pixel = frame.format().samplesPerPixel();
        int width = columns * pixel;
        for (int y = 0; y < rows; y++) {
            int first = ((row + y) * frame.format().columns() + column) * pixel;
            System.arraycopy(from, first, to, y * width, width);
        }
        return to;
    }
}
