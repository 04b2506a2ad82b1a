package org.tyde.app.desk;

import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.reading.OpenCase;
import org.tyde.reading.VoiChoice;
import org.tyde.refusal.Refusal;
import org.tyde.report.View;
import org.tyde.report.flow.FlowReason;

import java.util.ArrayList;
import java.util.Optional;

/// What is on screen as a report remembers it, and the way back. Used on the JavaFX thread.
final class CaseViews {
    private CaseViews() {}

    /// @param open the case
    /// @return what is on screen; empty where no viewport shows anything
    static Optional<View> now(OpenCase open) {
        var panes = new ArrayList<View.Pane>();
        for (int i = 0; i < open.viewports().size(); i++) {
            var shown = open.viewport(i);
            if (shown.stack().isEmpty() || shown.frame().isEmpty()) continue;
            var stack = shown.stack().get();
            var key = shown.frame().get().key();
            var window =
                    shown.view().voi() instanceof VoiChoice.Chosen(Window(var centre, var width))
                            ? Optional.of(new View.Levels(centre, width))
                            : Optional.<View.Levels>empty();
            panes.add(
                    new View.Pane(
                            i,
                            stack.studyUid(),
                            stack.seriesUid(),
                            key.sopInstanceUid(),
                            key.frame(),
                            window));
        }
        var grid = open.layout().rows() + "x" + open.layout().columns();
        return panes.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(grid, open.active(), panes));
    }

    /// Shows it again, as far as its images are here.
    ///
    /// @param open the case
    /// @param view as it was
    /// @throws Refusal none of its images is here
    static void show(OpenCase open, View view) throws Refusal {
        boolean here = view.shown().stream().anyMatch(p -> stackOf(open, p).isPresent());
        if (!here) throw new Refusal(FlowReason.IMAGES_GONE);
        var grid = layout(view);
        if (grid.isPresent() && !grid.get().equals(open.layout())) open.layout(grid.get());
        for (var pane : view.shown()) {
            var stack = stackOf(open, pane);
            if (stack.isEmpty() || pane.viewport() >= open.viewports().size()) continue;
            var key = new FrameKey(pane.sopUid(), pane.frame());
            if (!open.viewport(pane.viewport()).stack().equals(stack))
                open.show(pane.viewport(), stack.get());
            stack.get().indexOf(key).ifPresent(f -> open.goTo(pane.viewport(), f));
            pane.window()
                    .ifPresent(
                            w ->
                                    open.view(
                                            pane.viewport(),
                                            v ->
                                                    v.with(
                                                            new VoiChoice.Chosen(
                                                                    new Window(
                                                                            w.centre(),
                                                                            w.width())))));
        }
        open.activate(view.active());
    }

    private static Optional<org.tyde.hanging.ImageStack> stackOf(OpenCase open, View.Pane pane) {
        var key = new FrameKey(pane.sopUid(), pane.frame());
        return open.hang().stacks().stream().filter(s -> s.indexOf(key).isPresent()).findFirst();
    }

    private static Optional<ScreenLayout> layout(View view) {
        var parts = view.layout().split("x");
        try {
            return Optional.of(
                    new ScreenLayout(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException otherwise) {
            return Optional.empty();
        }
    }
}
