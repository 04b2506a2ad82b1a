package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

final class SegmentedLutTest {
    @Test
    void aSegmentedPaletteIsExpanded() throws Exception {
        // discrete 2 values, linear 3 steps to 40 (PS3.3 C.7.9.2)
        int[] words = {0, 2, 0, 10, 1, 3, 40};
        assertEquals(List.of(0, 10, 20, 30, 40), expand(words, 5));
        assertTrue(SegmentedLut.expand(words, 6).isEmpty());
        // the same, then both segments again by reference
        int[] again = {0, 2, 0, 10, 1, 3, 40, 2, 2, 0, 0};
        assertEquals(List.of(0, 10, 20, 30, 40, 0, 10, 20, 30, 40), expand(again, 10));
    }

    private static List<Integer> expand(int[] words, int entries) {
        return Arrays.stream(SegmentedLut.expand(words, entries).orElseThrow()).boxed().toList();
    }
}
