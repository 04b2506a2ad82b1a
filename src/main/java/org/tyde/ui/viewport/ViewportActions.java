package org.tyde.ui.viewport;

import org.tyde.geometry.Turn;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.ScreenLayout;
import org.tyde.reading.OpenCase;
import org.tyde.reading.VoiChoice;
import org.tyde.reading.Zoom;
import org.tyde.ui.Action;
import org.tyde.ui.viewport.state.StateSaving.Scope;
import org.tyde.volume.Slab;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the keys do to the images: each action in the active viewport.
final class ViewportActions {
    private static final double STEP = 1.25;
    private final ImageDesk desk;
    private final Supplier<Optional<ViewportModel>> active;
    private final Map<Action, Runnable> table = new EnumMap<>(Action.class);

    ViewportActions(ImageDesk desk, Supplier<Optional<ViewportModel>> active) {
        this.desk = desk;
        this.active = active;
        scrolling();
        tools();
        picture();
        windows();
        layouts();
    }

    /// @return whether it was for the images
    boolean perform(Action action) {
        var step = table.get(action);
        if (step == null || desk.openCase().isEmpty()) return false;
        step.run();
        return true;
    }

    private void inCase(Action action, Consumer<OpenCase> step) {
        table.put(action, () -> desk.openCase().ifPresent(step));
    }

    private void inViewport(Action action, Consumer<ViewportModel> step) {
        table.put(action, () -> active.get().ifPresent(step));
    }

    private void scrolling() {
        scroll(Action.NEXT_IMAGE, 1);
        scroll(Action.PREVIOUS_IMAGE, -1);
        scroll(Action.NEXT_TEN_IMAGES, 10);
        scroll(Action.PREVIOUS_TEN_IMAGES, -10);
        inCase(Action.FIRST_IMAGE, c -> c.goTo(c.active(), 0));
        inCase(Action.LAST_IMAGE, c -> c.goTo(c.active(), Integer.MAX_VALUE));
        inCase(Action.NEXT_SERIES, c -> stepSeries(c, 1));
        inCase(Action.PREVIOUS_SERIES, c -> stepSeries(c, -1));
        inCase(Action.NEXT_STAGE, c -> step(c, 1));
        inCase(Action.PREVIOUS_STAGE, c -> step(c, -1));
        inCase(Action.NEXT_VIEWPORT, c -> stepViewport(c, 1));
        inCase(Action.PREVIOUS_VIEWPORT, c -> stepViewport(c, -1));
        inCase(Action.NEXT_PRIOR, ViewportActions::nextPrior);
        inCase(Action.CINE, ViewportActions::toggleCine);
        inCase(Action.CINE_ALL, ViewportActions::toggleAll);
        inCase(Action.CINE_FASTER, c -> c.clips().faster(c.active(), 1));
        inCase(Action.CINE_SLOWER, c -> c.clips().faster(c.active(), -1));
        inCase(Action.CINE_SWEEP, c -> c.clips().toggleSweep(c.active()));
        inCase(Action.NEXT_PHASE, c -> c.stepPhase(c.active(), 1));
        inCase(Action.PREVIOUS_PHASE, c -> c.stepPhase(c.active(), -1));
        inCase(Action.LINK_PRIOR, this::link);
    }

    private void scroll(Action action, int by) {
        inCase(action, c -> c.scroll(c.active(), by));
    }

    private void tools() {
        for (var action :
                List.of(
                        Action.TOOL_WINDOW,
                        Action.TOOL_PAN,
                        Action.TOOL_ZOOM,
                        Action.TOOL_SCROLL,
                        Action.TOOL_LENGTH,
                        Action.TOOL_ANGLE,
                        Action.TOOL_ELLIPSE)) inViewport(action, v -> chooseTool(v, action));
        inViewport(Action.DELETE_SELECTED, v -> v.drawing().deleteSelected());
        inViewport(Action.KEY_IMAGE, ViewportActions::toggleKeyImage);
        inCase(Action.UNDO, c -> c.marking().undo());
        inCase(Action.REDO, c -> c.marking().redo());
        inViewport(Action.CANCEL, this::cancel);
    }

    private void picture() {
        inViewport(Action.FIDELITY, ViewportModel::tellFidelity);
        inViewport(Action.SLAB_THICKER, v -> v.commands().slab(s -> s.thicker(1)));
        inViewport(Action.SLAB_THINNER, v -> v.commands().slab(s -> s.thicker(-1)));
        inViewport(Action.SLAB_PROJECTION, v -> v.commands().slab(Slab::nextProjection));
        inViewport(Action.INVERT, v -> v.commands().invert());
        inViewport(Action.PRESENTATION_STATE, v -> v.commands().nextPresentation());
        inViewport(Action.PRESENTATION_LIST, v -> v.choosing().ask());
        inViewport(Action.SUBTRACT, v -> v.commands().subtract());
        inViewport(Action.SAVE_PRESENTATION, v -> v.saving().ask(Scope.IMAGE));
        inViewport(Action.SAVE_PRESENTATION_SERIES, v -> v.saving().ask(Scope.SERIES));
        inViewport(Action.CALIBRATE, v -> v.calibrating().ask());
        inViewport(Action.OVERLAYS, v -> v.commands().nextOverlays());
        inViewport(Action.INTERPOLATION, v -> v.commands().nextInterpolation());
        inViewport(Action.ROTATE_RIGHT, v -> v.commands().turn(Turn::right));
        inViewport(Action.ROTATE_LEFT, v -> v.commands().turn(Turn::left));
        inViewport(Action.FLIP_HORIZONTAL, v -> v.commands().turn(Turn::flippedLeftRight));
        inViewport(Action.FLIP_VERTICAL, v -> v.commands().turn(Turn::flippedTopBottom));
        inViewport(Action.FIT, v -> v.commands().zoom(new Zoom.Fit()));
        inViewport(Action.ONE_TO_ONE, v -> v.commands().zoom(new Zoom.OneToOne()));
        inViewport(Action.LIFE_SIZE, v -> v.commands().zoom(new Zoom.LifeSize()));
        inViewport(Action.ZOOM_IN, v -> v.commands().zoomBy(STEP));
        inViewport(Action.ZOOM_OUT, v -> v.commands().zoomBy(1 / STEP));
        inCase(Action.RESET_VIEW, c -> c.reset(c.active()));
        var text = desk.textShownProperty();
        table.put(Action.TEXT_ON_OFF, () -> text.set(!text.get()));
        var found = desk.foundShownProperty();
        table.put(Action.AI_FIGURES, () -> found.set(!found.get()));
    }

    private void windows() {
        var digits = Action.presets();
        for (int digit = 0; digit < digits.size(); digit++) {
            int key = digit;
            inViewport(digits.get(digit), v -> v.commands().preset(key));
        }
        inViewport(Action.PRESET_FILE, v -> v.commands().choose(VoiChoice.first()));
    }

    private void layouts() {
        inCase(Action.MAXIMISE, c -> c.toggleMaximised(c.active()));
        layout(Action.LAYOUT_1X1, 1, 1);
        layout(Action.LAYOUT_1X2, 1, 2);
        layout(Action.LAYOUT_2X2, 2, 2);
        layout(Action.LAYOUT_3X3, 3, 3);
        layout(Action.LAYOUT_4X4, 4, 4);
    }

    private void layout(Action action, int rows, int columns) {
        inCase(action, c -> c.layout(new ScreenLayout(rows, columns)));
    }

    private void chooseTool(ViewportModel v, Action action) {
        desk.tools().left().cancelled(v);
        desk.tools().choose(action);
    }

    private static void toggleKeyImage(ViewportModel v) {
        v.state().frame().ifPresent(f -> v.inCase(c -> c.marking().toggleKeyImage(f.key())));
    }

    private static void step(OpenCase c, int by) {
        if (c.stage().pages() > 1 && c.page() + by >= 0 && c.page() + by < c.stage().pages())
            c.stepPage(by);
        else c.stepStage(by);
    }

    private static void stepSeries(OpenCase c, int by) {
        var now = c.viewport(c.active()).stack();
        if (now.isEmpty()) return;
        List<ImageStack> ofStudy =
                c.hang().stacks().stream()
                        .filter(s -> s.studyUid().equals(now.get().studyUid()))
                        .toList();
        int at = ofStudy.indexOf(now.get()) + by;
        if (at >= 0 && at < ofStudy.size()) c.show(c.active(), ofStudy.get(at));
    }

    private static void stepViewport(OpenCase c, int by) {
        int count = c.viewports().size();
        c.activate(Math.floorMod(c.active() + by, count));
    }

    private static void nextPrior(OpenCase c) {
        var priors = c.priors();
        if (priors.isEmpty()) return;
        int at = c.prior().map(priors::indexOf).orElse(-1);
        c.hangPrior(Optional.of(priors.get((at + 1) % priors.size()).uid()));
    }

    private static void toggleCine(OpenCase c) {
        if (c.viewport(c.active()).cine().isPresent()) c.clips().stop(c.active());
        else c.clips().play(c.active());
    }

    private static void toggleAll(OpenCase c) {
        if (c.viewports().stream().anyMatch(v -> v.cine().isPresent())) c.clips().stopAll();
        else c.clips().playAll();
    }

    private void link(OpenCase c) {
        boolean was = c.link().isPresent();
        if (!c.toggleLink() && !was)
            active.get().ifPresent(v -> v.refuse(ViewportReason.NOTHING_TO_LINK));
    }

    /// The first press gives up what is half done, or the tool; the next resets the view.
    private void cancel(ViewportModel v) {
        if (v.saving().cancel() || v.choosing().cancel()) return;
        var tools = desk.tools();
        var left = tools.left();
        boolean drew = v.drawing().dropDraft();
        boolean gaveUp = left.cancelled(v) || drew;
        tools.fallBack();
        boolean hadTool = !left.equals(tools.left());
        boolean hadSelection = v.drawing().selectedProperty().get().isPresent();
        v.drawing().selectedProperty().set(Optional.empty());
        if (!gaveUp && !hadTool && !hadSelection) v.inCase(c -> c.reset(v.index()));
    }
}
