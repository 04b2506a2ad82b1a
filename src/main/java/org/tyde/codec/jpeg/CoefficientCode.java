package org.tyde.codec.jpeg;

/// A Huffman code joined with the extra bits that follow it, as one table look-up (T.81 F.2.2). What is
/// found is `value << 16 | step << 8 | bits`: the coefficient, how far it lies in the zigzag sequence from
/// the last one, and the bits all this took.
final class CoefficientCode {
    static final int LOOK = 11;

    /// A step beyond the end of every block.
    static final int END_OF_BLOCK = 64;

    /// Of a scan that has no use for one.
    static final CoefficientCode NONE = new CoefficientCode(HuffmanCode.EMPTY, true);

    private final int[] fast;
    private final int[] prefixes;
    private final HuffmanCode code;
    private final boolean dc;

    private CoefficientCode(HuffmanCode code, boolean dc) {
        this.code = code;
        this.dc = dc;
        this.prefixes = code.prefixes(LOOK);
        this.fast = new int[prefixes.length];
        for (int i = 0; i < fast.length; i++) {
            int found = prefixes[i] == 0 ? 0 : join(prefixes[i], i << (32 - LOOK));
            fast[i] = (found & 0xFF) <= LOOK ? found : 0;
        }
    }

    static CoefficientCode dc(HuffmanCode code) {
        return new CoefficientCode(code, true);
    }

    static CoefficientCode ac(HuffmanCode code) {
        return new CoefficientCode(code, false);
    }

    /// @return for the next [#LOOK] bits what is found, 0 where they are too few or no code
    int[] fast() {
        return fast;
    }

    /// @param next 32 bits
    /// @return what is found, 0 for no code
    int slow(int next) {
        int found = prefixes[next >>> (32 - LOOK)];
        if (found == 0) found = code.find(next >>> 16);
        return found == 0 ? 0 : join(found, next);
    }

    /// @param next 16 bits
    /// @return length of the code they begin with and its symbol, `length << 8 | symbol`; 0 for none
    int symbol(int next) {
        return code.find(next);
    }

    private int join(int found, int next) {
        int length = found >> 8;
        int size = dc ? found & 0xFF : found & 15;
        int run = dc ? 0 : found >> 4 & 15;
        if (size == 0 && !dc) {
            if (run == 15) return 16 << 8 | length;
            return run == 0 ? END_OF_BLOCK << 8 | length : 0;
        }
        if (size > 15) return 0;
        int value = size == 0 ? 0 : HuffmanCode.extend(next << length >>> (32 - size), size);
        return value << 16 | (run + 1) << 8 | (length + size);
    }
}
