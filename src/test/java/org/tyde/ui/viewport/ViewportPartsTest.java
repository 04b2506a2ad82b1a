package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.geometry.Bearing;
import org.tyde.geometry.PatientDirection;
import org.tyde.hanging.ScreenLayout;

class ViewportPartsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # px/mm, room px, mm,  px
                    1,        120,     100, 100
                    2,        120,     50,  100
                    5,        120,     20,  100
                    0.5,      120,     200, 100
                    30,       120,     2,   60
                    200,      120,     0.5, 100
                    """)
    void aScaleBarIsTheLongestRoundLengthThatFits(double scale, double room, double mm, double px) {
        var bar = ScaleBar.within(scale, room);
        assertEquals(mm, bar.millimetres(), 1e-9);
        assertEquals(px, bar.pixels(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # start, ms passed, frame   (10 frames of 40 ms)
                    0,       0,         0
                    0,       39.9,      0
                    0,       40,        1
                    0,       400,       0
                    3,       80,        5
                    9,       40,        0
                    0,       4000040,   1
                    """)
    void theLoopIsTrueToTheClockHoweverSlowTheScreen(int start, double ms, int frame) {
        var clock = new CineClock(10, 40, start, 5_000_000);
        assertEquals(frame, clock.frameAt(5_000_000 + Math.round(ms * 1e6)));
        assertEquals(25, clock.rate());
    }

    @Test
    void aLoopWithoutTimeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CineClock(10, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new CineClock(0, 40, 0, 0));
    }

    @Test
    void neighbouringCellsMeetOnTheSamePixel() {
        for (int rows = 1; rows <= 4; rows++)
            for (int columns = 1; columns <= 4; columns++) {
                var cells = GridCells.of(new ScreenLayout(rows, columns), 1001, 777, 0, 0).cells();
                assertEquals(rows * columns, cells.size());
                double right = 0;
                for (int c = 0; c < columns; c++) {
                    assertEquals(right, cells.get(c).x());
                    right += cells.get(c).width();
                }
                assertEquals(1001, right);
                var last = cells.getLast();
                assertEquals(777, last.y() + last.height());
            }
    }

    @Test
    void headAndFeetAreWrittenWithoutALoneH() {
        var bearing = Bearing.of(PatientDirection.H, PatientDirection.P, PatientDirection.R);
        assertEquals("SPR", EdgeLetters.SUPERIOR_INFERIOR.text(bearing));
        assertEquals("HPR", EdgeLetters.HEAD_FEET.text(bearing));
        assertEquals("IAL", EdgeLetters.SUPERIOR_INFERIOR.text(bearing.opposite()));
        assertEquals("", EdgeLetters.SUPERIOR_INFERIOR.text(Bearing.UNKNOWN));
    }

    @Test
    void theScrollBarsPlacesCoverTheStackEvenly() {
        var bar = new StackScrollBar(_ -> {});
        bar.resize(StackScrollBar.WIDTH, 100);
        bar.show(10, 0, new java.util.BitSet(), new java.util.BitSet());
        assertEquals(0, bar.placeAt(-5));
        assertEquals(0, bar.placeAt(9.9));
        assertEquals(1, bar.placeAt(10));
        assertEquals(9, bar.placeAt(99));
        assertEquals(9, bar.placeAt(500));
        assertTrue(bar.isVisible());
        bar.show(1, 0, new java.util.BitSet(), new java.util.BitSet());
        assertEquals(0, bar.placeAt(50));
    }
}
