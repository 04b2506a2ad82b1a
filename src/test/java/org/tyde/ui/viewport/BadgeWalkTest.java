package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.reading.Zoom;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.badge.Claim;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Random;

/// Walks through states of a viewport and holds what its badge says against the pixels that are on screen.
class BadgeWalkTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(901, 640);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /// What the badge says, in one word each.
    private record Said(boolean oneToOne, boolean interpolated, boolean averaged, boolean lossy) {}

    private static Said said() throws Exception {
        return Screens.on(
                () -> {
                    var claims = desk.pane(0).model().badgeProperty().get().claims();
                    return new Said(
                            claims.stream().anyMatch(c -> c instanceof Claim.OneToOne),
                            claims.stream().anyMatch(c -> c instanceof Claim.Interpolated),
                            claims.stream().anyMatch(c -> c instanceof Claim.Averaged),
                            claims.stream().anyMatch(c -> c instanceof Claim.Lossy));
                });
    }

    /// Whether every pixel on screen in the middle of the viewport is the grey of one stored value: the one it
    /// lies on, its neighbours being on the pixels beside it.
    private static boolean storedPixelForPixel() throws Exception {
        return Screens.on(
                () -> {
                    var pane = desk.pane(0);
                    var shown = pane.model().shown().orElseThrow();
                    var frame = shown.frame();
                    int midX = (int) pane.getWidth() / 2;
                    int midY = (int) pane.getHeight() / 2;
                    int varied = 0;
                    for (int dy = -40; dy < 40; dy++)
                        for (int dx = -40; dx < 40; dx++) {
                            var centre = new ScreenPoint(midX + dx + 0.5, midY + dy + 0.5);
                            var at = shown.pose().toImage(centre);
                            int c = (int) Math.rint(at.column());
                            int r = (int) Math.rint(at.row());
                            if (c < 0 || r < 0 || c >= frame.columns() || r >= frame.rows())
                                continue;
                            int stored = frame.value(c, r, 0);
                            int grey = frame.isPadding(stored) ? 0 : shown.pipeline().grey(stored);
                            int there = pane.argb(midX + dx, midY + dy) & 0xFF;
                            if (there != grey) return false;
                            if (there != 0 && there != 255) varied++;
                        }
                    return varied > 100;
                });
    }

    private static double pixelsPerColumn() throws Exception {
        return Screens.on(() -> desk.pane(0).model().shown().orElseThrow().pose().perColumn());
    }

    private static void holds(String after) throws Exception {
        desk.settle();
        // a first coarse picture says so itself; what is walked is the fine one
        Screens.until(
                () ->
                        desk.pane(0).model().badgeProperty().get().claims().stream()
                                .noneMatch(c -> c instanceof Claim.Coarse));
        var said = said();
        double scale = pixelsPerColumn();
        assertEquals(false, said.lossy, after);
        assertEquals(storedPixelForPixel(), said.oneToOne, after + " at " + scale + " " + said);
        if (scale > 1.0001) assertTrue(said.interpolated, after + " at " + scale);
        if (scale < 0.9999) assertTrue(said.averaged, after + " at " + scale);
    }

    @Test
    void theBadgeSaysWhatThePixelsAreWhateverIsDone() throws Exception {
        var open = desk.open("CT");
        holds("opening");
        var model = desk.pane(0).model();
        var random = new Random(20261123);
        for (int step = 0; step < 60; step++) {
            int kind = step < 4 ? 0 : random.nextInt(7);
            double by = random.nextDouble();
            Screens.run(
                    () -> {
                        switch (kind) {
                            case 0 -> model.commands().zoom(new Zoom.OneToOne());
                            case 1 -> model.commands().panBy(17.3 * by, -9.7 * by);
                            case 2 -> model.commands().wheel(1);
                            case 3 -> model.commands().zoomBy(0.5 + by);
                            case 4 -> model.commands().turn(t -> t.right());
                            case 5 -> model.commands().turn(t -> t.flippedLeftRight());
                            default -> open.reset(0);
                        }
                    });
            if (step % 13 == 5) {
                Screens.run(() -> desk.stage.setWidth(901 - 40 * by));
                desk.settle();
            }
            holds("step " + step + " of kind " + kind);
        }
    }
}
