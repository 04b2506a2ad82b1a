package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every demo study on screen; the pictures lie in `target/screens` to be looked at.
class ViewportScreensTest {
    @Test
    void aSmallMammogramKeepsItsNumbersWhole() throws Exception {
        try (var desk = new DeskOfSamples(380, 900)) {
            desk.open("MG");
            desk.keep("viewport-tiny");
            assertTrue(desk.pane(0).words().identity().getLast().contains("\u00a0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT", "MR", "DX", "MG", "US", "XA"})
    void everyDemoStudyIsShown(String modality) throws Exception {
        try (var desk = new DeskOfSamples(1000, 800)) {
            var open = desk.open(modality);
            desk.keep("viewport-" + modality);
            assertEquals(open.viewports().size(), desk.grid.viewports().size());
            for (var pane : desk.grid.viewports()) {
                if (pane.model().state().stack().isEmpty()) continue;
                assertTrue(pane.model().shown().isPresent(), "no picture");
                assertEquals(2, pane.words().identity().size());
            }
        }
    }
}
