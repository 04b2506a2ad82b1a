package org.tyde.codec;

/// A frame being filled line by line with what a codestream holds. Lines may come in any order and from
/// several threads, each line from one.
public final class StoredLines {
    private final Agreement agreement;
    private final FrameFormat format;
    private final int step;
    private final Samples samples;
    private final boolean asTheyAre;

    StoredLines(Agreement agreement, FrameFormat format) {
        this.agreement = agreement;
        this.format = format;
        this.step = format.samplesPerPixel();
        int count = Math.toIntExact(format.samples());
        this.samples =
                switch (format.bytesPerSample()) {
                    case 1 -> new Samples.Bytes(format, new byte[count]);
                    case 2 -> new Samples.Shorts(format, new short[count]);
                    case 4 -> new Samples.Ints(format, new int[count]);
                    default -> new Samples.Longs(format, new long[count]);
                };
        int unused = 32 - 8 * format.bytesPerSample();
        this.asTheyAre =
                !agreement.clamped()
                        && agreement.shiftLeft() == unused
                        && agreement.shiftRight() == unused;
    }

    /// @param row zero-based
    /// @param component zero-based
    /// @param line samples as decoded: 0 to 2^precision - 1, or signed where the codestream is
    /// @param from index in `line` of the sample of column 0
    public void put(int row, int component, int[] line, int from) {
        put(row, component, 0, format.columns(), line, from);
    }

    /// Puts a part of a line, such as that of one tile.
    ///
    /// @param row zero-based
    /// @param component zero-based
    /// @param column of the first sample, zero-based
    /// @param columns samples there are
    /// @param line samples as decoded: 0 to 2^precision - 1, or signed where the codestream is
    /// @param from index in `line` of the first sample
    public void put(int row, int component, int column, int columns, int[] line, int from) {
        int at = (row * format.columns() + column) * step + component;
        switch (samples) {
            case Samples.Bytes b -> {
                var values = b.values();
                if (asTheyAre)
                    for (int c = 0; c < columns; c++) values[at + c * step] = (byte) line[from + c];
                else
                    for (int c = 0; c < columns; c++)
                        values[at + c * step] = (byte) agreement.stored(line[from + c]);
            }
            case Samples.Shorts s -> {
                if (step > 1) spread(line, from, columns, s.values(), at);
                else if (agreement.clamped()) clamped(line, from, columns, s.values(), at);
                else if (format.signed()) signed(line, from, columns, s.values(), at);
                else unsigned(line, from, columns, s.values(), at);
            }
            case Samples.Ints i -> {
                var values = i.values();
                for (int c = 0; c < columns; c++)
                    values[at + c * step] = agreement.stored(line[from + c]);
            }
            case Samples.Longs l -> {
                var values = l.values();
                for (int c = 0; c < columns; c++)
                    values[at + c * step] = agreement.stored((long) line[from + c]);
            }
            case Samples.Floats _, Samples.Doubles _ ->
                    throw new IllegalStateException("refused by the agreement");
        }
    }

    /// Puts a part of a line of samples of any precision.
    ///
    /// @param row zero-based
    /// @param component zero-based
    /// @param column of the first sample, zero-based
    /// @param columns samples there are
    /// @param line samples as decoded: 0 to 2^precision - 1, or signed where the codestream is
    /// @param from index in `line` of the first sample
    public void put(int row, int component, int column, int columns, long[] line, int from) {
        int at = (row * format.columns() + column) * step + component;
        for (int c = 0; c < columns; c++) {
            long value = agreement.stored(line[from + c]);
            int place = at + c * step;
            switch (samples) {
                case Samples.Bytes b -> b.values()[place] = (byte) value;
                case Samples.Shorts s -> s.values()[place] = (short) value;
                case Samples.Ints i -> i.values()[place] = (int) value;
                case Samples.Longs l -> l.values()[place] = value;
                case Samples.Floats _, Samples.Doubles _ ->
                        throw new IllegalStateException("refused by the agreement");
            }
        }
    }

    private void spread(int[] line, int from, int columns, short[] values, int at) {
        for (int c = 0; c < columns; c++)
            values[at + c * step] = (short) agreement.stored(line[from + c]);
    }

    private void clamped(int[] line, int from, int columns, short[] values, int at) {
        for (int c = 0; c < columns; c++) values[at + c] = (short) agreement.stored(line[from + c]);
    }

    // the two most frames take, as plain as they have to be for the compiler to use vectors

    private void signed(int[] line, int from, int columns, short[] values, int at) {
        int left = agreement.shiftLeft();
        int right = agreement.shiftRight();
        for (int c = 0; c < columns; c++)
            values[at + c] = (short) (line[from + c] << left >> right);
    }

    private void unsigned(int[] line, int from, int columns, short[] values, int at) {
        int left = agreement.shiftLeft();
        int right = agreement.shiftRight();
        for (int c = 0; c < columns; c++)
            values[at + c] = (short) (line[from + c] << left >>> right);
    }

    /// @return the frame, filled as far as lines were put
    public Samples samples() {
        return samples;
    }
}
