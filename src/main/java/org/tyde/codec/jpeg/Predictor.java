package org.tyde.codec.jpeg;

/// The predictors of the lossless process (T.81 Table H.1), undone line by line. Sums are modulo 2^16; what
/// lies above the precision of the samples, in damaged streams only, is cut off with it.
final class Predictor {
    private Predictor() {}

    /// The first line of a scan or of a restart interval: from the left only (H.1.2.1).
    ///
    /// @param line differences from `from` on, those of a pixel together; samples afterwards
    /// @param step samples of a pixel
    /// @param origin what the first sample is predicted as
    /// @param mask the bits of a sample
    static void firstLine(int[] line, int from, int to, int step, int origin, int mask) {
        for (int x = from; x < to; x++) {
            int a = x < from + step ? origin : line[x - step];
            line[x] = a + line[x] & mask;
        }
    }

    /// @param selection 1 to 7
    /// @param line differences, those of a pixel together; samples afterwards
    /// @param above the samples of the line above
    /// @param width samples to undo, from the first of the line
    /// @param step samples of a pixel
    /// @param mask the bits of a sample
    static void line(int selection, int[] line, int[] above, int width, int step, int mask) {
        for (int x = 0; x < step; x++) line[x] = line[x] + above[x] & mask;
        switch (selection) {
            case 2 -> {
                for (int x = step; x < width; x++) line[x] = line[x] + above[x] & mask;
            }
            case 3 -> {
                for (int x = step; x < width; x++) line[x] = line[x] + above[x - step] & mask;
            }
            default -> {
                if (step == 1) one(selection, line, above, width, mask);
                else several(selection, line, above, width, step, mask);
            }
        }
    }

    /// Here the sample to the left is kept at hand: each waits for the one before.
    private static void one(int selection, int[] line, int[] above, int width, int mask) {
        int a = line[0];
        switch (selection) {
            case 1 -> {
                for (int x = 1; x < width; x++) {
                    a = a + line[x] & mask;
                    line[x] = a;
                }
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

    private static void several(
            int selection, int[] line, int[] above, int width, int step, int mask) {
        for (int x = step; x < width; x++) {
            int a = line[x - step];
            int b = above[x];
            int c = above[x - step];
            int predicted =
                    switch (selection) {
                        case 1 -> a;
                        case 4 -> a + b - c;
                        case 5 -> a + (b - c >> 1);
                        case 6 -> b + (a - c >> 1);
                        default -> a + b >> 1;
                    };
            line[x] = line[x] + predicted & mask;
        }
    }
}
