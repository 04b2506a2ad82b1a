package org.tyde.ui.viewport.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LabelRoomTest {
    @Test
    void theFirstStandsWhereItWantsAndTheNextJustBelow() {
        var room = new LabelRoom(400, 300);
        assertEquals(new Rectangle2D(100, 100, 60, 20), room.take(100, 100, 60, 20));
        assertEquals(new Rectangle2D(110, 120, 60, 20), room.take(110, 105, 60, 20));
        assertEquals(new Rectangle2D(90, 140, 60, 20), room.take(90, 98, 60, 20));
        assertEquals(new Rectangle2D(200, 100, 60, 20), room.take(200, 100, 60, 20));
    }

    @Test
    void numbersNeverLeaveTheViewport() {
        var room = new LabelRoom(400, 300);
        assertEquals(new Rectangle2D(340, 280, 60, 20), room.take(390, 295, 60, 20));
        assertEquals(new Rectangle2D(340, 260, 60, 20), room.take(390, 299, 60, 20));
        assertEquals(new Rectangle2D(0, 0, 60, 20), room.take(-30, -30, 60, 20));
    }

    @Property(tries = 300)
    void noneCoversAnotherWhileThereIsRoom(
            @ForAll @Size(max = 10) List<@DoubleRange(min = -50, max = 350) Double> wanted) {
        var room = new LabelRoom(300, 300);
        var taken = new ArrayList<Rectangle2D>();
        for (var y : wanted) {
            var place = room.take(20, y, 80, 15);
            assertTrue(place.getMinY() >= 0 && place.getMaxY() <= 300);
            for (var other : taken)
                assertFalse(
                        other.getMinY() < place.getMaxY() - 0.51
                                && place.getMinY() < other.getMaxY() - 0.51);
            taken.add(place);
        }
    }
}
