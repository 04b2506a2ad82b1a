package org.tyde.ui.viewport;

import static org.tyde.ui.FxThread.FX;

import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.tyde.hanging.Placement;
import org.tyde.hanging.Placement.Wall;
import org.tyde.hanging.ScreenLayout;
import org.tyde.reading.CaseChange;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// The viewports of the open case, laid out as it hangs: 1x1 to 4x4, one of them alone when maximised;
/// mammograms with their chest walls together and at one scale in mm.
public final class ViewportGrid extends Region {
    private static final double GAP = 2;

    private final ImageDesk desk;
    private final List<ViewportPane> panes = new ArrayList<>();
    private final Map<String, OptionalDouble> fits = new HashMap<>();
    private final ToolMenu menu;
    private Consumer<Action> elsewhere = _ -> {};
    private final ViewportActions actions;
    private final Places places;
    private final AnimationTimer cine =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    boolean plays =
                            desk.openCase()
                                    .map(c -> c.clips().tick(ViewportGrid.this::here))
                                    .orElse(false);
                    if (!plays) stop();
                }
            };

    /// @param desk what the viewports share
    public ViewportGrid(ImageDesk desk) {
        this.desk = desk;
        this.actions = new ViewportActions(desk, this::activeModel);
        this.places = new Places(desk, this::viewports);
        getStyleClass().add("viewport-grid");
        ControlStyles.wear(this, ViewportGrid.class, "viewport.css");
        menu = new ToolMenu(desk.messages(), desk.keymap(), this::chosen);
        getChildren().add(menu);
        accessibleTextProperty().bind(desk.messages().in(ViewportGrid.class).bind("grid"));
        addEventFilter(
                KeyEvent.KEY_RELEASED,
                e -> {
                    if (e.getCode() == KeyCode.SHIFT) places.point(0, Optional.empty());
                });
        desk.noticeThrough(sentence -> active().ifPresent(p -> p.notice(sentence)));
        desk.openProperty().subscribe(_ -> opened());
        desk.listen(this::changed);
        desk.textShownProperty().subscribe(_ -> repaintAll());
        desk.foundShownProperty().subscribe(_ -> viewports().forEach(ViewportPane::marksChanged));
        desk.lettersProperty().subscribe(_ -> repaintAll());
        desk.overlaysProperty().subscribe(_ -> repaintAll());
        desk.interpolationProperty().subscribe(_ -> repaintAll());
        desk.presetsProperty().subscribe(_ -> repaintAll());
        desk.arrivingProperty().subscribe(_ -> panes.forEach(ViewportPane::sayState));
        desk.messages().localeProperty().subscribe(_ -> repaintAll());
    }

    /// @return the viewports now in the grid, by rows
    public List<ViewportPane> viewports() {
        int count = desk.openCase().map(c -> c.viewports().size()).orElse(0);
        return List.copyOf(panes.subList(0, Math.min(count, panes.size())));
    }

    /// @return the active viewport; empty while no case is open
    public Optional<ViewportPane> active() {
        return desk.openCase().map(OpenCase::active).filter(i -> i < panes.size()).map(panes::get);
    }

    /// @return the menu at the pointer
    public ToolMenu menu() {
        return menu;
    }

    /// @param others what of the menu is not for the images, such as other planes and the report
    public void leaveThrough(Consumer<Action> others) {
        elsewhere = others;
    }

    private void chosen(Action action) {
        if (!perform(action)) elsewhere.accept(action);
    }

    private Optional<ViewportModel> activeModel() {
        return active().map(ViewportPane::model);
    }

    /// Does what a key, the menu or the palette asks for, in the active viewport.
    ///
    /// @param action any
    /// @return whether it was for the images
    public boolean perform(Action action) {
        if (action == Action.CANCEL && menu.isVisible()) {
            menu.close();
            return true;
        }
        if (action == Action.REFERENCE_LINES && desk.openCase().isPresent()) {
            places.toggleLines();
            return true;
        }
        return actions.perform(action);
    }

    // ---- what changes

    private void opened() {
        cine.stop();
        menu.close();
        fits.clear();
        for (var pane : panes) pane.model().blank(new ViewportStatus.NoCase());
        arrange();
    }

    private void changed(CaseChange change) {
        switch (change) {
            case CaseChange.Viewport(int index) -> {
                if (index < panes.size()) show(index);
            }
            case CaseChange.Layout() -> arrange();
            case CaseChange.Active() -> {
                markActive();
                places.update();
            }
            case CaseChange.Link() -> repaintAll();
            case CaseChange.MarksChanged() -> viewports().forEach(ViewportPane::marksChanged);
            case CaseChange.Seen _ -> {}
            case CaseChange.Studies() -> repaintAll();
        }
        startCine();
    }

    /// Not while a frame is on its way: a newer wish would call it back, and none would ever come.
    private boolean here(int index) {
        if (index >= panes.size() || !panes.get(index).isVisible()) return true;
        var status = panes.get(index).model().statusProperty().get();
        return !(status instanceof ViewportStatus.Loading);
    }

    private void startCine() {
        boolean plays =
                desk.openCase()
                        .map(c -> c.viewports().stream().anyMatch(v -> v.cine().isPresent()))
                        .orElse(false);
        if (plays) cine.start();
    }

    private void show(int index) {
        var pane = panes.get(index);
        pane.setWall(pane.model().state().placement().map(Placement::wall).orElse(Wall.NONE));
        pane.model().refresh();
        pane.refreshScrollBar();
    }

    private void repaintAll() {
        for (var pane : viewports()) {
            pane.model().paint();
            pane.refreshScrollBar();
        }
    }

    private void markActive() {
        int active = desk.openCase().map(OpenCase::active).orElse(-1);
        boolean alone = viewports().size() < 2;
        for (int i = 0; i < panes.size(); i++) panes.get(i).setActive(i == active && !alone);
    }

    private void arrange() {
        int count = desk.openCase().map(c -> c.viewports().size()).orElse(0);
        while (panes.size() < count) panes.add(made(panes.size()));
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).setVisible(i < count && visible(i));
            if (i >= count) panes.get(i).model().blank(new ViewportStatus.NoCase());
        }
        fits.clear();
        layoutCells();
        for (int i = 0; i < count; i++) show(i);
        markActive();
        startCine();
        requestLayout();
    }

    private boolean visible(int index) {
        var alone = desk.openCase().orElseThrow().maximised();
        return alone.isEmpty() || alone.getAsInt() == index;
    }

    private ViewportPane made(int index) {
        var model = new ViewportModel(desk, index);
        model.shareFit(this::sharedFit, () -> refit(model));
        var pane = new ViewportPane(model, at -> openMenu(panes.get(index), at));
        model.shownProperty().subscribe(_ -> places.update());
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(index, e));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> places.point(index, Optional.empty()));
        getChildren().add(getChildren().size() - 1, pane);
        return pane;
    }

    /// With Shift the pointer points at a place in the patient, in all viewports.
    private void point(int index, MouseEvent e) {
        places.point(
                index,
                e.isShiftDown()
                        ? Optional.of(new ScreenPoint(e.getX(), e.getY()))
                        : Optional.empty());
    }

    private void openMenu(ViewportPane pane, ScreenPoint at) {
        var hit = pane.model().drawing().hit(at);
        hit.ifPresent(
                h ->
                        pane.model()
                                .drawing()
                                .selectedProperty()
                                .set(Optional.of(h.measurement().id())));
        menu.onMeasurement(hit.isPresent());
        menu.open(pane.getLayoutX() + at.x(), pane.getLayoutY() + at.y(), getLayoutBounds());
    }

    // ---- one scale for a group

    private OptionalDouble sharedFit(String group) {
        return fits.computeIfAbsent(group, this::leastFit);
    }

    private OptionalDouble leastFit(String group) {
        double least = Double.POSITIVE_INFINITY;
        for (var pane : viewports()) {
            var own = pane.model().ownFit(group);
            if (own.isPresent()) least = Math.min(least, own.getAsDouble());
        }
        return Double.isInfinite(least) ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    private void refit(ViewportModel model) {
        var group = model.state().placement().flatMap(Placement::scale);
        if (group.isEmpty()) return;
        var before = fits.get(group.get());
        var now = leastFit(group.get());
        fits.put(group.get(), now);
        if (now.equals(before)) return;
        // after this image: the others follow to the scale that holds for all
        FX.later(
                () -> {
                    for (var pane : viewports())
                        if (pane.model()
                                .state()
                                .placement()
                                .flatMap(Placement::scale)
                                .equals(group)) pane.model().paint();
                });
    }

    // ---- layout

    @Override
    protected void layoutChildren() {
        layoutCells();
    }

    private void layoutCells() {
        if (desk.openCase().isEmpty()) return;
        var open = desk.openCase().get();
        if (open.maximised().isPresent()) {
            int alone = open.maximised().getAsInt();
            if (alone < panes.size())
                panes.get(alone).resizeRelocate(0, 0, getWidth(), getHeight());
            return;
        }
        double gap = backToBack(open) ? 0 : GAP;
        var cells = GridCells.of(layout(open), getWidth(), getHeight(), gap, gap, scale()).cells();
        for (int i = 0; i < Math.min(cells.size(), panes.size()); i++) {
            var cell = cells.get(i);
            panes.get(i).resizeRelocate(cell.x(), cell.y(), cell.width(), cell.height());
        }
    }

    /// Pixels of the device for each px of the scene graph.
    private double scale() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private static ScreenLayout layout(OpenCase open) {
        return open.layout();
    }

    private static boolean backToBack(OpenCase open) {
        return open.viewports().stream()
                .anyMatch(v -> v.placement().map(Placement::wall).orElse(Wall.NONE) != Wall.NONE);
    }
}
