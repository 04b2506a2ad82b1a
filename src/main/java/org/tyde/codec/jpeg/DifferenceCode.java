package org.tyde.codec.jpeg;

/// A Huffman code joined with the extra bits of a lossless difference (T.81 H.1.2.2). What is found is
/// `difference << 8 | bits`.
final class DifferenceCode {
    static final int LOOK = 13;

    private final int[] fast;
    private final HuffmanCode code;

    static DifferenceCode of(HuffmanCode code) {
        return new DifferenceCode(code);
    }

    private DifferenceCode(HuffmanCode code) {
        this.code = code;
        this.fast = code.prefixes(LOOK);
        for (int i = 0; i < fast.length; i++) {
            int found = fast[i] == 0 ? 0 : join(fast[i], i << (32 - LOOK));
            fast[i] = (found & 0xFF) <= LOOK ? found : 0;
        }
    }

    /// @return for the next [#LOOK] bits what is found, 0 where they are too few or no code
    int[] fast() {
        return fast;
    }

    /// @param next 32 bits
    /// @return what is found, 0 for no code
    int slow(int next) {
        int found = code.find(next >>> 16);
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
