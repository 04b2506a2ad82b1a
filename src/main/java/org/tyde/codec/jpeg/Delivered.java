package org.tyde.codec.jpeg;

/// How many lines of the picture each component has been given, for streams that are cut off.
final class Delivered {
    private final FrameHeader frame;
    private final int[] lines;

    Delivered(FrameHeader frame) {
        this.frame = frame;
        this.lines = new int[frame.components().size()];
    }

    /// @param scan its header
    /// @param mcuLines lines of MCUs it has given in full
    /// @param side samples in a column of a unit of an MCU: 8 of blocks, 1 without
    void by(ScanHeader scan, int mcuLines, int side) {
        boolean alone = scan.parts().size() == 1;
        int whole = mcuLines * side * frame.mostVertical();
        for (var part : scan.parts()) {
            int vertical = frame.components().get(part.index()).vertical();
            lines[part.index()] = alone ? whole / vertical : whole;
        }
    }

    /// @return lines of the picture that all components have; where some have fewer, the last line would be
    ///     filtered with one that is not there
    int rows() {
        int least = frame.lines();
        for (int n : lines) least = Math.min(least, n);
        boolean filtered = frame.mostVertical() > 1 && least < frame.lines();
        return filtered ? Math.max(0, least - 1) : least;
    }
}
