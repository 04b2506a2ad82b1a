package org.tyde.ui.reporting.flow;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.evidence.InstanceReference;
import org.tyde.report.Report;
import org.tyde.report.View;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.AiFinding;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.flow.MeasuredText.Rounding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What of the open case the report's pane must know: what its measurements say now, and the way back to what
/// was on screen. Used on the JavaFX thread.
public final class FlowModel {
    private final ReadOnlyObjectWrapper<List<Value>> measured =
            new ReadOnlyObjectWrapper<>(this, "measured", List.of());
    private boolean known;
    private Consumer<View> way = _ -> {};
    private final ReadOnlyObjectWrapper<List<AiFinding>> found =
            new ReadOnlyObjectWrapper<>(this, "found", List.of());
    private String foundIn = "";
    private Consumer<InstanceReference> image = _ -> {};
    private Supplier<String> decider = () -> "";
    private Runnable decided = () -> {};
    private Supplier<Merged> merged = () -> Merged.NOTHING;
    private Supplier<Rounding> rounding = () -> Rounding.WHOLE;

    /// What templates take from the open case.
    ///
    /// @param prior day of the prior that hangs beside the study
    /// @param measured what was measured or changed last in the study
    public record Merged(Optional<LocalDate> prior, Optional<Value> measured) {
        /// Where no case of the report's study is open.
        public static final Merged NOTHING = new Merged(Optional.empty(), Optional.empty());
    }

    /// @param now what the measurements of the open case say
    public void measured(List<Value> now) {
        known = true;
        measured.set(List.copyOf(now));
    }

    /// No case is open: nothing is known of any measurement.
    public void close() {
        known = false;
        found("", List.of());
        measured.set(List.of());
    }

    /// @return what the measurements of the open case say now
    public ReadOnlyObjectProperty<List<Value>> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /// @param report open here
    /// @return the numbers in it that their measurements no longer say; none while no case is open
    public List<MeasuredText.Stale> stale(Report report) {
        return known ? MeasuredText.stale(report.content(), measured.get()) : List.of();
    }

    /// @param studyUid Study Instance UID
    /// @param now what algorithms and devices found in it
    public void found(String studyUid, List<AiFinding> now) {
        foundIn = studyUid;
        found.set(List.copyOf(now));
    }

    /// @return what algorithms and devices found in the open case
    public ReadOnlyObjectProperty<List<AiFinding>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// @param report open here
    /// @return what was found in its study
    public List<AiFinding> found(Report report) {
        return report.head().studyUid().equals(foundIn) ? found.get() : List.of();
    }

    /// @param told when it was decided what becomes of a finding
    public void onDecided(Runnable told) {
        decided = told;
    }

    /// Somebody decided what becomes of a finding.
    public void decided() {
        decided.run();
    }

    /// @param shows an image of the open case
    public void onImage(Consumer<InstanceReference> shows) {
        image = shows;
    }

    /// @param one to be shown
    public void showImage(InstanceReference one) {
        image.accept(one);
    }

    /// @param name of who decides about findings; empty where nobody is entered
    public void decidedBy(Supplier<String> name) {
        decider = name;
    }

    /// @return who decides about findings
    public String decider() {
        return decider.get();
    }

    /// @param shows what was on screen
    public void onReturn(Consumer<View> shows) {
        way = shows;
    }

    /// @param now tells what templates take from the case, at the moment they are put in
    public void mergeThrough(Supplier<Merged> now) {
        merged = now;
    }

    /// @return what templates take from the open case now
    public Merged merged() {
        return merged.get();
    }

    /// @param now tells how measured numbers are rounded
    public void roundThrough(Supplier<Rounding> now) {
        rounding = now;
    }

    /// @return how measured numbers are rounded now
    public Rounding rounding() {
        return rounding.get();
    }

    /// @param view to be shown again
    public void returnTo(View view) {
        way.accept(view);
    }
}
