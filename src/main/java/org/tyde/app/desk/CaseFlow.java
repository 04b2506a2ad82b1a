package org.tyde.app.desk;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.tyde.app.lesions.CaseValues;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameSource;
import org.tyde.reading.CaseChange;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportText;
import org.tyde.report.View;
import org.tyde.report.check.Surroundings;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.flow.FlowReason;
import org.tyde.report.flow.KeyImageText;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.flow.SaidAtViews;
import org.tyde.ui.FxThread;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.viewport.ImageDesk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// What flows from the open case into its report, each time by an act, and the views its sentences remember.
/// Used on the JavaFX thread.
final class CaseFlow {
    private static final CaseValues NOTHING = new CaseValues(List.of(), Map.of());
    private final ImageDesk images;
    private final ReadOnlyObjectProperty<Optional<Report>> reported;
    private final FlowModel flow;
    private final Supplier<Manner> manner;
    private final List<ChangeText.Pair> pairs = new ArrayList<>();
    private Map<String, List<Value>> numbers = Map.of();
    private List<FrameMeasurement> drawn = List.of();
    private CaseValues asked = NOTHING;
    private Optional<String> touched = Optional.empty();
    private Optional<ReportText> seen = Optional.empty();
    private AutoCloseable watching = () -> {};

    CaseFlow(
            ImageDesk images,
            ReadOnlyObjectProperty<Optional<Report>> reported,
            FlowModel flow,
            Supplier<Manner> manner) {
        this.images = images;
        this.reported = reported;
        this.flow = flow;
        this.manner = manner;
        flow.roundThrough(() -> manner.get().rounding());
        images.openProperty().subscribe(_ -> opened());
        images.listen(
                change -> {
                    if (change instanceof CaseChange.MarksChanged) measured();
                });
        reported.subscribe(this::watch);
        flow.onReturn(this::show);
        flow.mergeThrough(this::merged);
    }

    private void opened() {
        pairs.clear();
        numbers = Map.of();
        drawn = List.of();
        asked = NOTHING;
        touched = Optional.empty();
        if (images.openCase().isEmpty()) flow.close();
        else measured();
    }

    private void measured() {
        var open = images.openCase();
        if (open.isEmpty()) return;
        var now = CaseValues.of(open.get());
        numbers = stillTrue(now);
        asked = now;
        for (var one : now.drawn()) if (!drawn.contains(one)) touched = Optional.of(one.id());
        drawn = now.drawn();
        FxThread.FX.watch(
                images.runner().waiting("measurements", _ -> now.numbers(images.source())),
                found -> {
                    if (!images.openCase().equals(open) || !asked.equals(now)) return;
                    numbers = found;
                    flow.measured(all());
                },
                _ -> {});
    }

    /// A number of what has been changed since, or is measured by another scale, is none.
    private Map<String, List<Value>> stillTrue(CaseValues now) {
        if (!asked.known().equals(now.known())) return Map.of();
        var same = new HashMap<String, List<Value>>();
        for (var one : now.drawn())
            if (drawn.contains(one) && numbers.containsKey(one.id()))
                same.put(one.id(), numbers.getOrDefault(one.id(), List.of()));
        return same;
    }

    /// @return where the frames of the case come from
    FrameSource source() {
        return images.source();
    }

    /// What all measurements say.
    List<Value> all() {
        return numbers.values().stream().flatMap(List::stream).toList();
    }

    /// The lesions whose change was put into the report.
    List<Surroundings.Lesion> lesions() {
        var now = new HashMap<String, Value>();
        for (var value : all()) now.put(value.tracking(), value);
        return pairs.stream()
                .map(
                        p ->
                                new Surroundings.Lesion(
                                        p.now().tracking(),
                                        now.getOrDefault(p.before().tracking(), p.before()).value(),
                                        now.getOrDefault(p.now().tracking(), p.now()).value(),
                                        p.when()))
                .toList();
    }

    /// Puts the measurement that was made or changed last into the report.
    void insertMeasurement() {
        in(
                (report, _) -> {
                    var id =
                            images.chosen()
                                    .or(() -> touched)
                                    .filter(i -> drawn.stream().anyMatch(m -> m.id().equals(i)))
                                    .or(this::last);
                    if (id.isEmpty()) throw new Refusal(FlowReason.NOTHING_MEASURED);
                    var value = said(numbers.getOrDefault(id.get(), List.of()));
                    if (value.isEmpty()) throw new Refusal(FlowReason.NO_NUMBER);
                    MeasuredText.insert(
                            report, value.get(), manner.get().rounding(), manner.get().locale());
                });
    }

    private Optional<String> last() {
        return drawn.isEmpty() ? Optional.empty() : Optional.of(drawn.getLast().id());
    }

    /// What templates take from the case; nothing of one that the report is not of.
    private FlowModel.Merged merged() {
        var report = reported.get();
        var open =
                images.openCase()
                        .filter(
                                o ->
                                        report.filter(
                                                        r ->
                                                                r.head()
                                                                        .studyUid()
                                                                        .equals(o.current().uid()))
                                                .isPresent());
        return new FlowModel.Merged(
                open.flatMap(OpenCase::prior)
                        .flatMap(CaseStudy::when)
                        .map(LocalDateTime::toLocalDate),
                open.flatMap(this::lastOfStudy));
    }

    private Optional<Value> lastOfStudy(OpenCase open) {
        var of = drawn.stream().filter(m -> isOf(open, m, open.current())).toList();
        return of.stream()
                .filter(m -> touched.equals(Optional.of(m.id())))
                .findFirst()
                .or(() -> of.isEmpty() ? Optional.empty() : Optional.of(of.getLast()))
                .flatMap(m -> said(numbers.getOrDefault(m.id(), List.of())));
    }

    /// Of a region its mean, else its area; of a line or angle its one number. A length in pixels is no number.
    private static Optional<Value> said(List<Value> values) {
        return values.stream().filter(v -> !v.unit().startsWith("{pixels}")).reduce((_, b) -> b);
    }

    /// Puts how a lesion changed into the report: its last length in the study against the last in a prior.
    void insertChange() {
        in(
                (report, open) -> {
                    for (var one : drawn) // one whose number is not known yet is not passed over
                    if (!numbers.containsKey(one.id())) throw new Refusal(FlowReason.NO_NUMBER);
                    var now = lastLength(open, open.current());
                    var before =
                            open.priors().stream()
                                    .filter(p -> lastLength(open, p).isPresent())
                                    .findFirst();
                    if (now.isEmpty() || before.isEmpty()) throw new Refusal(FlowReason.NO_PAIR);
                    var pair =
                            new ChangeText.Pair(
                                    lastLength(open, before.get()).orElseThrow(),
                                    now.get(),
                                    before.get().when().map(LocalDateTime::toLocalDate));
                    ChangeText.insert(report, "", pair, manner.get());
                    pairs.add(pair);
                });
    }

    private Optional<Value> lastLength(OpenCase open, CaseStudy study) {
        return drawn.reversed().stream()
                .filter(m -> isOf(open, m, study))
                .flatMap(m -> numbers.getOrDefault(m.id(), List.of()).stream())
                .filter(v -> v.unit().equals("mm"))
                .findFirst();
    }

    private static boolean isOf(OpenCase open, FrameMeasurement one, CaseStudy study) {
        return stackOf(open, one).filter(s -> s.studyUid().equals(study.uid())).isPresent();
    }

    private static Optional<ImageStack> stackOf(OpenCase open, FrameMeasurement one) {
        return open.hang().stacks().stream()
                .filter(s -> s.indexOf(one.frame()).isPresent())
                .findFirst();
    }

    /// Puts a reference to the image in the active viewport into the report, and makes it a key image.
    void insertKeyImage() {
        in(
                (report, open) -> {
                    var view = CaseViews.now(open);
                    var shown = open.viewport(open.active());
                    if (view.isEmpty() || shown.stack().isEmpty() || shown.frame().isEmpty())
                        throw new Refusal(FlowReason.NO_IMAGE);
                    var key = shown.frame().get().key();
                    KeyImageText.insert(
                            report,
                            series(open, shown.stack().get()),
                            shown.view().frame() + 1,
                            view.get(),
                            manner.get().locale());
                    if (!open.marks().isKeyImage(key)) open.marking().toggleKeyImage(key);
                });
    }

    private static OptionalInt series(OpenCase open, ImageStack stack) {
        var studies = new ArrayList<>(open.priors());
        studies.add(open.current());
        return studies.stream()
                .flatMap(s -> s.images().series().stream())
                .filter(s -> s.uid().equals(stack.seriesUid()))
                .map(s -> s.number())
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /// Shows what was on screen when the sentence at the caret was written.
    void returnToView() {
        in(
                (report, open) ->
                        CaseViews.show(
                                open,
                                SaidAtViews.at(report.content(), report.caret())
                                        .orElseThrow(() -> new Refusal(FlowReason.NO_VIEW))));
    }

    private void show(View view) {
        in((_, open) -> CaseViews.show(open, view));
    }

    private interface Act {
        void in(Report report, OpenCase open) throws Refusal;
    }

    /// The report and the case must be of one study.
    private void in(Act act) {
        var report = reported.get();
        var open = images.openCase();
        if (report.isEmpty() || open.isEmpty()) return;
        if (!report.get().head().studyUid().equals(open.get().current().uid())) return;
        try {
            act.in(report.get(), open.get());
        } catch (Refusal refused) {
            images.say(images.messages().sentence(refused));
        }
    }

    private void watch(Optional<Report> report) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        seen = report.map(Report::text);
        watching =
                report.isPresent()
                        ? report.get().onChange(() -> FxThread.FX.execute(this::written))
                        : () -> {};
    }

    /// Only what was just written was written beside what is on screen.
    private void written() {
        var text = reported.get().map(Report::text);
        if (text.isEmpty() || text.equals(seen)) return;
        seen = text;
        in((report, open) -> CaseViews.now(open).ifPresent(v -> SaidAtViews.keep(report, v)));
    }
}
