package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

/// A Huffman code as a DHT segment gives it (T.81 B.2.4.2, Annex C): how many codes of each length, and
/// their symbols in order.
final class HuffmanCode {
    /// No code at all.
    static final HuffmanCode EMPTY = new HuffmanCode(new byte[0]);

    /// Of the 16 bits that follow: those below `limit[n]` begin with a code of at most n bits.
    private final int[] limit = new int[17];

    private final int[] first = new int[17];
    private final byte[] symbols;

    private HuffmanCode(byte[] symbols) {
        this.symbols = symbols;
    }

    /// @param segment after the table's class and number
    static HuffmanCode of(Segment segment) throws Refusal {
        var counts = new int[17];
        int total = 0;
        for (int n = 1; n <= 16; n++) {
            counts[n] = segment.u8();
            total += counts[n];
        }
        if (total > 256) throw segment.wrong("B.2.4.2");
        var symbols = new byte[total];
        for (int i = 0; i < total; i++) symbols[i] = (byte) segment.u8();
        var code = new HuffmanCode(symbols);
        int next = 0;
        int index = 0;
        for (int n = 1; n <= 16; n++) {
            code.first[n] = index - (next >> (16 - n));
            next += counts[n] << (16 - n);
            if (next > 1 << 16) throw segment.wrong("C.2");
            index += counts[n];
            code.limit[n] = next;
        }
        return code;
    }

    /// @param bits the next 16 bits
    /// @return length of the code they begin with and its symbol, `length << 8 | symbol`; 0 where they
    ///     begin with none
    int find(int bits) {
        for (int n = 1; n <= 16; n++)
            if (bits < limit[n]) return n << 8 | symbols[first[n] + (bits >> (16 - n))] & 0xFF;
        return 0;
    }

    /// @param longest code wanted
    /// @return for each combination of `longest` bits what [#find] says, 0 for longer codes
    int[] prefixes(int longest) {
        var found = new int[1 << longest];
        int at = 0;
        for (int n = 1; n <= longest; n++) {
            int end = limit[n] >> (16 - longest);
            int shift = longest - n;
            for (; at < end; at++) found[at] = n << 8 | symbols[first[n] + (at >> shift)] & 0xFF;
        }
        return found;
    }

    /// The number that `size` extra bits stand for (T.81 F.2.2.1, EXTEND).
    static int extend(int bits, int size) {
        return size == 0 ? 0 : bits >> (size - 1) == 0 ? bits - (1 << size) + 1 : bits;
    }
}
