package org.tyde.codec.jpeg;

/// The predictors of the lossless process (T.81 Table H.1), undone line by line. Sums are modulo 2^16; what
/// lies above the precision of the samples, in damaged streams only, is cut off with it.
final class Predictor {
    private Predictor() {}

    /// The first line of a scan or of a restart interval: from the left only (H.1.2.1).
    ///
    /// @param line differences from `from` on; samples afterwards
    /// @param origin what the first sample is predicted as
    /// @param mask the bits of a sample
    static void firstLine(int[] line, int from, int to, int origin, int mask) {
        int a = origin;
        for (int x = from; x < to; x++) {
            a = a + line[x] & mask;
            line[x] = a;
        }
    }

    /// @param selection 1 to 7
    /// @param line differences; samples afterwards
    /// @param above the samples of the line above
    /// @param width samples to undo, from the first of the line
    /// @param mask the bits of a sample
    static void line(int selection, int[] line, int[] above, int width, int mask) {
        int a = line[0] + above[0] & mask;
        line[0] = a;
        switch (selection) {
            case 1 -> {
                for (int x = 1; x < width; x++) {
                    a = a + line[x] & mask;
                    line[x] = a;
                }
            }
            case 2 -> {
                for (int x = 1; x < width; x++) line[x] = line[x] + above[x] & mask;
            }
            case 3 -> {
                for (int x = 1; x < width; x++) line[x] = line[x] + above[x - 1] & mask;
            }
            case 4 -> {
                for (int x = 1; x < width; x++) {
                    a = line[x] + (above[x] - above[x - 1]) + a & mask;
                    line[x] = a;
                }
            }
            case 5 -> {
                for (int x = 1; x < width; x++) {
                    a = line[x] + (above[x] - above[x - 1] >> 1) + a & mask;
                    line[x] = a;
                }
            }
            case 6 -> {
                for (int x = 1; x < width; x++) {
                    a = line[x] + above[x] + (a - above[x - 1] >> 1) & mask;
                    line[x] = a;
                }
            }
            default -> {
                for (int x = 1; x < width; x++) {
                    a = line[x] + (a + above[x] >> 1) & mask;
                    line[x] = a;
                }
            }
        }
    }
}
