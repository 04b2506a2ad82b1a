package org.tyde.ui.viewport;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.hanging.Placement.Wall;
import org.tyde.ui.annotation.AnnotationLayer;
import org.tyde.ui.annotation.Ground;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.Prompt;
import org.tyde.ui.control.StackScrollBar;
import org.tyde.ui.control.StatePane;
import org.tyde.ui.viewport.state.FigureAnnotations;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.ui.viewport.state.StateList;
import org.tyde.ui.viewport.state.StateSaving.Scope;
import org.tyde.ui.viewport.text.OverlayLayer;
import org.tyde.ui.viewport.text.OverlayText;
import org.tyde.ui.viewport.text.TextSide;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/// One viewport on screen: pixels, figures, words, scroll bar, the line of the active one. Black to its
/// edges.
public final class ViewportPane extends Region {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final Duration PATIENCE = Duration.millis(250);
    private static final Duration NOTICE = Duration.seconds(5);
    private static final Duration ASKING = Duration.millis(400);

    private final ViewportModel model;
    private final PictureLayer<Shown> picture;
    private final AnnotationLayer annotations = new AnnotationLayer();
    private final MeasurementLayer figures;
    private final OverlayLayer overlay = new OverlayLayer();
    private final PlaceLayer places = new PlaceLayer();
    private final StackScrollBar scrollBar;
    private final Prompt prompt;
    private final Prompt seriesPrompt;
    private final Prompt calibration;
    private final StateList states;
    private final StatePane state = new StatePane();
    private final Label notice = new Label();
    private final Region activeLine = new Region();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final PauseTransition asking = new PauseTransition(ASKING);
    private final PauseTransition noticeEnds = new PauseTransition(NOTICE);
    private boolean noticeIsLoading;

    /// @param model of this viewport
    /// @param menu opens the tool menu at a place of this pane
    public ViewportPane(ViewportModel model, Consumer<ScreenPoint> menu) {
        this.model = model;
        var desk = model.desk();
        getStyleClass().add("viewport");
        ControlStyles.wear(this, ViewportPane.class, "viewport.css");
        picture = new PictureLayer<>(desk.runner(), model::painted, model::failed);
        figures = new MeasurementLayer(model);
        var words = desk.messages().in(ViewportPane.class);
        prompt = saving("save", Scope.IMAGE);
        seriesPrompt = saving("save-series", Scope.SERIES);
        calibration =
                new Prompt(
                        words,
                        "calibrate",
                        model.calibrating().askingProperty(),
                        model.calibrating()::known,
                        model.calibrating()::cancel);
        states = new StateList(model.choosing(), desk.messages().in(StateList.class));
        scrollBar = new StackScrollBar(i -> model.inCase(c -> c.goTo(model.index(), i)));
        activeLine.getStyleClass().add("active-line");
        activeLine.setMouseTransparent(true);
        state.setMouseTransparent(true);
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMouseTransparent(true);
        notice.setVisible(false);
        getChildren()
                .addAll(
                        picture,
                        annotations,
                        places,
                        figures,
                        overlay,
                        notice,
                        scrollBar,
                        state,
                        activeLine,
                        prompt,
                        seriesPrompt,
                        calibration,
                        states);
        calibration.getStyleClass().add("calibration");
        // words of one picture never reach into the next
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        model.paintThrough(picture::request, picture::blank);
        patience.setOnFinished(_ -> sayState());
        noticeEnds.setOnFinished(_ -> notice.setVisible(false));
        model.shownProperty().subscribe(_ -> pictureChanged());
        model.drawing().draftProperty().subscribe(_ -> figures.refresh());
        model.drawing().selectedProperty().subscribe(_ -> figures.refresh());
        model.statusProperty().subscribe(_ -> statusChanged());
        model.badgeProperty().subscribe(_ -> sayBadge());
        asking.setOnFinished(_ -> model.tellFidelity());
        addEventHandler(javafx.scene.input.MouseEvent.MOUSE_MOVED, e -> over(e.getX(), e.getY()));
        desk.messages()
                .localeProperty()
                .subscribe(
                        _ -> {
                            drawFigures();
                            sayBadge();
                            sayState();
                        });
        new Gestures(model, this, menu, at -> onStates(at.x(), at.y()));
        StackDrag.into(this, this::drop);
        addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, this::pressedOnStates);
    }

    private Prompt saving(String key, Scope scope) {
        var saving = model.saving();
        return new Prompt(
                model.desk().messages().in(ViewportPane.class),
                key,
                saving.askingProperty(scope),
                name -> saving.save(scope, name),
                saving::cancel);
    }

    /// @return its model
    public ViewportModel model() {
        return model;
    }

    /// @return the words on the picture now shown
    public OverlayText words() {
        return overlay.shown();
    }

    /// @return the line that says how far the picture now shown is the image
    public String badge() {
        return overlay.badge();
    }

    private void sayBadge() {
        var badge = model.badgeProperty().get();
        var messages = model.desk().messages();
        overlay.badge(badge.line(messages), badge.graveLine(messages));
        sayAloud();
    }

    private void sayAloud() {
        if (model.shown().isPresent())
            setAccessibleText(overlay.shown().spoken() + ". " + overlay.badge());
    }

    /// The line that tells of presentation states is a button: it opens their list.
    private boolean onStates(double x, double y) {
        return overlay.warningAt(x, y).filter(model::tellsOfStates).isPresent();
    }

    private void pressedOnStates(javafx.scene.input.MouseEvent e) {
        boolean first = e.getButton() == javafx.scene.input.MouseButton.PRIMARY;
        if (states.isVisible() || !first || !onStates(e.getX(), e.getY())) return;
        model.inCase(c -> c.activate(model.index()));
        model.choosing().ask();
        e.consume();
    }

    /// A pointer that rests on the badge asks what it means.
    private void over(double x, double y) {
        if (!overlay.onBadge(x, y)) asking.stop();
        else if (asking.getStatus() != javafx.animation.Animation.Status.RUNNING)
            asking.playFromStart();
    }

    /// @return whether the picture asked for last, or a finer one of it, is not on screen yet
    public boolean rough() {
        return picture.rough();
    }

    /// @return how many pictures have been put on screen
    public long framesShown() {
        return picture.framesShown();
    }

    /// @param x pixel of the device
    /// @param y pixel of the device
    /// @return the pixel there as it was rendered, ARGB; 0 where nothing is shown
    public int argb(int x, int y) {
        return picture.argb(x, y);
    }

    /// @param sentence shown for a while, in the picture's own text
    public void notice(String sentence) {
        noticeIsLoading = false;
        notice.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
        noticeEnds.setDuration(NOTICE.multiply(Math.max(1, sentence.lines().count() / 2.0)));
        noticeEnds.playFromStart();
        requestLayout();
    }

    /// Shows a stack of the open case here, as when its thumbnail is dropped.
    ///
    /// @param stackId of it; of no effect when the case has none of that id
    public void drop(String stackId) {
        model.inCase(
                c ->
                        c.stack(stackId)
                                .ifPresent(
                                        stack -> {
                                            c.show(model.index(), stack);
                                            c.activate(model.index());
                                        }));
    }

    void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    void setWall(Wall wall) {
        for (var side : Wall.values())
            activeLine
                    .getStyleClass()
                    .remove("wall-" + side.name().toLowerCase(java.util.Locale.ROOT));
        activeLine.getStyleClass().add("wall-" + wall.name().toLowerCase(java.util.Locale.ROOT));
        overlay.setSide(
                switch (wall) {
                    case NONE -> TextSide.BOTH;
                    case LEFT -> TextSide.RIGHT;
                    case RIGHT -> TextSide.LEFT;
                });
    }

    /// @param line along which the active viewport cuts this one
    /// @param mark of the place pointed at
    void showPlaces(Optional<PlaceLayer.Stretch> line, Optional<PlaceLayer.Mark> mark) {
        places.show(line, mark);
    }

    /// @return the reference line and the mark now drawn
    PlaceLayer places() {
        return places;
    }

    /// Marks of the case changed: figures, key image.
    void marksChanged() {
        drawFigures();
        model.paint();
    }

    /// What is here and what was seen changed.
    void refreshScrollBar() {
        var stack = model.state().stack();
        if (stack.isEmpty() || model.desk().openCase().isEmpty()) {
            scrollBar.show(0, 0, new BitSet(), new BitSet());
            overlay.setRightMargin(0);
            return;
        }
        var ledger = model.desk().openCase().get().coverage();
        var here = new BitSet();
        var seen = new BitSet();
        var frames = stack.get().frames();
        int all = frames.size() + model.desk().missing(stack.get());
        here.set(0, frames.size());
        for (int i = 0; i < frames.size(); i++) {
            if (ledger.seen(frames.get(i).key())) seen.set(i);
        }
        scrollBar.show(all, model.state().view().frame(), here, seen);
        overlay.setRightMargin(all > 1 ? StackScrollBar.WIDTH : 0);
    }

    private void pictureChanged() {
        var shown = model.shown();
        overlay.show(shown.map(Shown::text).orElse(OverlayText.NONE));
        sayAloud();
        drawFigures();
        sayState();
    }

    private void drawFigures() {
        figures.refresh();
        annotate();
    }

    /// What the presentation state draws and writes, without what is drawn live.
    private void annotate() {
        var shown = model.shown();
        var through = shown.flatMap(Shown::presentation);
        if (shown.isEmpty() || through.isEmpty()) {
            annotations.clear();
            return;
        }
        var s = shown.get();
        var area =
                through.get()
                        .area()
                        .orElseGet(
                                () -> DisplayedArea.whole(s.header().columns(), s.header().rows()));
        annotations.show(
                FigureAnnotations.beside(through.get().annotations(), figures.live()),
                Ground.of(s.pose().matrix(1), area));
    }

    private void statusChanged() {
        refreshScrollBar();
        if (model.statusProperty().get() instanceof ViewportStatus.Loading)
            patience.playFromStart();
        else {
            patience.stop();
            sayState();
        }
    }

    void sayState() {
        model.awaited(patience.getStatus() != javafx.animation.Animation.Status.RUNNING);
        var words = model.desk().messages().in(ViewportPane.class);
        switch (model.statusProperty().get()) {
            case ViewportStatus.NoCase() -> {
                state.setVisible(false);
                notice("");
            }
            case ViewportStatus.Showing() -> {
                state.setVisible(false);
                if (noticeIsLoading) notice("");
            }
            case ViewportStatus.Empty() -> {
                // what belongs here may still come
                if (model.desk().arrivingProperty().get()) state.setVisible(false);
                else
                    say(
                            StatePane.Kind.EMPTY,
                            words.text("status.empty"),
                            words.text("status.empty.hint"));
            }
            case ViewportStatus.Loading(int number) -> {
                state.setVisible(false);
                if (patience.getStatus() == javafx.animation.Animation.Status.RUNNING) return;
                var loading = words.text("status.loading", "" + number);
                if (model.shown().isEmpty()) say(StatePane.Kind.LOADING, loading, "");
                else {
                    notice(loading);
                    noticeIsLoading = true;
                }
            }
            case ViewportStatus.Failed(int number, var cause) ->
                    say(
                            StatePane.Kind.ERROR,
                            words.text("status.failed", "" + number),
                            model.desk().messages().sentence(cause));
        }
    }

    private void say(StatePane.Kind kind, String heading, String sentence) {
        state.show(kind, heading, sentence);
        state.setVisible(true);
        setAccessibleText(heading + ". " + sentence);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        for (var layer : new Region[] {picture, annotations, places, figures, overlay, activeLine})
            layer.resizeRelocate(0, 0, w, h);
        scrollBar.resizeRelocate(
                w - StackScrollBar.WIDTH, 4, StackScrollBar.WIDTH, Math.max(0, h - 8));
        double stateHeight = Math.min(h, state.prefHeight(w));
        state.resizeRelocate(0, Math.rint((h - stateHeight) / 2), w, stateHeight);
        double noticeWidth = Math.min(w - 40, Math.ceil(notice.prefWidth(-1)));
        double noticeHeight = Math.ceil(notice.prefHeight(noticeWidth));
        notice.resizeRelocate(
                Math.rint((w - noticeWidth) / 2),
                Math.rint(h * 0.78 - noticeHeight),
                noticeWidth,
                noticeHeight);
        for (var asks : new Region[] {prompt, seriesPrompt, calibration, states}) {
            double width = Math.min(w, asks.prefWidth(-1));
            double height = Math.min(h, asks.prefHeight(width));
            asks.resizeRelocate(
                    Math.rint((w - width) / 2), Math.rint((h - height) / 2), width, height);
        }
        model.resize(w, h, picture.scale());
    }
}
