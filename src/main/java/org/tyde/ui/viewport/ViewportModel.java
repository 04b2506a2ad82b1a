package org.tyde.ui.viewport;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement;
import org.tyde.hanging.Stage;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.PixelSpacing;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Measurement;
import org.tyde.reading.OpenCase;
import org.tyde.reading.ViewState;
import org.tyde.reading.ViewportState;
import org.tyde.reading.VoiChoice;
import org.tyde.reading.WindowDrag;
import org.tyde.reading.Zoom;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One viewport: what of the case it shows, which frame is fetched for it, what is asked of the renderer.
/// It holds no nodes. Used on the JavaFX thread.
public final class ViewportModel {
    private static final double LEAST_ZOOM = 0.05;
    private static final double MOST_ZOOM = 64;

    private final ReadOnlyObjectWrapper<ViewportStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new ViewportStatus.NoCase());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ObjectProperty<Optional<Draft>> draft =
            new SimpleObjectProperty<>(this, "draft", Optional.empty());
    private final ObjectProperty<Optional<String>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private final ImageDesk desk;
    private final int index;
    private final FrameFeed feed;
    private final OverlayWriter writer;
    private final Presented presented = new Presented();
    private Consumer<PictureRequest<Shown>> painter = _ -> {};
    private Runnable blanker = () -> {};
    private Function<String, OptionalDouble> sharedFit = _ -> OptionalDouble.empty();
    private Runnable fitChanged = () -> {};
    private Optional<String> stackShown = Optional.empty();
    private int lastFrame;
    private double width;
    private double height;
    private double scale = 1;

    /// @param desk what all share
    /// @param index of this viewport in the grid, from 0, by rows
    public ViewportModel(ImageDesk desk, int index) {
        this.desk = desk;
        this.index = index;
        this.writer = new OverlayWriter(desk);
        this.feed = new FrameFeed(desk.source(), desk.runner(), this::arrived, this::failed);
    }

    // ---- wiring by the pane and the grid

    void paintThrough(Consumer<PictureRequest<Shown>> pixels, Runnable black) {
        painter = pixels;
        blanker = black;
    }

    void shareFit(Function<String, OptionalDouble> ofGroup, Runnable changed) {
        sharedFit = ofGroup;
        fitChanged = changed;
    }

    void resize(double w, double h, double deviceScale) {
        if (w == width && h == height && deviceScale == scale) return;
        width = w;
        height = h;
        scale = deviceScale;
        fitChanged.run();
        paint();
    }

    // ---- what it shows

    /// @return which viewport of the grid, from 0
    public int index() {
        return index;
    }

    /// @return what all share
    public ImageDesk desk() {
        return desk;
    }

    /// @return what there is to show
    public ReadOnlyObjectProperty<ViewportStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// @return what is on screen now
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return what is on screen now
    public Optional<Shown> shown() {
        return shown.get();
    }

    /// @return the figure being drawn
    public ObjectProperty<Optional<Draft>> draftProperty() {
        return draft;
    }

    /// @return id of the selected measurement
    public ObjectProperty<Optional<String>> selectedProperty() {
        return selected;
    }

    /// @return what the case has for it; nothing while no case is open
    public ViewportState state() {
        return desk.openCase()
                .filter(c -> index < c.viewports().size())
                .map(c -> c.viewport(index))
                .orElse(ViewportState.EMPTY);
    }

    /// Shows what the case has for it now.
    public void refresh() {
        if (desk.openCase().isEmpty()) {
            blank(new ViewportStatus.NoCase());
            return;
        }
        var state = state();
        if (state.stack().isEmpty()) {
            blank(new ViewportStatus.Empty());
            return;
        }
        var stack = state.stack().get();
        if (!stackShown.equals(Optional.of(stack.id()))) {
            clear();
            stackShown = Optional.of(stack.id());
        }
        int frame = state.view().frame();
        int direction = frame < lastFrame ? -1 : 1;
        lastFrame = frame;
        if (!feed.wished().equals(Optional.of(stack.frame(frame).key()))) {
            draft.set(Optional.empty());
            status.set(new ViewportStatus.Loading(frame + 1));
        }
        boolean asked = feed.want(stack, frame, direction);
        if (!asked) paint(); // else it is painted when it arrives, which may have been at once
    }

    /// Black at once: another patient comes, or nothing.
    void blank(ViewportStatus why) {
        clear();
        stackShown = Optional.empty();
        status.set(why);
    }

    private void clear() {
        feed.clear();
        blanker.run();
        shown.set(Optional.empty());
        draft.set(Optional.empty());
        selected.set(Optional.empty());
        lastFrame = 0;
    }

    private void arrived(FrameFeed.Ready ready) {
        var stack = state().stack();
        if (stack.isEmpty() || !isOf(stack.get(), ready.header())) {
            failed(new Refusal(ViewportReason.OTHER_STUDY).withRule("PS3.3 C.7.2.1"));
            return;
        }
        fitChanged.run();
        paint();
    }

    private static boolean isOf(ImageStack stack, ImageHeader header) {
        try {
            return header.dataSet().textOr(Tag.STUDY_INSTANCE_UID, "").equals(stack.studyUid());
        } catch (DicomFormatException malformed) {
            return false;
        }
    }

    /// The frame cannot be had, or not be drawn.
    void failed(Throwable cause) {
        blanker.run();
        shown.set(Optional.empty());
        status.set(new ViewportStatus.Failed(state().view().frame() + 1, cause));
    }

    // ---- painting

    /// Asks for the picture as it should be now.
    void paint() {
        var ready = feed.ready();
        var state = state();
        if (ready.isEmpty() || state.stack().isEmpty() || width < 1 || height < 1) return;
        var r = ready.get();
        if (status.get() instanceof ViewportStatus.Failed) return;
        var pose = posing(r).pose(state.view(), width, height);
        var states = desk.openCase().map(c -> c.states(r.key())).orElse(List.of());
        var through = presented.of(states, state.view().presentation(), r.header(), r.key());
        var pipeline = pipeline(r, state.view(), through.flatMap(Presented.Shown::presentation));
        var text = writer.write(state, r, pipeline, pose, scale, states, through);
        painter.accept(
                new PictureRequest<>(
                        r.frame(),
                        pipeline,
                        through.flatMap(Presented.Shown::over).orElse(r.over()),
                        r.key().frame(),
                        pose.matrix(scale),
                        (int) Math.max(1, Math.ceil(width * scale)),
                        (int) Math.max(1, Math.ceil(height * scale)),
                        new Shown(r.key(), r.header(), r.frame(), pipeline, pose, text)));
    }

    /// The pixels have been put on screen.
    void painted(Shown now) {
        shown.set(Optional.of(now));
        if (feed.wished().equals(Optional.of(now.key()))) status.set(new ViewportStatus.Showing());
        desk.openCase().ifPresent(c -> c.shown(now.key()));
    }

    private static GrayscalePipeline pipeline(
            FrameFeed.Ready r, ViewState view, Optional<Presentation> through) {
        if (through.isPresent()) {
            var theirs = through.get().pipeline();
            var voi =
                    view.voi()
                            .of(
                                    List.of(theirs.voi()),
                                    () -> Voi.whole(r.frame().rangeThrough(theirs.modality())));
            return theirs.with(voi).withInverted(view.inverted());
        }
        int frame = r.key().frame();
        var modality = r.header().modalityLut(frame);
        Voi voi =
                r.frame().grey()
                        ? view.voi()
                                .of(
                                        r.header().vois(frame),
                                        () -> Voi.whole(r.frame().rangeThrough(modality)))
                        : new Voi.None();
        return GrayscalePipeline.of(r.header(), frame, voi).withInverted(view.inverted());
    }

    private Posing posing(FrameFeed.Ready r) {
        boolean known = r.header().spacing(r.key().frame()).isPresent();
        var group = state().placement().flatMap(Placement::scale).filter(_ -> known);
        return posing(r, group.map(sharedFit).orElse(OptionalDouble.empty()));
    }

    private Posing posing(FrameFeed.Ready r, OptionalDouble shared) {
        var spacing = r.header().spacing(r.key().frame());
        var placement = state().placement();
        double column = spacing.map(PixelSpacing::column).orElse(1.0);
        return new Posing(
                r.frame().fullColumns(),
                r.frame().fullRows(),
                column,
                spacing.map(PixelSpacing::row).orElse(r.header().aspect()),
                placement.map(Placement::wall).orElse(Placement.Wall.NONE),
                shared,
                1 / scale,
                spacing.isPresent() ? pxPerMillimetre() : OptionalDouble.empty());
    }

    /// A millimetre of glass in px of the scene graph, of which each is `scale` pixels of the monitor.
    private OptionalDouble pxPerMillimetre() {
        var pixel = desk.lifeSize();
        return pixel.isEmpty() ? pixel : OptionalDouble.of(1 / (pixel.getAsDouble() * scale));
    }

    /// @param group of placements that share a scale
    /// @return px for each mm at which this one's image fits; empty where it is not of the group
    OptionalDouble ownFit(String group) {
        var ready = feed.ready();
        if (ready.isEmpty() || width < 1 || height < 1) return OptionalDouble.empty();
        var mine = state().placement().flatMap(Placement::scale);
        boolean known = ready.get().header().spacing(ready.get().key().frame()).isPresent();
        if (!known || !mine.equals(Optional.of(group))) return OptionalDouble.empty();
        var alone = posing(ready.get(), OptionalDouble.empty());
        return OptionalDouble.of(alone.fit(state().view(), width, height));
    }

    // ---- what tools and keys do

    private void view(UnaryOperator<ViewState> change) {
        desk.openCase().ifPresent(c -> c.view(index, change));
    }

    /// @param action on the open case
    public void inCase(Consumer<OpenCase> action) {
        desk.openCase().ifPresent(action);
    }

    /// @return the window shown now; empty for colour
    public Optional<Window> window() {
        if (shown().isEmpty() || !shown().get().frame().grey()) return Optional.empty();
        var s = shown().get();
        return Optional.of(
                switch (s.pipeline().voi()) {
                    case Voi.Windowed(var window, var _, var _) -> window;
                    case Voi.Table _, Voi.None _ -> whole(s);
                });
    }

    private static Window whole(Shown s) {
        return Voi.whole(s.frame().rangeThrough(s.pipeline().modality()))
                        instanceof Voi.Windowed(var w, _, _)
                ? w
                : new Window(0, 1);
    }

    /// @return a drag that begins with the window shown now, up being brighter as the eye sees it
    public Optional<WindowDrag> windowDrag() {
        return window().map(
                        w ->
                                new WindowDrag(
                                        w,
                                        desk.dragInvertedProperty().get()
                                                != shown().orElseThrow().pipeline().lowIsBright()));
    }

    /// @param window to show
    public void show(Window window) {
        choose(new VoiChoice.Chosen(window));
    }

    /// @param choice of a window
    public void choose(VoiChoice choice) {
        view(v -> v.with(choice));
    }

    /// @param dx px to the right
    /// @param dy px down
    public void panBy(double dx, double dy) {
        currentPose().ifPresent(pose -> centreOn(pose.movedBy(dx, dy)));
    }

    private void centreOn(Pose pose) {
        var centre = pose.toImage(new ScreenPoint(width / 2, height / 2));
        view(v -> v.withCentre(centre));
    }

    /// @param factor of the size
    /// @param about the place that stays where it is
    public void zoomBy(double factor, ScreenPoint about) {
        var ready = feed.ready();
        if (ready.isEmpty()) return;
        var pose = posing(ready.get()).pose(state().view(), width, height);
        double fitted =
                posing(ready.get())
                        .pose(state().view().with(new Zoom.Fit()), width, height)
                        .perColumn();
        double now = pose.perColumn() / fitted;
        double next = Math.clamp(now * factor, LEAST_ZOOM, MOST_ZOOM);
        var centre = pose.zoomed(next / now, about).toImage(new ScreenPoint(width / 2, height / 2));
        view(v -> v.with(new Zoom.Times(next)).withCentre(centre));
    }

    /// @param factor about the middle of the viewport
    public void zoomBy(double factor) {
        zoomBy(factor, new ScreenPoint(width / 2, height / 2));
    }

    private Optional<Pose> currentPose() {
        return feed.ready().map(r -> posing(r).pose(state().view(), width, height));
    }

    /// Shows the image so large; life size is refused with a sentence where it cannot be true.
    ///
    /// @param zoom how large
    public void zoom(Zoom zoom) {
        if (zoom instanceof Zoom.LifeSize) {
            if (desk.lifeSize().isEmpty()) {
                refuse(ViewportReason.NO_MONITOR_SIZE);
                return;
            }
            if (shown().isEmpty()
                    || shown().get().header().spacing(shown().get().key().frame()).isEmpty()) {
                refuse(ViewportReason.NO_SPACING);
                return;
            }
        }
        view(v -> v.with(zoom));
    }

    /// @param change of how it is turned
    public void turn(UnaryOperator<org.tyde.geometry.Turn> change) {
        view(v -> v.with(change.apply(v.turn())));
    }

    /// Through the next presentation state that covers the frame shown, after the last one as the image itself
    /// wants it.
    public void nextPresentation() {
        var ready = feed.ready();
        if (ready.isEmpty() || desk.openCase().isEmpty()) return;
        var r = ready.get();
        var states = desk.openCase().get().states(r.key());
        if (states.isEmpty()) return;
        var next = Presented.next(states, state().view().presentation());
        var turn = next.map(s -> presented.turn(s, r.header(), r.key())).orElse(Turn.NONE);
        view(v -> v.through(next.map(PresentationState::sopUid), turn));
    }

    /// White for black, and back.
    public void invert() {
        view(v -> v.withInverted(!v.inverted()));
    }

    /// A clip that plays is stopped by it, unless the wheel turns pages here.
    ///
    /// @param notches of the wheel, downwards, which is forwards
    public void wheel(int notches) {
        inCase(
                c -> {
                    boolean turnsPages =
                            c.stage().wheel() == Stage.Wheel.PAGES && c.stage().pages() > 1;
                    if (!turnsPages && c.viewport(index).cine().isPresent()) c.stop(index);
                    c.wheel(index, notches);
                });
    }

    /// @param digit of a number key, 0 to 9
    public void preset(int digit) {
        if (shown().isEmpty()) return;
        var s = shown().get();
        if (!s.frame().grey()) return;
        var choice =
                desk.presetsProperty()
                        .get()
                        .choice(digit, s.header().unit(), s.header().vois(s.key().frame()).size());
        if (choice.isPresent()) choose(choice.get());
        else refuse(ViewportReason.NO_PRESET, digit);
    }

    void refuse(ViewportReason reason, Object... arguments) {
        desk.say(desk.messages().sentence(new Refusal(reason, arguments)));
    }

    // ---- places and figures

    /// @param at a place in the viewport
    /// @return the place in the image on screen; empty where there is none
    public Optional<ImagePoint> toImage(ScreenPoint at) {
        return shown().map(s -> s.pose().toImage(at));
    }

    /// @param figure drawn on the frame on screen, half done
    public void draw(Measurement figure) {
        shown().ifPresent(s -> draft.set(Optional.of(new Draft(s.key(), figure))));
    }

    /// @param at a place in the viewport
    /// @return the measurement there, or the handle of one
    public Optional<Figures.Hit> hit(ScreenPoint at) {
        if (shown().isEmpty() || desk.openCase().isEmpty()) return Optional.empty();
        var s = shown().get();
        return Figures.hit(desk.openCase().get().marks().on(s.key()), s.pose(), at);
    }

    /// Deletes the selected measurement.
    ///
    /// @return whether there was one
    public boolean deleteSelected() {
        var id = selected.get();
        id.ifPresent(i -> inCase(c -> c.marking().delete(i)));
        selected.set(Optional.empty());
        return id.isPresent();
    }

    /// Gives up what is half drawn.
    ///
    /// @return whether there was anything
    public boolean dropDraft() {
        boolean was = draft.get().isPresent();
        draft.set(Optional.empty());
        return was;
    }

    /// What is half drawn becomes a measurement.
    public void keepDraft() {
        draft.get()
                .ifPresent(
                        d ->
                                inCase(
                                        c ->
                                                selected.set(
                                                        Optional.of(
                                                                c.marking()
                                                                        .add(d.key(), d.figure())
                                                                        .id()))));
        draft.set(Optional.empty());
    }
}
