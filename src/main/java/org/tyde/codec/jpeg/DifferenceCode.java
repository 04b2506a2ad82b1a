package org.tyde.codec.jpeg;

/// A Huffman code joined with the extra bits of a lossless difference (T.81 H.1.2.2). The table looks ahead far
/// enough to find two differences at once where both are short.
final class DifferenceCode {
    static final int LOOK = 12;

    /// Of an entry: set where it holds two differences.
    static final int TWO = 1 << 6;

    private final int[] fast;
    private final int[] prefixes;
    private final HuffmanCode code;

    private DifferenceCode(HuffmanCode code) {
        this.code = code;
        this.prefixes = code.prefixes(LOOK);
        var single = new int[prefixes.length];
        for (int i = 0; i < single.length; i++) {
            int found = prefixes[i] == 0 ? 0 : join(prefixes[i], i << (32 - LOOK));
            // a difference of 32768 has a short code, and no room in an entry
            boolean fits = (found & 0xFF) <= LOOK && found >> 8 < 1 << LOOK;
            single[i] = fits ? found : 0;
        }
        this.fast = new int[single.length];
        for (int i = 0; i < fast.length; i++) fast[i] = pair(single, i);
    }

    static DifferenceCode of(HuffmanCode code) {
        return new DifferenceCode(code);
    }

    private static int pair(int[] single, int prefix) {
        int first = single[prefix];
        if (first == 0) return 0;
        int bits = first & 0xFF;
        int second = single[prefix << bits & (1 << LOOK) - 1];
        int both = bits + (second & 0xFF);
        if (second == 0 || both > LOOK) return first >> 8 << 19 | bits;
        return first >> 8 << 19 | (second >> 8 & 0xFFF) << 7 | TWO | both;
    }

    /// Entries of 6 bits that say how many bits were taken, [#TWO], 12 bits of a second difference and 13 bits
    /// of the first; 0 where one difference takes more than [#LOOK] bits, or is none.
    int[] fast() {
        return fast;
    }

    static int first(int entry) {
        return entry >> 19;
    }

    static int second(int entry) {
        return entry << 13 >> 20;
    }

    static int count(int entry) {
        return 1 + (entry >> 6 & 1);
    }

    /// @param next 32 bits
    /// @return one difference and the bits it takes, `difference << 8 | bits`; 0 for none
    int slow(int next) {
        int found = prefixes[next >>> (32 - LOOK)];
        if (found == 0) found = code.find(next >>> 16);
        return found == 0 ? 0 : join(found, next);
    }

    /// Category 16 has no extra bits and means 32768 (Table H.2).
    private static int join(int found, int next) {
        int length = found >> 8;
        int size = found & 0xFF;
        if (size > 16) return 0;
        if (size == 16) return 32_768 << 8 | length;
        int value = size == 0 ? 0 : HuffmanCode.extend(next << length >>> (32 - size), size);
        return value << 8 | (length + size);
    }
}
