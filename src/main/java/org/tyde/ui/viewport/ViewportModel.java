package org.tyde.ui.viewport;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.blending.Superimposed;
import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.Drawing;
import org.tyde.imaging.picture.Sampling;
import org.tyde.reading.Derivation;
import org.tyde.reading.EdgeMarks;
import org.tyde.reading.OpenCase;
import org.tyde.reading.ViewportState;
import org.tyde.refusal.Refusal;
import org.tyde.ui.viewport.badge.Badge;
import org.tyde.ui.viewport.state.OnScreen;
import org.tyde.ui.viewport.state.Presented;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.ui.viewport.state.StateChoice;
import org.tyde.ui.viewport.state.StateSaving;
import org.tyde.ui.viewport.state.UpperImages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/// One viewport: what of the case it shows, which frame is fetched for it, what is asked of the renderer.
/// It holds no nodes. Used on the JavaFX thread.
public final class ViewportModel {
    private final ReadOnlyObjectWrapper<ViewportStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new ViewportStatus.NoCase());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ImageDesk desk;
    private final int index;
    private final FrameFeed feed;
    private final OverlayWriter writer;
    private final Presented presented = new Presented();
    private final UpperImages uppers;
    private final Glass glass;
    private final Trust trust;
    private final ReadOnlyObjectWrapper<Badge> badge =
            new ReadOnlyObjectWrapper<>(this, "badge", Badge.NONE);
    private final ViewCommands commands;
    private final FigureDrawing drawing;
    private final StateSaving saving;
    private final StateChoice choosing;
    private final Calibrating calibrating = new Calibrating(this);
    private Consumer<PictureRequest<Shown>> painter = _ -> {};
    private Runnable blanker = () -> {};
    private Runnable fitChanged = () -> {};
    private Optional<String> stackShown = Optional.empty();
    private int lastFrame;
    private FrameFeed.Subtracting subtracting = FrameFeed.Subtracting.AS_RECOMMENDED;

    /// @param desk what all share
    /// @param index of this viewport in the grid, from 0, by rows
    public ViewportModel(ImageDesk desk, int index) {
        this.desk = desk;
        this.index = index;
        this.writer = new OverlayWriter(desk);
        this.feed = new FrameFeed(desk.source(), desk.runner(), this::arrived, this::failed);
        this.glass = new Glass(desk::lifeSize, this::state, this::area);
        this.trust = new Trust(desk);
        this.uppers = new UpperImages(desk, this::paint);
        this.commands = new ViewCommands(this, glass, presented);
        this.saving = new StateSaving(desk, this::onScreen);
        this.choosing = new StateChoice(desk, this::onScreen, commands::present);
        this.drawing = new FigureDrawing(this::shown, desk::openCase);
        drawing.selectedProperty().subscribe(id -> id.ifPresent(desk::chosen));
    }

    // ---- wiring by the pane and the grid

    void paintThrough(Consumer<PictureRequest<Shown>> pixels, Runnable black) {
        painter = pixels;
        blanker = black;
    }

    void shareFit(Function<String, OptionalDouble> ofGroup, Runnable changed) {
        glass.shareFit(ofGroup);
        fitChanged = changed;
    }

    void resize(double w, double h, double deviceScale) {
        if (!glass.resize(w, h, deviceScale)) return;
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

    /// @return how far the picture on screen is the image
    public ReadOnlyObjectProperty<Badge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /// @param longer whether the image asked for has been awaited for so long that it must be said
    void awaited(boolean longer) {
        badge.set(trust.badge(longer && status.get() instanceof ViewportStatus.Loading));
    }

    /// @return what is on screen now
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return what is on screen now
    public Optional<Shown> shown() {
        return shown.get();
    }

    /// @return the frame wished for last, once it is here
    Optional<FrameFeed.Ready> ready() {
        return feed.ready();
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
            drawing.dropDraft();
            status.set(new ViewportStatus.Loading(frame + 1));
        }
        feed.subtract(subtracting, chosen(stack.frame(frame).key()));
        boolean asked = feed.want(stack, frame, direction, state.view().slab());
        if (asked && feed.ready().isEmpty() && status.get() instanceof ViewportStatus.Showing)
            status.set(new ViewportStatus.Loading(frame + 1));
        if (!asked) paint(); // else it is painted when it arrives, which may have been at once
    }

    private Optional<PresentationState> chosen(FrameKey key) {
        var uid = state().view().presentation();
        return desk.openCase().map(c -> c.states(key)).orElse(List.of()).stream()
                .filter(s -> uid.equals(Optional.of(s.sopUid())))
                .findFirst();
    }

    /// Takes the mask from frames that have one, or no longer.
    void toggleSubtraction() {
        boolean on =
                feed.ready().map(r -> subtracting.of(r.header(), r.key().frame())).orElse(false);
        subtracting = on ? FrameFeed.Subtracting.OFF : FrameFeed.Subtracting.ON;
        refresh();
    }

    /// Black at once: another patient comes, or nothing.
    void blank(ViewportStatus why) {
        clear();
        stackShown = Optional.empty();
        status.set(why);
    }

    private void clear() {
        feed.clear();
        uppers.clear();
        blanker.run();
        shown.set(Optional.empty());
        trust.showsNothing();
        badge.set(Badge.NONE);
        drawing.clear();
        saving.cancel();
        choosing.cancel();
        lastFrame = 0;
        subtracting = FrameFeed.Subtracting.AS_RECOMMENDED;
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
        trust.showsNothing();
        badge.set(Badge.NONE);
        status.set(new ViewportStatus.Failed(state().view().frame() + 1, cause));
    }

    // ---- painting

    /// Asks for the picture as it should be now.
    void paint() {
        var ready = feed.ready();
        var state = state();
        if (ready.isEmpty() || state.stack().isEmpty() || glass.none()) return;
        var r = ready.get();
        if (status.get() instanceof ViewportStatus.Failed) return;
        var states = states(r);
        var stated = stated(r);
        var upper = stated.flatMap(s -> upper(s, r));
        if (upper.isPresent() && upper.get() instanceof UpperImages.Now.Coming) {
            status.set(new ViewportStatus.Loading(state.view().frame() + 1));
            return;
        }
        var through = through(r);
        var over = through.flatMap(Presented.Shown::over).orElse(r.over());
        var presentation = through.flatMap(Presented.Shown::presentation);
        var pose = glass.pose(r, state.view());
        var pipeline = Windowing.pipeline(r, state.view(), presentation).on(desk.display());
        var text = writer.write(state, r, over, pipeline, pose, glass.scale(), states, through);
        var laid =
                upper.isEmpty()
                        ? desk.colours().over(r.header(), r.key())
                        : Optional.<StackColours.Laid>empty();
        var blended = upper.flatMap(ViewportModel::here);
        var above =
                blended.<Upper>map(
                                b ->
                                        (view, width, height, pieces, bgra) ->
                                                b.over(
                                                        view,
                                                        width,
                                                        height,
                                                        pieces,
                                                        bgra,
                                                        pipeline.monitor()))
                        .or(() -> laid.map(StackColours.Laid::upper));
        painter.accept(
                new PictureRequest<>(
                        desk.renderer(),
                        new Drawing(
                                r.frame(),
                                pipeline,
                                pose.matrix(glass.scale()),
                                desk.interpolationProperty().get(),
                                glass.deviceWidth(),
                                glass.deviceHeight()),
                        over,
                        desk.overlaysProperty().get(),
                        r.key().frame(),
                        above,
                        new Shown(
                                r.key(),
                                r.header(),
                                r.frame(),
                                pipeline,
                                pose,
                                laid.map(l -> text.saying(l.words())).orElse(text),
                                derivation(r, blended.isPresent(), laid.isPresent()),
                                loss(r, blended, laid),
                                presentation)));
    }

    private static Derivation derivation(FrameFeed.Ready r, boolean blended, boolean laid) {
        if (blended) return new Derivation.Blended(r.derivation());
        return laid ? new Derivation.Covered(r.derivation()) : r.derivation();
    }

    private static SourceLoss loss(
            FrameFeed.Ready r, Optional<Superimposed> blended, Optional<StackColours.Laid> laid) {
        var loss = blended.isPresent() ? r.loss().worse(blended.get().loss()) : r.loss();
        return laid.isPresent() ? loss.worse(laid.get().loss()) : loss;
    }

    private List<PresentationState> states(FrameFeed.Ready r) {
        return desk.openCase().map(c -> c.states(r.key())).orElse(List.of());
    }

    /// What the presentation state that is on shows of a frame.
    private Optional<DisplayedArea> area(FrameFeed.Ready r) {
        return through(r).flatMap(Presented.Shown::presentation).flatMap(Presentation::area);
    }

    private Optional<Presented.Shown> stated(FrameFeed.Ready r) {
        return presented.of(states(r), state().view().presentation(), r.header(), r.key());
    }

    private Optional<UpperImages.Now> upper(Presented.Shown stated, FrameFeed.Ready r) {
        return stated.presentation()
                .flatMap(Presentation::blending)
                .map(b -> uppers.of(stated.state(), b, r.header(), r.key()));
    }

    private static Optional<Superimposed> here(UpperImages.Now now) {
        return now instanceof UpperImages.Now.Here(var upper)
                ? Optional.of(upper)
                : Optional.empty();
    }

    /// A state whose upper images cannot be had is not applied at all.
    private Optional<Presented.Shown> through(FrameFeed.Ready r) {
        return stated(r).map(s -> upper(s, r).map(u -> told(s, u)).orElse(s));
    }

    private static Presented.Shown told(Presented.Shown stated, UpperImages.Now upper) {
        return switch (upper) {
            case UpperImages.Now.Refused(var why, var _) -> stated.refused(why);
            case UpperImages.Now.Here _, UpperImages.Now.Coming _ -> stated;
        };
    }

    private Optional<OnScreen> onScreen() {
        var ready = feed.ready();
        return shown().flatMap(
                        s ->
                                ready.filter(r -> r.key().equals(s.key()))
                                        .map(
                                                r ->
                                                        new OnScreen(
                                                                s.key(),
                                                                s.header(),
                                                                s.frame(),
                                                                s.pipeline(),
                                                                s.derivation(),
                                                                s.pose(),
                                                                glass.corner(),
                                                                state().view(),
                                                                r.over(),
                                                                desk.overlaysProperty().get(),
                                                                through(r))));
    }

    /// The pixels have been put on screen.
    void painted(Shown now, Sampling how) {
        state().stack().ifPresent(stack -> trust.shows(stack, now, how));
        badge.set(trust.badge(false));
        shown.set(Optional.of(now));
        boolean here = feed.ready().map(FrameFeed.Ready::key).equals(Optional.of(now.key()));
        if (here && !coming()) status.set(new ViewportStatus.Showing());
        desk.openCase().ifPresent(c -> c.shown(now.derivation()));
    }

    /// Whether the images that the state blends with the frame are on their way.
    private boolean coming() {
        return feed.ready()
                .flatMap(r -> stated(r).flatMap(s -> upper(s, r)))
                .filter(UpperImages.Now.Coming.class::isInstance)
                .isPresent();
    }

    /// @param group of placements that share a scale
    /// @return px for each mm at which this one's image fits; empty where it is not of the group
    OptionalDouble ownFit(String group) {
        return feed.ready().map(r -> glass.ownFit(r, group)).orElse(OptionalDouble.empty());
    }

    // ---- what tools and keys do

    /// @return what changes how it is shown
    public ViewCommands commands() {
        return commands;
    }

    /// @return what keeps the picture as a presentation state
    public StateSaving saving() {
        return saving;
    }

    /// @return the presentation states to choose from
    public StateChoice choosing() {
        return choosing;
    }

    /// @param line of the words on the picture
    /// @return whether it tells of presentation states
    boolean tellsOfStates(String line) {
        return feed.ready()
                .map(r -> writer.presented(states(r), through(r)).contains(line))
                .orElse(false);
    }

    /// @return what the reader says lengths are
    public Calibrating calibrating() {
        return calibrating;
    }

    /// @return the figures in the hand of the reader
    public FigureDrawing drawing() {
        return drawing;
    }

    /// @param action on the open case
    public void inCase(Consumer<OpenCase> action) {
        desk.openCase().ifPresent(action);
    }

    /// @return the window shown now; empty for colour
    public Optional<Window> window() {
        return shown().flatMap(Windowing::window);
    }

    /// @param at a place in the viewport
    /// @return the place in the image on screen; empty where there is none
    public Optional<ImagePoint> toImage(ScreenPoint at) {
        return shown().map(s -> s.pose().toImage(at));
    }

    /// Says what the badge means, in sentences.
    void tellFidelity() {
        var sentences = new ArrayList<>(badge.get().sentences(desk.messages()));
        if (shown().filter(s -> s.text().edges().equals(EdgeMarks.NOT_SAID)).isPresent())
            sentences.add(desk.messages().in(ViewportModel.class).text("edges-not-said"));
        if (!sentences.isEmpty()) desk.say(String.join("\n", sentences));
    }

    void tell(String key) {
        desk.say(desk.messages().in(ViewportModel.class).text(key));
    }

    void refuse(ViewportReason reason, Object... arguments) {
        desk.say(desk.messages().sentence(new Refusal(reason, arguments)));
    }
}
