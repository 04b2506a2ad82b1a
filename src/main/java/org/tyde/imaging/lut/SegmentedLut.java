package org.tyde.imaging.lut;

import java.util.Optional;

/// Segmented palette data (PS3.3 C.7.9.2): discrete, linear and indirect segments of 16-bit words, or of bytes.
final class SegmentedLut {
    private final int[] words;
    private final int unit;
    private final int[] entries;
    private int filled;

    private SegmentedLut(int[] words, int unit, int entries) {
        this.words = words;
        this.unit = unit;
        this.entries = new int[entries];
    }

    /// @return as many entries as the descriptor says; empty where the segments make more or fewer
    static Optional<int[]> expand(int[] words, int entries) {
        return expand(new SegmentedLut(words, 2, entries));
    }

    /// @return as of words
    static Optional<int[]> expandBytes(int[] bytes, int entries) {
        return expand(new SegmentedLut(bytes, 1, entries));
    }

    private static Optional<int[]> expand(SegmentedLut lut) {
        if (!lut.segments(0, lut.words.length, Integer.MAX_VALUE, true)) return Optional.empty();
        return lut.filled == lut.entries.length ? Optional.of(lut.entries) : Optional.empty();
    }

    private boolean segments(int from, int to, int most, boolean mayRefer) {
        int at = from;
        for (int n = 0; n < most && at + 1 < to; n++) {
            int code = words[at];
            int length = words[at + 1];
            at += 2;
            switch (code) {
                case 0 -> {
                    if (at + length > to || filled + length > entries.length) return false;
                    System.arraycopy(words, at, entries, filled, length);
                    filled += length;
                    at += length;
                }
                case 1 -> {
                    if (at >= to || filled == 0 || filled + length > entries.length) return false;
                    linear(length, words[at]);
                    at++;
                }
                case 2 -> {
                    int parts = 4 / unit;
                    if (!mayRefer || at + parts > to) return false;
                    long offset = 0;
                    for (int i = parts - 1; i >= 0; i--)
                        offset = offset << 8 * unit | words[at + i];
                    int start = (int) Math.min(offset / unit, Integer.MAX_VALUE);
                    if (start >= words.length) return false;
                    if (!segments(start, words.length, length, false)) return false;
                    at += parts;
                }
                default -> {
                    return code == (unit == 2 ? 0xFFFF : 0xFF);
                }
            }
        }
        return true;
    }

    private void linear(int length, int end) {
        int begin = entries[filled - 1];
        for (int i = 1; i <= length; i++)
            entries[filled + i - 1] = (int) Math.round(begin + (double) (end - begin) * i / length);
        filled += length;
    }
}
