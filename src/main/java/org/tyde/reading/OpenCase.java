package org.tyde.reading;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.Hang;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement;
import org.tyde.hanging.ScreenLayout;
import org.tyde.hanging.Stage;
import org.tyde.imaging.FrameKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// One patient's case while it is read: the study, its priors, what each viewport shows, what was marked
/// and what was seen. Not thread-safe: the JavaFX thread uses it alone. It never waits and decodes nothing.
///
/// Viewports are numbered from 0, by rows, then by columns; frames have an index from 0 in the model
/// and a number from 1 towards people.
public final class OpenCase {
    private final HangingProtocols protocols;
    private final List<Consumer<CaseChange>> listeners = new CopyOnWriteArrayList<>();
    private final Marking marking = new Marking(() -> tell(new CaseChange.MarksChanged()));
    private final Linking linking = new Linking();
    private final CoverageLedger coverage = new CoverageLedger();
    private final Clips clips;
    private final CaseStudies studies;
    private final Arrangement arrangement;
    private int active;

    /// Whether a person made it so.
    private boolean chosen;

    private OptionalInt maximised = OptionalInt.empty();

    /// Opens a case and hangs it, beside the first prior if there is one.
    ///
    /// @param current the study to be read
    /// @param priors of the same patient, the one to hang first
    /// @param protocols by which to hang
    /// @param clock nanoseconds, for cine
    /// @throws IllegalArgumentException when a prior is another patient's
    public OpenCase(
            CaseStudy current,
            List<CaseStudy> priors,
            HangingProtocols protocols,
            LongSupplier clock) {
        this.protocols = protocols;
        clips = new Clips(this::viewports, this::set, clock);
        studies = new CaseStudies(current, priors);
        arrangement = new Arrangement(hung());
        opened();
    }

    private Hang hung() {
        return protocols.hang(studies.input());
    }

    // ---- studies

    /// @return the study that is read
    public CaseStudy current() {
        return studies.current();
    }

    /// @return its priors, in the order given
    public List<CaseStudy> priors() {
        return studies.priors();
    }

    /// @param frame of an image of the case
    /// @return the presentation states that cover it, oldest study last, then those made here
    public List<PresentationState> states(FrameKey frame) {
        return studies.states(frame);
    }

    /// @param sopUid SOP Instance UID
    /// @return the Spatial Registration of it, among those that came with the studies
    public Optional<DataSet> registration(String sopUid) {
        return studies.registration(sopUid);
    }

    /// @param state made while the case is open: from now on it is among those that cover its images
    public void add(PresentationState state) {
        studies.add(state);
        tell(new CaseChange.Studies());
    }

    /// @return the prior that hangs beside the current study
    public Optional<CaseStudy> prior() {
        return studies.hung();
    }

    /// @return how the case hangs, and why
    public Hang hang() {
        return arrangement.hang();
    }

    /// Hangs another prior beside the current study, or none.
    ///
    /// @param uid one of the priors; empty: none
    public void hangPrior(Optional<String> uid) {
        if (studies.hang(uid)) rehang();
    }

    /// Hangs the next prior in their order, after the last one none, after none the first.
    public void nextPrior() {
        hangPrior(studies.next());
    }

    private void rehang() {
        unlink();
        arrangement.rehang(hung());
        opened();
        tell(new CaseChange.Studies());
        tell(new CaseChange.Layout());
    }

    /// Takes what has come since: further images of a study, or a further prior, of which the first one
    /// hangs. Stacks grow around the frames shown; what was arranged by hand stays, else the hanging fills
    /// with what has come.
    ///
    /// @param study the current one or a prior, as it is known now
    /// @throws IllegalArgumentException when it is another patient's
    public void update(CaseStudy study) {
        studies.update(study);
        var watched = viewport(active).stack().map(ImageStack::id);
        boolean fills = maximised.isPresent();
        if (!arrangement.grow(hung(), fills ? watched : Optional.empty())) {
            var moved = watched.map(arrangement::showing).orElse(OptionalInt.empty());
            active = chosen ? moved.orElse(0) : 0;
            opened();
            if (fills) maximised = OptionalInt.of(active);
        }
        clips.goOn();
        tell(new CaseChange.Studies());
        tell(new CaseChange.Layout());
    }

    /// @param id of a stack
    /// @return it, of whatever study of the case
    public Optional<ImageStack> stack(String id) {
        return arrangement.stack(id);
    }

    /// @return the stacks of the current study, hung or not
    public List<ImageStack> currentStacks() {
        return hang().stacks().stream().filter(s -> s.studyUid().equals(current().uid())).toList();
    }

    // ---- viewports

    /// @return the grid
    public ScreenLayout layout() {
        return arrangement.layout();
    }

    /// @return what each viewport of the grid shows, by rows
    public List<ViewportState> viewports() {
        return List.copyOf(arrangement.viewports());
    }

    /// @param index from 0
    /// @return what it shows
    public ViewportState viewport(int index) {
        return arrangement.viewports().get(index);
    }

    /// @return index of the active viewport
    public int active() {
        return active;
    }

    /// @param index from 0; a clip there starts where the hanging wants so, others stop
    public void activate(int index) {
        if (index < 0 || index >= arrangement.viewports().size()) return;
        boolean changed = index != active;
        active = index;
        chosen = true;
        if (changed) {
            if (stage().plays()) {
                for (int i = 0; i < arrangement.viewports().size(); i++)
                    if (i != index) clips.stop(i);
                clips.play(index);
            }
            tell(new CaseChange.Active());
        }
    }

    /// @return the viewport that fills the screen
    public OptionalInt maximised() {
        return maximised;
    }

    /// Lets one viewport fill the screen, or ends that.
    ///
    /// @param index from 0
    public void toggleMaximised(int index) {
        maximised = maximised.isPresent() ? OptionalInt.empty() : OptionalInt.of(index);
        activate(index);
        tell(new CaseChange.Layout());
    }

    /// Another grid by hand. What is shown stays shown as far as there is room; new viewports take the stacks
    /// of the current study that are not shown yet.
    ///
    /// @param next 1x1 to 4x4
    public void layout(ScreenLayout next) {
        active = arrangement.layout(next, active, currentStacks());
        maximised = OptionalInt.empty();
        tell(new CaseChange.Layout());
    }

    /// Shows another stack, as when a thumbnail is dragged in.
    ///
    /// @param index of the viewport
    /// @param shown a stack of the case
    /// @throws IllegalArgumentException when it is not of this case
    public void show(int index, ImageStack shown) {
        var known =
                stack(shown.id())
                        .orElseThrow(() -> new IllegalArgumentException("a stack of another case"));
        arrangement.show(index, known);
        tell(new CaseChange.Viewport(index));
    }

    // ---- stages and pages

    /// @return the step of the hanging that is shown
    public Stage stage() {
        return arrangement.stage();
    }

    /// @return its index from 0
    public int stageIndex() {
        return arrangement.stageIndex();
    }

    /// @param by steps of the hanging, forth or back; stops at the ends
    public void stepStage(int by) {
        if (!arrangement.stepStage(by)) return;
        opened();
        tell(new CaseChange.Layout());
    }

    /// @return the page from 0, where there are more stacks than viewports
    public int page() {
        return arrangement.page();
    }

    /// @param by pages, forth or back; stops at the ends
    public void stepPage(int by) {
        if (!arrangement.stepPage(by)) return;
        opened();
        tell(new CaseChange.Layout());
    }

    /// Other viewports are shown: one that shows something is active, and plays where the hanging says so.
    private void opened() {
        maximised = OptionalInt.empty();
        active = Math.min(active, viewports().size() - 1);
        if (viewport(active).stack().isEmpty())
            for (int i = viewports().size() - 1; i >= 0; i--)
                if (viewport(i).stack().isPresent()) active = i;
        if (stage().plays()) clips.play(active);
    }

    // ---- scrolling

    /// A turn of the wheel: frames, or pages where the hanging says so and there are several.
    ///
    /// @param index of the viewport under the pointer
    /// @param notches downwards, which is forwards
    public void wheel(int index, int notches) {
        var shown = viewport(index);
        boolean pages =
                stage().wheel() == Stage.Wheel.PAGES
                        && shown.placement().isPresent()
                        && stage().pages() > 1;
        if (pages) stepPage(notches);
        else scroll(index, notches);
    }

    /// @param index of a viewport
    /// @param frames forth or back; stops at the ends, of the phase where the stack has several
    public void scroll(int index, int frames) {
        var shown = viewport(index);
        if (shown.stack().isEmpty()) return;
        int at = shown.view().frame();
        int perPhase = shown.stack().get().perPhase();
        int first = at / perPhase * perPhase;
        goTo(index, Math.clamp(at + frames, first, first + perPhase - 1));
    }

    /// Shows a frame, and in linked viewports those that belong to it. A clip that plays stops.
    ///
    /// @param index of a viewport
    /// @param frame index from 0; beyond the ends the last on that side
    public void goTo(int index, int frame) {
        var shown = viewport(index);
        if (shown.stack().isEmpty()) return;
        int at = Math.clamp(frame, 0, shown.stack().get().size() - 1);
        if (at == shown.view().frame()) return;
        set(index, shown.with(Optional.empty()).with(shown.view().withFrame(at)));
        for (int i = 0; i < arrangement.viewports().size(); i++) {
            if (i == index) continue;
            var other = viewport(i);
            var next = linking.following(shown.stack().get(), at, other);
            if (next.isPresent() && next.getAsInt() != other.view().frame())
                set(i, other.with(other.view().withFrame(next.getAsInt())));
        }
    }

    /// Shows a place in the patient in every other viewport of its frame of reference: the frame nearest to
    /// it. Clips that play, and viewports of another frame of reference, stay.
    ///
    /// @param from the viewport in which it was pointed at, which stays
    /// @param place in the patient
    public void showPlace(int from, PatientPlace place) {
        for (int i = 0; i < arrangement.viewports().size(); i++) {
            var other = viewport(i);
            if (i == from || other.stack().isEmpty() || other.cine().isPresent()) continue;
            var there = place.in(other.stack().get(), other.view().frame());
            if (there.isPresent() && there.get().frame() != other.view().frame())
                set(i, other.with(other.view().withFrame(there.get().frame())));
        }
    }

    /// @param on whether series of one study scroll together by position; on from the start
    public void linkWithinStudy(boolean on) {
        linking.withinStudy(on);
    }

    /// @return whether series of one study scroll together by position
    public boolean linkedWithinStudy() {
        return linking.withinStudy();
    }

    /// @return how current and prior are linked
    public Optional<StudyLink> link() {
        return linking.link();
    }

    /// Links the active viewport's study with the other study on the screen at the levels now shown, or
    /// unlinks them.
    ///
    /// @return whether they are linked now; false too when there is nothing to link
    public boolean toggleLink() {
        if (linking.link().isPresent()) {
            unlink();
            return false;
        }
        boolean linked = linking.tie(viewport(active), arrangement.viewports());
        if (linked) tell(new CaseChange.Link());
        return linked;
    }

    private void unlink() {
        if (linking.untie()) tell(new CaseChange.Link());
    }

    // ---- how it is shown

    /// Changes how a viewport shows its stack; its frame is changed by [#goTo] only. Zoom holds for the
    /// whole scale group, so that it stays at one scale.
    ///
    /// @param index of a viewport
    /// @param change from the view now to the next
    public void view(int index, UnaryOperator<ViewState> change) {
        var shown = viewport(index);
        if (shown.stack().isEmpty()) return;
        var next = change.apply(shown.view()).withFrame(shown.view().frame());
        set(index, shown.with(next));
        var group = shown.placement().flatMap(Placement::scale);
        if (group.isEmpty() || next.zoom().equals(shown.view().zoom())) return;
        for (int i = 0; i < arrangement.viewports().size(); i++) {
            var other = viewport(i);
            if (i != index && other.placement().flatMap(Placement::scale).equals(group))
                set(i, other.with(other.view().with(next.zoom())));
        }
    }

    /// Shows a viewport's stack as when it was hung; the frame stays.
    ///
    /// @param index of a viewport
    public void reset(int index) {
        var as = viewport(index).reset().view();
        view(index, _ -> as);
    }

    private void set(int index, ViewportState next) {
        if (next.equals(viewport(index))) return;
        arrangement.viewports().set(index, next);
        tell(new CaseChange.Viewport(index));
    }

    // ---- cine

    /// @return what plays
    public Clips clips() {
        return clips;
    }

    // ---- the second dimension

    /// Shows the same place in another phase of the stack: another time, echo, ...; after the last the first.
    ///
    /// @param index of a viewport
    /// @param by phases forth or back; of no effect where the stack has one
    public void stepPhase(int index, int by) {
        var shown = viewport(index);
        if (shown.stack().isEmpty() || shown.stack().get().phases() < 2) return;
        int next = shown.stack().get().inPhase(shown.view().frame(), by);
        set(index, shown.with(Optional.empty()).with(shown.view().withFrame(next)));
    }

    // ---- marks

    /// @return measurements and key images
    public Marks marks() {
        return marking.current();
    }

    /// @return what marks, and takes steps back
    public Marking marking() {
        return marking;
    }

    // ---- coverage

    /// Told when a picture has been painted.
    ///
    /// @param picture what it was made of
    public void shown(Derivation picture) {
        for (var frame : picture.shows())
            if (coverage.shown(frame)) tell(new CaseChange.Seen(frame));
    }

    /// @return which frames were shown
    public CoverageLedger coverage() {
        return coverage;
    }

    /// @return what of the current study was never shown, to be said before signing
    public List<CoverageLedger.Unseen> neverShown() {
        return coverage.unseen(currentStacks());
    }

    /// @return the priors of which at least one image was shown: a report may say it compared with them
    public List<CaseStudy> priorsShown() {
        return priors().stream()
                .filter(
                        p ->
                                hang().stacks().stream()
                                        .filter(s -> s.studyUid().equals(p.uid()))
                                        .anyMatch(s -> coverage.seen(s) > 0))
                .toList();
    }

    // ---- views kept

    /// @return how each stack was last shown, by its id
    public Map<String, ViewState> views() {
        return arrangement.views();
    }

    /// Takes views that were kept, as when a case is opened again.
    ///
    /// @param kept by the id of the stack; those of stacks that are not here have no effect
    public void restoreViews(Map<String, ViewState> kept) {
        arrangement.restored(kept).forEach(this::set);
    }

    // ---- listeners

    /// @param listener told of each change, on the thread that made it
    /// @return ends it
    public Listening listen(Consumer<CaseChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(CaseChange change) {
        listeners.forEach(l -> l.accept(change));
    }
}
