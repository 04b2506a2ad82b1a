package org.tyde.ui.reporting;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportKind;
import org.tyde.report.template.Filling;
import org.tyde.report.template.MergeValues;
import org.tyde.report.template.TemplateChoice;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.study.Study;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The templates for the study that is described: which there are, which fits, and putting one in. A template
/// is offered, never put in by itself. Used on the JavaFX thread.
public final class TemplateModel {
    private final ReportServices services;
    private final Messages messages;
    private final Supplier<Optional<Report>> report;
    private final Consumer<Throwable> tell;
    private final ObservableList<Held> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Held>> usual =
            new ReadOnlyObjectWrapper<>(this, "usual", Optional.empty());
    private final BooleanProperty choosing = new SimpleBooleanProperty(this, "choosing");
    private Optional<Study> study = Optional.empty();
    private List<Held> read = List.of();

    TemplateModel(
            ReportServices services,
            Messages messages,
            Supplier<Optional<Report>> report,
            Consumer<Throwable> tell) {
        this.services = services;
        this.messages = messages;
        this.report = report;
        this.tell = tell;
        messages.localeProperty().subscribe(_ -> sort());
    }

    /// @param next the study that is described from now on
    void open(Study next) {
        study = Optional.of(next);
        FxThread.FX.watch(
                services.templates(),
                now -> {
                    if (study.equals(Optional.of(next))) took(now);
                },
                tell);
    }

    void leave() {
        study = Optional.empty();
        choosing.set(false);
        sort();
    }

    private void took(TemplateLibrary.Read now) {
        read = now.templates();
        sort();
        if (!now.refused().isEmpty()) tell.accept(now.refused().getFirst());
    }

    private void sort() {
        var of = study;
        var locale = messages.locale();
        all.setAll(of.map(s -> TemplateChoice.sorted(s, read, locale)).orElse(List.of()));
        usual.set(of.flatMap(s -> TemplateChoice.usual(s, read, locale)));
    }

    /// Puts a template in; what was written stays as it is.
    ///
    /// @param held a template
    public void begin(Held held) {
        choosing.set(false);
        var language = held.template().head().language();
        change(
                (into, now) ->
                        Filling.begun(
                                held.template(),
                                now,
                                MergeValues.of(
                                        into.head(),
                                        now.text(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        language),
                                Filling.Written.STAYS));
    }

    /// Normal text into the field the caret is in, or else into all open fields of the section it is in.
    public void normal() {
        followed().ifPresent(held -> change((_, now) -> Filling.normalAt(held.template(), now)));
    }

    /// Normal text into every open field that has some.
    public void normalAll() {
        followed().ifPresent(held -> change((_, now) -> Filling.normal(held.template(), now)));
    }

    /// @return the template that the report follows
    public Optional<Held> followed() {
        return report.get()
                .flatMap(r -> r.shape().template())
                .flatMap(
                        id ->
                                read.stream()
                                        .filter(h -> h.template().head().id().equals(id))
                                        .findFirst());
    }

    /// A step from one content to the next.
    private interface Step {
        ReportContent from(Report into, ReportContent now);
    }

    private void change(Step step) {
        var into = report.get();
        if (into.isEmpty() || into.get().head().kind() == ReportKind.ADDENDUM) return;
        var now = into.get().content();
        var next = step.from(into.get(), now);
        if (next.equals(now)) return;
        try {
            into.get().become(now, next);
        } catch (Refusal refused) {
            tell.accept(refused);
        }
    }

    /// @return all templates, those that fit best first
    public ObservableList<Held> all() {
        return all;
    }

    /// @return the one that fits, where one does
    public ReadOnlyObjectProperty<Optional<Held>> usualProperty() {
        return usual.getReadOnlyProperty();
    }

    /// @return whether the list of them is open
    public BooleanProperty choosingProperty() {
        return choosing;
    }
}
