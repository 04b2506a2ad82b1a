package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class QuadrupedEdgesTest {
    /// PS3.3 C.7.6.1.1.1: the value is where the row runs (right) and where the column runs (bottom).
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # row, column, left, top, right, bottom
                    LE,    CD,     RT,   ?,   LE,    CD
                    RT,    V,      LE,   D,   RT,    V
                    CR,    V,      CD,   D,   CR,    V
                    CD,    V,      ?,    D,   CD,    V
                    R,     V,      CD,   D,   R,     V
                    M,     DI,     L,    PR,  M,     DI
                    L,     PR,     M,    DI,  L,     PR
                    PA,    DI,     D,    PR,  PA,    DI
                    PL,    DI,     D,    PR,  PL,    DI
                    LECR,  V,      RTCD, D,   LECR,  V
                    VLE,   CR,     DRT,  CD,  VLE,   CR
                    RRT,   V,      CDLE, D,   RRT,   V
                    A,     V,      ?,    D,   ?,     V
                    LERT,  V,      ?,    D,   ?,     V
                    LELE,  V,      ?,    D,   ?,     V
                    '',    V,      ?,    D,   ?,     V
                    H,     F,      ?,    ?,   ?,     ?
                    """)
    void eachEdgeSaysWhatTheFileSaysAndNothingElse(
            String row, String column, String left, String top, String right, String bottom) {
        assertEquals(List.of(left, top, right, bottom), QuadrupedEdges.of(row, column, Turn.NONE));
    }

    @Test
    void lettersGoRoundWithThePicture() {
        for (var turn : TurnTest.all()) {
            var edges = QuadrupedEdges.of("LE", "CR", turn);
            var turned = QuadrupedEdges.of("LE", "CR", turn.right());
            assertEquals(edges.get(0), turned.get(1), turn + ": left goes to the top");
            assertEquals(edges.get(1), turned.get(2), turn + ": the top goes to the right");
            assertEquals(edges.get(2), turned.get(3), turn + ": right goes to the bottom");
            assertEquals(edges.get(3), turned.get(0), turn + ": the bottom goes to the left");
            var flipped = QuadrupedEdges.of("LE", "CR", turn.flippedLeftRight());
            assertEquals(List.of(edges.get(2), edges.get(1), edges.get(0), edges.get(3)), flipped);
        }
    }
}
