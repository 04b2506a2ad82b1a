package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.imaging.picture.Interpolation;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;

import java.util.Arrays;
import java.util.HashSet;

/// The reader chooses how values between stored pixels are found.
class InterpolationUseTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(900, 700);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void theKeyGoesThroughNearestLinearAndCubicAndThePictureFollows() throws Exception {
        desk.open("CT");
        Screens.run(() -> desk.grid.perform(Action.LAYOUT_1X1));
        desk.settle();
        Screens.run(() -> desk.pane(0).model().commands().zoomBy(3));
        long first = -1;
        for (long now = 0; first != now; now = Screens.on(() -> desk.pane(0).framesShown())) {
            first = now;
            Thread.sleep(700);
        }
        var pictures = new HashSet<Integer>();
        var ways = new HashSet<Interpolation>();
        for (var _ : Interpolation.values()) {
            long before = Screens.on(() -> desk.pane(0).framesShown());
            Screens.run(() -> desk.grid.perform(Action.INTERPOLATION));
            Screens.until(() -> desk.pane(0).framesShown() > before);
            pictures.add(Screens.on(InterpolationUseTest::picture));
            ways.add(desk.desk.interpolationProperty().get());
        }
        assertEquals(Interpolation.values().length, ways.size());
        assertEquals(Interpolation.values().length, pictures.size());
        assertEquals(Interpolation.LINEAR, desk.desk.interpolationProperty().get());
    }

    @Test
    void whatIsSettledIsNoLongerRough() throws Exception {
        desk.open("MG");
        desk.settle();
        Screens.until(() -> !desk.pane(0).rough());
        assertFalse(desk.pane(0).rough());
    }

    private static int picture() {
        var pane = desk.pane(0);
        var row = new int[400];
        for (int x = 0; x < row.length; x++) row[x] = pane.argb(200 + x, 300);
        return Arrays.hashCode(row);
    }
}
