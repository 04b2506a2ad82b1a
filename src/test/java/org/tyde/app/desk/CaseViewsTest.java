package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.lut.Window;
import org.tyde.reading.Cases;
import org.tyde.reading.OpenCase;
import org.tyde.reading.VoiChoice;
import org.tyde.refusal.Refusal;
import org.tyde.report.View;
import org.tyde.report.flow.FlowReason;

import java.util.List;
import java.util.Optional;

class CaseViewsTest {
    private static OpenCase open() {
        return Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 50));
    }

    @Test
    void whatWasOnScreenIsShownAgainWithLayoutImageWindowAndActiveViewport() throws Exception {
        var open = open();
        open.goTo(1, 2);
        open.view(1, v -> v.with(new VoiChoice.Chosen(new Window(-600, 1500))));
        open.activate(1);
        var view = CaseViews.now(open).orElseThrow();
        assertEquals("1x2", view.layout());
        assertEquals(Optional.of(new View.Levels(-600, 1500)), view.shown().getLast().window());
        var left = open.viewport(1);
        open.layout(new ScreenLayout(1, 1));
        open.goTo(0, 0);
        CaseViews.show(open, view);
        assertEquals(new ScreenLayout(1, 2), open.layout());
        assertEquals(left.frame(), open.viewport(1).frame());
        assertEquals(left.view().voi(), open.viewport(1).view().voi());
        assertEquals(1, open.active());
        assertEquals(Optional.of(view), CaseViews.now(open));
    }

    @Test
    void aViewOfImagesThatAreNotHereIsRefusedAndNothingMoves() {
        var open = open();
        var before = CaseViews.now(open);
        var pane = new View.Pane(0, "x", "y", "2.25.99", 1, Optional.empty());
        var gone = new View("2x2", 0, List.of(pane));
        var refused = assertThrows(Refusal.class, () -> CaseViews.show(open, gone));
        assertEquals(FlowReason.IMAGES_GONE, refused.reason());
        assertEquals(before, CaseViews.now(open));
    }
}
