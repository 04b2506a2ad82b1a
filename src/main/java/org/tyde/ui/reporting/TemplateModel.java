package org.tyde.ui.reporting;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.refusal.Refusal;
import org.tyde.report.Comparison;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportKind;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.rads.Answers;
import org.tyde.report.rads.Calculator;
import org.tyde.report.rads.IntoReport;
import org.tyde.report.rads.RadsWords;
import org.tyde.report.rads.Step.Found;
import org.tyde.report.template.AutotextBook;
import org.tyde.report.template.Filling;
import org.tyde.report.template.MergeValue;
import org.tyde.report.template.MergeValues;
import org.tyde.report.template.TemplateChoice;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.study.Study;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.flow.FlowModel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The templates for the study that is described: which there are, which fits, and putting one in. A template
/// is offered, never put in by itself. Used on the JavaFX thread.
public final class TemplateModel {
    private static final TemplateLibrary.Read NOTHING =
            new TemplateLibrary.Read(List.of(), List.of(), List.of());
    private final ReportServices services;
    private final Messages messages;
    private final Supplier<Optional<Report>> report;
    private final FlowModel flow;
    private final Consumer<Throwable> tell;
    private final ObservableList<Held> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Held>> usual =
            new ReadOnlyObjectWrapper<>(this, "usual", Optional.empty());
    private final BooleanProperty choosing = new SimpleBooleanProperty(this, "choosing");
    private final BooleanProperty calculating = new SimpleBooleanProperty(this, "calculating");
    private Optional<Study> study = Optional.empty();
    private TemplateLibrary.Read read = NOTHING;
    private Supplier<AutotextBook> autotexts = () -> AutotextBook.EMPTY;

    TemplateModel(
            ReportServices services,
            Messages messages,
            Supplier<Optional<Report>> report,
            FlowModel flow,
            Consumer<Throwable> tell) {
        this.services = services;
        this.messages = messages;
        this.report = report;
        this.flow = flow;
        this.tell = tell;
        messages.localeProperty().subscribe(_ -> sort());
    }

    /// @param next the study that is described from now on
    void open(Study next) {
        study = Optional.of(next);
        read(next);
    }

    /// The files of templates have changed, or how they are read: they are read anew. What stands in the report stays.
    public void refresh() {
        study.ifPresent(this::read);
    }

    private void read(Study next) {
        FxThread.FX.watch(
                services.templates(),
                now -> {
                    if (study.equals(Optional.of(next))) took(now);
                },
                tell);
    }

    /// Puts the template that fits in; where something is written the list asks how.
    public void beginUsual() {
        boolean written = report.get().filter(r -> !r.content().unwritten()).isPresent();
        if (written) choosing.set(true);
        else usual.get().ifPresent(this::begin);
    }

    void leave() {
        study = Optional.empty();
        choosing.set(false);
        calculating.set(false);
        sort();
    }

    private void took(TemplateLibrary.Read now) {
        read = now;
        sort();
        if (!now.refused().isEmpty()) tell.accept(now.refused().getFirst());
    }

    private void sort() {
        var of = study;
        var locale = messages.locale();
        all.setAll(
                of.map(s -> TemplateChoice.sorted(s, read.templates(), locale)).orElse(List.of()));
        usual.set(of.flatMap(s -> TemplateChoice.usual(s, read.templates(), locale)));
    }

    /// Puts a template in; sections in which something is written stay as they are.
    ///
    /// @param held a template
    public void begin(Held held) {
        begin(held, Filling.Written.STAYS);
    }

    /// @param held a template
    /// @param written what becomes of sections in which something is written
    void begin(Held held, Filling.Written written) {
        choosing.set(false);
        if (report.get().filter(r -> r.head().kind() != ReportKind.REPORT).isPresent()) return;
        var language = held.template().head().language();
        change(
                (into, now) ->
                        Filling.begun(held.template(), now, values(into, now, language), written));
    }

    /// Normal text into the field the caret is in, or else into all open fields of the section it is in.
    public void normal() {
        followed().ifPresent(held -> change((_, now) -> Filling.normalAt(held.template(), now)));
    }

    /// Normal text into every open field that has some.
    public void normalAll() {
        followed().ifPresent(held -> change((_, now) -> Filling.normal(held.template(), now)));
    }

    /// @param book the autotexts as they are now
    public void autotextsThrough(Supplier<AutotextBook> book) {
        autotexts = book;
    }

    /// @param name of an autotext, put in at the caret
    public void insert(String name) {
        insert(name, 0);
    }

    /// Puts the autotext in whose name was typed before the caret, in its place.
    public void expand() {
        var into = report.get();
        if (into.isEmpty()) return;
        var at = into.get().caret();
        var before = into.get().text().of(at.section()).substring(0, at.offset());
        autotexts.get().typed(before).ifPresent(name -> insert(name, name.length()));
    }

    private void insert(String name, int typed) {
        try {
            var pieces = autotexts.get().pieces(name);
            change(
                    (into, now) ->
                            Filling.inserted(
                                    pieces, now, typed, values(into, now, messages.locale())));
        } catch (Refusal refused) {
            tell.accept(refused);
        }
    }

    /// Opens the calculators of categories, while a report is open.
    public void calculate() {
        choosing.set(false);
        if (report.get().isPresent()) calculating.set(true);
    }

    /// Puts what a calculator found into its fields, or as a sentence at the caret, in the language of the
    /// template.
    ///
    /// @param calculator which
    /// @param answers what was answered
    /// @param found the row
    public void calculated(Calculator calculator, Answers answers, Found found) {
        calculating.set(false);
        var language =
                followed().map(h -> h.template().head().language()).orElseGet(messages::locale);
        var words = new RadsWords(calculator, language);
        change((_, now) -> IntoReport.put(now, words, answers, found));
    }

    /// The report says with which prior it is compared: the day of it goes where a template asked for it.
    void compared() {
        change(
                (into, now) ->
                        Filling.known(
                                MergeValue.PRIOR_DATE, now, values(into, now, messages.locale())));
    }

    private MergeValues values(Report into, ReportContent now, Locale locale) {
        var merged = flow.merged();
        return MergeValues.of(
                into.head(),
                now.text(),
                Comparison.day(now.text(), merged.prior()),
                merged.measured().map(v -> number(v, locale)),
                locale);
    }

    private MergeValues.MeasuredNumber number(Value value, Locale locale) {
        return new MergeValues.MeasuredNumber(
                MeasuredText.text(value, flow.rounding(), locale),
                new Meaning.Measured(value.tracking(), value.value(), value.unit()));
    }

    /// @return the template that the report follows
    public Optional<Held> followed() {
        return report.get().flatMap(r -> r.shape().template()).flatMap(id -> read.find(id));
    }

    /// A step from one content to the next.
    private interface Step {
        ReportContent from(Report into, ReportContent now);
    }

    private void change(Step step) {
        var into = report.get();
        if (into.isEmpty()) return;
        var now = into.get().content();
        var next = step.from(into.get(), now);
        if (next.equals(now)) return;
        try {
            into.get().become(now, next);
        } catch (Refusal refused) {
            tell.accept(refused);
        }
    }

    /// Opens the list of them, where a report is open that can begin from one.
    public void choose() {
        if (report.get()
                .filter(r -> !r.sealed() && r.head().kind() == ReportKind.REPORT)
                .isPresent()) choosing.set(true);
    }

    /// @return all templates, those that fit best first
    public ObservableList<Held> all() {
        return all;
    }

    /// @return the one that fits, where one does
    public ReadOnlyObjectProperty<Optional<Held>> usualProperty() {
        return usual.getReadOnlyProperty();
    }

    /// @return whether the calculators of categories are open
    public BooleanProperty calculatingProperty() {
        return calculating;
    }

    /// @return whether the list of them is open
    public BooleanProperty choosingProperty() {
        return choosing;
    }
}
