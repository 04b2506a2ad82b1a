package org.tyde.codec.j2k;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The variable-length codes of the HT cleanup pass as look-ups.
///
/// A quad's *word* holds rho in bits 0 to 3, e_k in 4 to 7, e_1 in 8 to 11, u_off in 12 and the length of its
/// codeword in 13 to 15 (T.814 Annex C). A *split* says how the U-VLC bits of a pair of quads fall apart
/// (T.814 7.3.6): prefix bits in 0 to 2, suffix bits of the first in 3 to 5 and of the second in 6 to 8,
/// what the prefixes are worth in 9 to 11 and 12 to 14.
final class HtTables {
    /// Words of the first row of quads, by context and the next seven bits: `context << 7 | bits`.
    static final short[] FIRST = words("first");

    /// Words of all other rows of quads.
    static final short[] OTHER = words("other");

    /// Neither, the first, the second, or both quads of a pair have a U-VLC code; then the two kinds of pairs
    /// only the first row has: both, after MEL symbol 0, and after MEL symbol 1.
    static final int BOTH = 3;

    static final int BOTH_AFTER_ZERO = 4;
    static final int BOTH_AFTER_ONE = 5;

    /// Splits by kind of pair and the next six bits: `kind << 6 | bits`.
    static final short[] SPLITS = splits();

    private HtTables() {}

    private static short[] words(String row) {
        var words = new short[8 << 7];
        text().lines()
                .filter(line -> line.startsWith(row))
                .map(line -> line.split(" "))
                .forEach(
                        parts -> {
                            int context = Integer.parseInt(parts[1]);
                            for (int i = 2; i < parts.length; i++)
                                enter(words, context, Integer.parseInt(parts[i], 16));
                        });
        return words;
    }

    private static void enter(short[] words, int context, int digits) {
        int length = digits & 15;
        int code = digits >> 4 & 0xFF;
        int e1 = digits >> 12 & 15;
        int ek = digits >> 16 & 15;
        int uOff = digits >> 20 & 1;
        int rho = digits >> 24;
        int word = rho | ek << 4 | e1 << 8 | uOff << 12 | length << 13;
        for (int bits = code; bits < 128; bits += 1 << length)
            words[context << 7 | bits] = (short) word;
    }

    private static String text() {
        try (var in = HtTables.class.getResourceAsStream("ht-vlc.txt")) {
            return new String(
                    Objects.requireNonNull(in, "ht-vlc.txt").readAllBytes(),
                    StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static short[] splits() {
        var splits = new short[6 << 6];
        for (int kind = 0; kind < 6; kind++)
            for (int bits = 0; bits < 64; bits++)
                splits[kind << 6 | bits] = (short) split(kind, bits);
        return splits;
    }

    private static int split(int kind, int bits) {
        int first = kind == 2 ? 0 : prefix(bits);
        if (kind == 0) return 0;
        int length = kind == 2 ? 0 : prefixLength(bits);
        int rest = bits >> length;
        if (kind == 1) return split(length, first, 0, suffix(first), 0);
        if (kind == BOTH_AFTER_ZERO && first > 2)
            return split(length + 1, first, 1 + (rest & 1), suffix(first), 0);
        int second = prefix(rest);
        int worth = kind == BOTH_AFTER_ONE ? 2 : 0;
        return split(
                length + prefixLength(rest),
                first == 0 ? 0 : first + worth,
                second + worth,
                suffix(first),
                suffix(second));
    }

    private static int split(int length, int first, int second, int suffix1, int suffix2) {
        return length | suffix1 << 3 | suffix2 << 6 | first << 9 | second << 12;
    }

    /// u_pfx: 1, 01, 001 and 000 are worth 1, 2, 3 and 5.
    private static int prefix(int bits) {
        return (bits & 7) == 0 ? 5 : Integer.numberOfTrailingZeros(bits & 7) + 1;
    }

    private static int prefixLength(int bits) {
        return Math.min(3, prefix(bits));
    }

    private static int suffix(int prefix) {
        return prefix == 3 ? 1 : prefix == 5 ? 5 : 0;
    }
}
