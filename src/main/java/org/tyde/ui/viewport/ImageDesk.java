package org.tyde.ui.viewport;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.imaging.picture.Interpolation;
import org.tyde.imaging.picture.Renderer;
import org.tyde.reading.CaseChange;
import org.tyde.reading.EdgeLetters;
import org.tyde.reading.OpenCase;
import org.tyde.reading.PresetTable;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.badge.Monitor;
import org.tyde.ui.viewport.state.StateDesk;
import org.tyde.ui.viewport.state.StateKeeper;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What all viewports of a workstation share: the open case, where frames come from, the tools and the
/// reader's settings. Used on the JavaFX thread.
public final class ImageDesk implements StateDesk {
    private final ReadOnlyObjectWrapper<Optional<OpenCase>> open =
            new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
    private final BooleanProperty textShown = new SimpleBooleanProperty(this, "textShown", true);
    private final ObjectProperty<OverlayChoice> overlays =
            new SimpleObjectProperty<>(this, "overlays", new OverlayChoice.All());
    private final ObjectProperty<Interpolation> interpolation =
            new SimpleObjectProperty<>(this, "interpolation", Interpolation.LINEAR);
    private final BooleanProperty arriving = new SimpleBooleanProperty(this, "arriving", false);
    private final BooleanProperty dragInverted =
            new SimpleBooleanProperty(this, "dragInverted", false);
    private final ObjectProperty<PresetTable> presets =
            new SimpleObjectProperty<>(this, "presets", PresetTable.DEFAULT);
    private final ObjectProperty<EdgeLetters> letters =
            new SimpleObjectProperty<>(this, "letters", EdgeLetters.SUPERIOR_INFERIOR);
    private final List<Consumer<CaseChange>> listeners = new ArrayList<>();
    private final Map<String, Integer> expected = new HashMap<>();
    private final FrameSource source;
    private final Renderer renderer;
    private final JobRunner runner;
    private final Messages messages;
    private final Keymap keymap;
    private final ToolBelt tools;
    private Consumer<String> notice = _ -> {};
    private Monitor monitor = new Monitor.NotKnown();
    private DisplayFunction display = DisplayFunction.STRAIGHT;
    private Optional<StateKeeper> stateKeeper = Optional.empty();
    private StackColours colours = StackColours.NONE;
    private String reader = "";
    private OptionalDouble lifeSize = OptionalDouble.empty();
    private final ObjectProperty<List<StudyPaper>> papers =
            new SimpleObjectProperty<>(this, "papers", List.of());
    private Optional<PointedRegion> pointed = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private final BooleanProperty foundShown = new SimpleBooleanProperty(this, "foundShown", true);
    private List<FoundRegion> found = List.of();
    private AutoCloseable listening = () -> {};

    /// @param source of frames
    /// @param renderer of pixels
    /// @param runner of jobs
    /// @param messages the words
    /// @param keymap the keys
    /// @param tools of the mouse
    public ImageDesk(
            FrameSource source,
            Renderer renderer,
            JobRunner runner,
            Messages messages,
            Keymap keymap,
            ToolBelt tools) {
        this.source = source;
        this.renderer = renderer;
        this.runner = runner;
        this.messages = messages;
        this.keymap = keymap;
        this.tools = tools;
    }

    /// Lays a case on the desk. Viewports go black at once; nothing of the one before can appear.
    ///
    /// @param next the case; empty: none
    public void open(Optional<OpenCase> next) {
        try {
            listening.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        listening = () -> {};
        if (next.isEmpty()) expected.clear();
        tools.fallBack();
        overlays.set(new OverlayChoice.All());
        pointed = Optional.empty();
        chosen = Optional.empty();
        found = List.of();
        open.set(Optional.empty());
        if (next.isPresent()) listening = next.get().listen(this::tell);
        open.set(next);
    }

    /// @return the open case
    public ReadOnlyObjectProperty<Optional<OpenCase>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// @return the open case
    @Override
    public Optional<OpenCase> openCase() {
        return open.get();
    }

    /// @param listener told of each change in whatever case is open
    /// @return ends it
    public AutoCloseable listen(Consumer<CaseChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(CaseChange change) {
        List.copyOf(listeners).forEach(l -> l.accept(change));
    }

    /// @return documents of the studies of the open case
    public ObjectProperty<List<StudyPaper>> papersProperty() {
        return papers;
    }

    /// @return id of the measurement that was selected last, while it is there
    public Optional<String> chosen() {
        return chosen.filter(id -> openCase().flatMap(c -> c.marks().measurement(id)).isPresent());
    }

    void chosen(String id) {
        chosen = Optional.of(id);
    }

    /// @param now regions that algorithms or devices drew on images of the case
    public void found(List<FoundRegion> now) {
        found = List.copyOf(now);
        tell(new CaseChange.MarksChanged());
    }

    /// @return whether regions of algorithms are drawn
    public BooleanProperty foundShownProperty() {
        return foundShown;
    }

    /// @param key of a frame
    /// @return regions that algorithms drew on it; none while they are toggled away
    List<FoundRegion> found(FrameKey key) {
        return foundShown.get()
                ? found.stream().filter(f -> f.region().key().equals(key)).toList()
                : List.of();
    }

    /// Draws a region of a document on its image until another one is pointed at or the case is left.
    ///
    /// @param region drawn; empty: none
    public void point(Optional<PointedRegion> region) {
        pointed = region;
        tell(new CaseChange.MarksChanged());
    }

    /// @return what a document points at
    Optional<PointedRegion> pointed() {
        return pointed;
    }

    /// @return whether the text that may be hidden is shown
    public BooleanProperty textShownProperty() {
        return textShown;
    }

    /// @return which overlay planes are drawn; all again when a case is opened
    public ObjectProperty<OverlayChoice> overlaysProperty() {
        return overlays;
    }

    /// @return how values between stored pixels are found where images are magnified
    public ObjectProperty<Interpolation> interpolationProperty() {
        return interpolation;
    }

    /// @return whether images of the open case, or of the prior to hang, may still come
    public BooleanProperty arrivingProperty() {
        return arriving;
    }

    /// @return whether dragging up makes darker
    public BooleanProperty dragInvertedProperty() {
        return dragInverted;
    }

    /// @return windows on the number keys
    public ObjectProperty<PresetTable> presetsProperty() {
        return presets;
    }

    /// @return letters at the edges
    public ObjectProperty<EdgeLetters> lettersProperty() {
        return letters;
    }

    /// @param seriesUid of a series
    /// @param images how many the archive says there are
    public void expect(String seriesUid, int images) {
        expected.put(seriesUid, images);
        tell(new CaseChange.Studies());
    }

    /// @param seriesUid of a series
    /// @return how many images there should be, where known
    public OptionalInt expected(String seriesUid) {
        var images = expected.get(seriesUid);
        return images == null ? OptionalInt.empty() : OptionalInt.of(images);
    }

    /// What a stack holds is here: an image joins it when its whole file is. What is not here is counted by
    /// what the archive says of the series.
    ///
    /// @param stack of the open case
    /// @return how many images of it are still to come; 0 where that is not known, also because its series is
    ///     several stacks
    public int missing(ImageStack stack) {
        return stack.id().equals(stack.seriesUid()) ? missingOfSeries(stack) : 0;
    }

    /// @param stack of the open case
    /// @return how many images of its series are still to come, whatever stack they will be of; 0 where that
    ///     is not known
    public int missingOfSeries(ImageStack stack) {
        var expected = expected(stack.seriesUid());
        if (expected.isEmpty()) return 0;
        return Math.max(0, expected.getAsInt() - receivedOfSeries(stack));
    }

    /// @param stack of the open case
    /// @return how many images of its series have come, in all its stacks
    public int receivedOfSeries(ImageStack stack) {
        var stacks = open.get().map(c -> c.hang().stacks()).orElse(List.of(stack));
        return distinct(stacks.stream().filter(s -> s.seriesUid().equals(stack.seriesUid())));
    }

    /// @param stack of the open case
    /// @return how many images of it have come, each counted once however many frames it has
    public int received(ImageStack stack) {
        return distinct(Stream.of(stack));
    }

    private static int distinct(Stream<ImageStack> stacks) {
        return (int)
                stacks.flatMap(s -> s.frames().stream())
                        .map(f -> f.key().sopInstanceUid())
                        .distinct()
                        .count();
    }

    /// @param teller shows one sentence to the reader, where no viewport can
    public void noticeThrough(Consumer<String> teller) {
        notice = teller;
    }

    /// @param keeper of presentation states that readers make
    public void keepStatesThrough(StateKeeper keeper) {
        stateKeeper = Optional.of(keeper);
    }

    /// @return what keeps presentation states; empty where nothing does
    @Override
    public Optional<StateKeeper> stateKeeper() {
        return stateKeeper;
    }

    /// @param sentence shown to the reader
    @Override
    public void say(String sentence) {
        notice.accept(sentence);
    }

    /// @param monitorPixelMm mm from pixel to pixel of the image monitor, positive; empty: unknown
    public void lifeSize(OptionalDouble monitorPixelMm) {
        if (lifeSize.equals(monitorPixelMm)) return;
        lifeSize = monitorPixelMm;
        tell(new CaseChange.Studies());
    }

    /// @return mm from pixel to pixel of the image monitor, where known
    public OptionalDouble lifeSize() {
        return lifeSize;
    }

    /// @param provider of what lies in colour over images of plain stacks
    public void coloursThrough(StackColours provider) {
        colours = provider;
    }

    /// @return what lies in colour over images of plain stacks
    public StackColours colours() {
        return colours;
    }

    /// What lies over the images is another now.
    public void coloursChanged() {
        tell(new CaseChange.Studies());
    }

    /// @param name who sits at the desk; empty where that is not known
    public void reader(String name) {
        reader = name;
    }

    /// @return who sits at the desk; empty where that is not known
    public String reader() {
        return reader;
    }

    /// @return what is known of the image monitor
    public Monitor monitor() {
        return monitor;
    }

    /// @return what P-values become on the image monitor
    public DisplayFunction display() {
        return display;
    }

    /// @param known of the image monitor: whether it was checked against PS3.14, and how that went
    /// @param function what P-values become on it
    public void monitor(Monitor known, DisplayFunction function) {
        if (monitor.equals(known) && display.equals(function)) return;
        monitor = known;
        display = function;
        tell(new CaseChange.Studies());
    }

    /// @return the tools
    public ToolBelt tools() {
        return tools;
    }

    /// @return the words
    @Override
    public Messages messages() {
        return messages;
    }

    /// @return the keys
    public Keymap keymap() {
        return keymap;
    }

    /// @return where headers and frames come from
    @Override
    public FrameSource source() {
        return source;
    }

    /// @return what makes pixels of frames
    public Renderer renderer() {
        return renderer;
    }

    /// @return of jobs
    @Override
    public JobRunner runner() {
        return runner;
    }
}
