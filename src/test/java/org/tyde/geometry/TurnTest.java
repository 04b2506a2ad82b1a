package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

class TurnTest {
    static List<Turn> all() {
        var all = new ArrayList<Turn>();
        for (int q = 0; q < 4; q++) {
            all.add(new Turn(q, false));
            all.add(new Turn(q, true));
        }
        return all;
    }

    private static List<Integer> matrix(Turn t) {
        return List.of(t.xx(), t.xy(), t.yx(), t.yy());
    }

    private static List<Integer> times(List<Integer> b, List<Integer> a) {
        return List.of(
                b.get(0) * a.get(0) + b.get(1) * a.get(2),
                b.get(0) * a.get(1) + b.get(1) * a.get(3),
                b.get(2) * a.get(0) + b.get(3) * a.get(2),
                b.get(2) * a.get(1) + b.get(3) * a.get(3));
    }

    @Test
    void thereAreEightDifferentOnes() {
        var matrices = new HashSet<List<Integer>>();
        all().forEach(t -> matrices.add(matrix(t)));
        assertEquals(8, matrices.size());
    }

    @Test
    void aTurnToTheRightSendsTheTopToTheRight() {
        // the image's top is (0,-1); clockwise it becomes screen (1,0)
        var t = Turn.NONE.right();
        assertEquals(1, -t.xy());
        assertEquals(0, -t.yy());
    }

    @Test
    void whatTheScreenDoesComesAfterWhatIsThere() {
        var rightTurn = List.of(0, -1, 1, 0);
        var leftTurn = List.of(0, 1, -1, 0);
        var leftRight = List.of(-1, 0, 0, 1);
        var topBottom = List.of(1, 0, 0, -1);
        for (var t : all()) {
            assertEquals(times(rightTurn, matrix(t)), matrix(t.right()));
            assertEquals(times(leftTurn, matrix(t)), matrix(t.left()));
            assertEquals(times(leftRight, matrix(t)), matrix(t.flippedLeftRight()));
            assertEquals(times(topBottom, matrix(t)), matrix(t.flippedTopBottom()));
        }
    }

    @Test
    void theyAreAGroup() {
        for (var a : all()) {
            assertEquals(Turn.NONE, a.then(a.inverse()));
            assertEquals(Turn.NONE, a.inverse().then(a));
            for (var b : all()) assertEquals(times(matrix(b), matrix(a)), matrix(a.then(b)));
        }
    }

    @Test
    void mirroredIsADeterminantOfMinusOne() {
        for (var t : all()) assertEquals(t.mirrored() ? -1 : 1, t.xx() * t.yy() - t.xy() * t.yx());
    }

    @Test
    void fiveQuartersAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new Turn(4, false));
        assertThrows(IllegalArgumentException.class, () -> new Turn(-1, false));
    }

    @Test
    void theFlipMayAlsoComeFirst() {
        for (var t : all()) {
            var m = t.mirrored() ? List.of(-1, 0, 0, 1) : List.of(1, 0, 0, 1);
            for (int i = 0; i < t.degreesAfterFlip() / 90; i++) m = times(List.of(0, -1, 1, 0), m);
            assertEquals(m, matrix(t));
        }
    }
}
