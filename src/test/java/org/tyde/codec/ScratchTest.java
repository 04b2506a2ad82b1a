package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;

class ScratchTest {
    @Test
    void anArrayServesItsNextUserOnceItIsBack() {
        var scratch = new Scratch();
        var first = scratch.take(100);
        assertNotSame(first, scratch.take(100));
        scratch.back(first);
        assertSame(first, scratch.take(60));
        assertNotSame(first, scratch.take(60), "it is in use");
    }

    @Test
    void oneThatIsTooSmallIsLeftToOthers() {
        var scratch = new Scratch();
        var small = scratch.take(10);
        scratch.back(small);
        assertTrue(scratch.take(11).length >= 11);
        assertSame(small, scratch.take(10));
    }

    @Test
    void noMoreAreKeptThanCanBeInUseAtOnce() {
        var scratch = new Scratch();
        var taken = new ArrayList<byte[]>();
        for (int i = 0; i < 500; i++) taken.add(scratch.take(10));
        var given = Collections.newSetFromMap(new IdentityHashMap<byte[], Boolean>());
        given.addAll(taken);
        taken.forEach(scratch::back);
        int kept = 0;
        while (given.contains(scratch.take(10))) kept++;
        assertTrue(kept <= Runtime.getRuntime().availableProcessors(), "kept " + kept);
    }
}
