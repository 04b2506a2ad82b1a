package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class UndoStackTest {
    @Test
    void aStepCanBeTakenBackAndForth() {
        var stack = new UndoStack<>(1);
        assertFalse(stack.canUndo());
        stack.step(2);
        stack.step(3);
        assertTrue(stack.undo());
        assertEquals(2, stack.current());
        assertTrue(stack.canRedo());
        assertTrue(stack.redo());
        assertEquals(3, stack.current());
        assertFalse(stack.redo());
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        var stack = new UndoStack<>(1);
        stack.step(2);
        stack.undo();
        stack.step(9);
        assertFalse(stack.canRedo());
        stack.undo();
        assertEquals(1, stack.current());
    }

    @Test
    void nothingChangedIsNoStep() {
        var stack = new UndoStack<>(1);
        stack.step(1);
        assertFalse(stack.canUndo());
    }

    @Test
    void oneGestureIsOneStepAndTwoAreTwo() {
        var stack = new UndoStack<>(0);
        var first = new Object();
        var second = new Object();
        stack.step(1, first);
        stack.step(2, first);
        stack.step(3, second);
        stack.step(4, second);
        stack.undo();
        assertEquals(2, stack.current());
        stack.undo();
        assertEquals(0, stack.current());
    }

    @Test
    void aGestureGoesNoFurtherAfterAnUndo() {
        var stack = new UndoStack<>(0);
        var drag = new Object();
        stack.step(1, drag);
        stack.undo();
        stack.step(2, drag);
        stack.undo();
        assertEquals(0, stack.current());
    }

    @Test
    void anyWalkAgreesWithAListOfAllStates() {
        var random = new Random(77);
        for (int walk = 0; walk < 200; walk++) {
            var stack = new UndoStack<>(0);
            List<Integer> all = new ArrayList<>(List.of(0));
            int at = 0;
            for (int i = 1; i <= 60; i++) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        stack.step(i);
                        all.subList(at + 1, all.size()).clear();
                        all.add(i);
                        at++;
                    }
                    case 1 -> assertEquals(at > 0, stack.undo() && at-- > 0);
                    default -> {
                        boolean could = at + 1 < all.size();
                        assertEquals(could, stack.redo());
                        if (could) at++;
                    }
                }
                assertEquals(all.get(at), stack.current());
            }
        }
    }

    @Test
    void aVeryLongSessionKeepsItsLastSteps() {
        var stack = new UndoStack<>(0);
        for (int i = 1; i <= 2_000; i++) stack.step(i);
        int back = 0;
        while (stack.undo()) back++;
        assertEquals(500, back);
        assertEquals(1_500, stack.current());
    }
}
