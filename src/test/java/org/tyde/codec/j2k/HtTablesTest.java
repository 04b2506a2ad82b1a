package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;

class HtTablesTest {
    @Test
    void everyCodeIsCompleteAndNestsItsPatterns() {
        var all = new HashSet<String>();
        for (boolean first : new boolean[] {true, false}) {
            var table = first ? HtTables.FIRST : HtTables.OTHER;
            for (int i = 0; i < table.length; i++) {
                int word = table[i] & 0xFFFF;
                int length = word >> 13;
                assertNotEquals(0, length, "no codeword at " + i);
                int rho = word & 15;
                int ek = word >> 4 & 15;
                int e1 = word >> 8 & 15;
                assertEquals(ek, ek & rho);
                assertEquals(e1, e1 & ek);
                int shortest = i & ~127 | i & (1 << length) - 1;
                assertEquals(word, table[shortest] & 0xFFFF, "two codewords at " + i);
                all.add(first + " " + shortest + " " + word);
            }
        }
        assertEquals(802, all.size());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # kind, bits as read, prefix bits, suffix 1, suffix 2, u 1, u 2  (T.814 7.3.6)
                    0, 101010, 0, 0, 0, 0, 0
                    1, 100000, 1, 0, 0, 1, 0
                    1, 010000, 2, 0, 0, 2, 0
                    1, 001000, 3, 1, 0, 3, 0
                    1, 000111, 3, 5, 0, 5, 0
                    2, 001000, 3, 0, 1, 0, 3
                    3, 000001, 6, 5, 1, 5, 3
                    3, 110000, 2, 0, 0, 1, 1
                    4, 001100, 4, 1, 0, 3, 2
                    4, 000000, 4, 5, 0, 5, 1
                    4, 010010, 5, 0, 1, 2, 3
                    5, 010010, 5, 0, 1, 4, 5
                    5, 000000, 6, 5, 5, 7, 7
                    """)
    void pairOfPrefixesFallsApart(
            int kind, String read, int prefix, int suffix1, int suffix2, int u1, int u2) {
        int bits = Integer.parseInt(new StringBuilder(read).reverse().toString(), 2);
        int split = HtTables.SPLITS[kind << 6 | bits];
        assertEquals(prefix, split & 7);
        assertEquals(suffix1, split >> 3 & 7);
        assertEquals(suffix2, split >> 6 & 7);
        assertEquals(u1, split >> 9 & 7);
        assertEquals(u2, split >> 12 & 7);
    }
}
