package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.hanging.ImageStack;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

class CoverageLedgerTest {
    private static ImageStack stack() {
        return Cases.open(Cases.thorax("c", "f", 0)).currentStacks().getFirst();
    }

    @Test
    void nothingShownIsOneRange() {
        var unseen = new CoverageLedger().unseen(List.of(stack())).getFirst();
        assertEquals(List.of(new CoverageLedger.Range(1, 40)), unseen.ranges());
        assertEquals(40, unseen.count());
    }

    @Test
    void allShownIsNoEntry() {
        var ledger = new CoverageLedger();
        stack().frames().forEach(f -> ledger.shown(f.key()));
        assertEquals(List.of(), ledger.unseen(List.of(stack())));
        assertEquals(40, ledger.seen(stack()));
    }

    @Test
    void onlyTheFirstTimeCounts() {
        var ledger = new CoverageLedger();
        var key = stack().frame(3).key();
        assertFalse(ledger.seen(key));
        assertTrue(ledger.shown(key));
        assertFalse(ledger.shown(key));
        assertTrue(ledger.seen(key));
    }

    @Test
    void rangesAndSeenFramesTogetherAreTheStack() {
        var random = new Random(8);
        for (int n = 0; n < 100; n++) {
            var ledger = new CoverageLedger();
            var stack = stack();
            var missing = new BitSet();
            missing.set(1, 41);
            for (int i = 0; i < 40; i++)
                if (random.nextBoolean()) {
                    ledger.shown(stack.frame(i).key());
                    missing.clear(i + 1);
                }
            var told = new BitSet();
            int before = -1;
            for (var unseen : ledger.unseen(List.of(stack))) {
                assertEquals(missing.cardinality(), unseen.count());
                for (var r : unseen.ranges()) {
                    assertTrue(r.first() > before + 1, "ranges do not touch");
                    told.set(r.first(), r.last() + 1);
                    before = r.last();
                }
            }
            assertEquals(missing, told);
        }
    }
}
