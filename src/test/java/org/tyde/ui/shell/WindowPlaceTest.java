package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class WindowPlaceTest {
    private static final WindowPlace LEFT = new WindowPlace(0, 0, 1920, 1200, false);
    private static final WindowPlace RIGHT = new WindowPlace(1920, 0, 1920, 1200, false);

    private static WindowPlace at(double x, double y, double width, double height) {
        return new WindowPlace(x, y, width, height, false);
    }

    @Test
    void aWindowThatIsSeenStaysWhereItStood() {
        var place = at(2000, 100, 1000, 800);
        assertEquals(place, place.on(List.of(LEFT, RIGHT)));
    }

    @Test
    void aWindowWhoseScreenIsGoneComesWholeOntoTheOneThatIsThere() {
        assertEquals(at(920, 100, 1000, 800), at(2000, 100, 1000, 800).on(List.of(LEFT)));
    }

    @Test
    void aWindowLargerThanTheScreenIsCutToIt() {
        assertEquals(
                at(0, 0, 1000, 1000), at(1920, 0, 1920, 1200).on(List.of(at(0, 0, 1000, 1000))));
    }

    @Test
    void aWindowWhoseTitleLiesAboveTheScreenComesDown() {
        assertEquals(at(100, 0, 800, 600), at(100, -60, 800, 600).on(List.of(LEFT)));
    }

    @Test
    void aWindowAcrossTwoScreensStays() {
        var place = at(1500, 100, 1000, 800);
        assertEquals(place, place.on(List.of(LEFT, RIGHT)));
    }
}
