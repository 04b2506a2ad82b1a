package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.hanging.ScreenLayout;
import org.tyde.ui.Messages;
import org.tyde.ui.control.StackScrollBar;
import org.tyde.ui.viewport.state.Pose;
import org.tyde.ui.viewport.text.PriorAge;
import org.tyde.ui.viewport.text.ScaleBar;

import java.time.LocalDateTime;

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

    @Test
    void neighbouringCellsMeetOnTheSamePixel() {
        for (int rows = 1; rows <= 4; rows++)
            for (int columns = 1; columns <= 4; columns++) {
                var cells =
                        GridCells.of(new ScreenLayout(rows, columns), 1001, 777, 0, 0, 1).cells();
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

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # quarters, mirrored
                    0, false
                    1, false
                    2, false
                    3, false
                    0, true
                    1, true
                    2, true
                    3, true
                    """)
    void aPoseGoesToTheScreenAndBackAsTheRenderersMapDoes(int quarters, boolean mirrored) {
        var pose = new Pose(100, 60, 1.5, 2.5, new Turn(quarters, mirrored), 200, 150);
        var place = new ImagePoint(12.25, 40.5);
        var there = pose.toScreen(place);
        var back = pose.toImage(there);
        assertEquals(place.column(), back.column(), 1e-9);
        assertEquals(place.row(), back.row(), 1e-9);
        var drawn = pose.matrix(2).toScreen(place.column(), place.row());
        assertEquals(there.x() * 2, drawn.x(), 1e-9);
        assertEquals(there.y() * 2, drawn.y(), 1e-9);
        assertEquals(mirrored, pose.matrix(1).mirrored());
        var zoomed = pose.zoomed(3, there);
        assertEquals(there.x(), zoomed.toScreen(place).x(), 1e-9);
        assertEquals(there.y(), zoomed.toScreen(place).y(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # prior,           current,          en,                    nb
                    2026-11-20T06:00,  2026-11-20T09:20, 3 h 20 min before,     3 t 20 min før
                    2026-11-20T09:00,  2026-11-20T09:20, 20 min before,         20 min før
                    2026-11-19T23:00,  2026-11-20T09:20, 1 day before,          1 dag før
                    2026-11-10T09:00,  2026-11-20T09:20, 10 days before,        10 dager før
                    2026-10-20T09:00,  2026-11-20T09:20, 4 weeks before,        4 uker før
                    2026-03-14T13:40,  2026-11-20T09:14, 8 months before,       8 måneder før
                    2024-10-08T10:02,  2026-11-19T14:20, 2 years 1 month before, 2 år 1 måned før
                    2011-11-19T10:02,  2026-11-19T14:20, 15 years before,       15 år før
                    2027-01-01T00:00,  2026-11-19T14:20, not before the current one, ikke før den aktuelle
                    """)
    void aPriorSaysHowLongBefore(String prior, String current, String english, String norwegian) {
        var age = new PriorAge(LocalDateTime.parse(prior), LocalDateTime.parse(current));
        var messages = new Messages();
        assertEquals(norwegian, age.text(messages));
        messages.localeProperty().set(Messages.ENGLISH);
        assertEquals(english, age.text(messages));
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
