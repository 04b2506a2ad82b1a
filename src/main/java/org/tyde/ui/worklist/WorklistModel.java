package org.tyde.ui.worklist;

import static org.tyde.ui.FxThread.FX;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.tyde.archive.StudyQuery;
import org.tyde.prior.ModalityGroup;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.worklist.Readiness;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.WorklistRow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The reading list as the screen knows it: what is searched, what is filtered, what was found, which row
/// is chosen. Lives on the JavaFX thread; asks its source on jobs, and the newest question wins.
public final class WorklistModel {
    private static final Duration TYPING_PAUSE = Duration.millis(180);

    private final WorklistSource source;
    private final JobRunner runner;
    private final Messages messages;
    private final Clock clock;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Period> period =
            new SimpleObjectProperty<>(this, "period", Period.ALL);
    private final ObservableSet<ModalityGroup> modalities = FXCollections.observableSet();
    private final ObservableSet<ReadingStatus> statuses = FXCollections.observableSet();
    private final ObservableSet<WaitsFor> waits = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Condition> condition =
            new ReadOnlyObjectWrapper<>(this, "condition", new Condition.Loading());
    private final StringProperty preparing = new SimpleStringProperty(this, "preparing", "");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper(this, "offline");
    private final ReadOnlyStringWrapper silent = new ReadOnlyStringWrapper(this, "silent", "");
    private final ObservableList<WorklistRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PatientTimeline.Entry> timeline =
            FXCollections.observableArrayList();
    private final ObservableList<WorklistRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<PatientTimeline.Entry> shownTimeline =
            FXCollections.unmodifiableObservableList(timeline);
    private final ObjectProperty<@Nullable WorklistRow> chosen =
            new SimpleObjectProperty<>(this, "chosen");
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);
    private final ReadOnlyObjectWrapper<List<WorklistRow>> told =
            new ReadOnlyObjectWrapper<>(this, "found", List.of());
    private List<WorklistRow> found = List.of();
    private Map<String, Readiness> readiness = Map.of();
    private Optional<Job<List<WorklistRow>>> question = Optional.empty();
    private int asked;
    private int timelineAsked;
    private Optional<String> timelineOf = Optional.empty();

    /// @param source of the rows
    /// @param runner asks it
    /// @param messages words for what goes wrong
    /// @param clock says what "today" is
    public WorklistModel(WorklistSource source, JobRunner runner, Messages messages, Clock clock) {
        this.source = source;
        this.runner = runner;
        this.messages = messages;
        this.clock = clock;
        typing.setOnFinished(_ -> refresh());
        search.subscribe((_, _) -> typing.playFromStart());
        period.subscribe((_, _) -> refresh());
        modalities.addListener((Observable _) -> filter());
        statuses.addListener((Observable _) -> filter());
        waits.addListener((Observable _) -> filter());
        chosen.subscribe(_ -> askTimeline());
    }

    /// Asks the archive again, at once.
    public void refresh() {
        typing.stop();
        question.ifPresent(Job::cancel);
        int number = ++asked;
        var query = query();
        asking.set(true);
        if (found.isEmpty()) condition.set(new Condition.Loading());
        Job<List<WorklistRow>> job = runner.waiting("worklist", _ -> source.rows(query));
        question = Optional.of(job);
        FX.watch(
                job,
                list -> {
                    if (number == asked) answered(list);
                },
                failure -> {
                    if (number == asked) failed(failure);
                });
    }

    private StudyQuery query() {
        var today = LocalDate.now(clock);
        var typed = StudyQuery.parse(search.get().strip(), today);
        var from = period.get().from(today);
        return from.isPresent() && typed.dateFrom().isEmpty()
                ? typed.withDates(from, Optional.empty())
                : typed;
    }

    private void answered(List<WorklistRow> list) {
        offline.set(source.offline());
        silent.set(String.join(", ", source.silent()));
        asking.set(false);
        found = list.stream().map(this::ready).toList();
        timelineOf = Optional.empty();
        told.set(found);
        filter();
    }

    private void failed(Throwable failure) {
        asking.set(false);
        condition.set(new Condition.Failed(messages.sentence(failure), !rows.isEmpty()));
    }

    /// Shows how ready studies are, as it changes; what is not named keeps what it had.
    ///
    /// @param now readiness by Study Instance UID
    public void showReadiness(Map<String, Readiness> now) {
        readiness = Map.copyOf(now);
        found = found.stream().map(this::ready).toList();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var after = ready(row);
            if (after.equals(row)) continue;
            boolean kept = row.equals(chosen.get());
            rows.set(i, after);
            if (kept) chosen.set(after);
        }
    }

    private WorklistRow ready(WorklistRow row) {
        var known = readiness.get(row.study().uid());
        return known == null || row.readiness().ready() && !known.warns() ? row : row.with(known);
    }

    /// @return all rows that were found, also those filtered away
    public ReadOnlyObjectProperty<List<WorklistRow>> foundProperty() {
        return told.getReadOnlyProperty();
    }

    private void filter() {
        var kept = Optional.ofNullable(chosen.get()).map(row -> row.study().uid());
        rows.setAll(found.stream().filter(this::passes).sorted(WorklistRow.ORDER).toList());
        condition.set(rows.isEmpty() ? new Condition.Empty(narrowed()) : new Condition.Ready());
        chosen.set(
                rows.stream()
                        .filter(row -> kept.isPresent() && row.study().uid().equals(kept.get()))
                        .findFirst()
                        .orElse(null));
    }

    private boolean passes(WorklistRow row) {
        return (statuses.isEmpty() || statuses.contains(row.status()))
                && (waits.isEmpty() || waits.stream().anyMatch(w -> w.passes(row)))
                && (modalities.isEmpty()
                        || row.study().modalities().stream()
                                .flatMap(code -> ModalityGroup.of(code).stream())
                                .anyMatch(modalities::contains));
    }

    private boolean narrowed() {
        return !search.get().isBlank()
                || !modalities.isEmpty()
                || !statuses.isEmpty()
                || !waits.isEmpty()
                || period.get() != Period.ALL;
    }

    /// Takes away the search and all filters.
    public void clear() {
        modalities.clear();
        statuses.clear();
        waits.clear();
        period.set(Period.ALL);
        search.set("");
        refresh();
    }

    /// Once for a study, until the list is asked again: how ready a row is changes many times.
    private void askTimeline() {
        var row = chosen.get();
        var of = Optional.ofNullable(row).map(r -> r.study().uid());
        if (of.isPresent() && of.equals(timelineOf)) return;
        timelineOf = of;
        int number = ++timelineAsked;
        if (row == null) {
            timeline.clear();
            return;
        }
        var patient = row.study().patient();
        Job<PatientTimeline> job = runner.waiting("timeline", _ -> source.timeline(patient));
        FX.watch(
                job,
                found -> {
                    if (number == timelineAsked) timeline.setAll(found.entries());
                },
                _ -> {
                    if (number == timelineAsked) timeline.clear();
                });
    }

    /// The row that comes after a study when the list is worked from top to bottom: the first unread one
    /// below it, else the first unread one of all.
    ///
    /// @param studyUid the study that was just read
    /// @return the next to read, empty when none is left
    public Optional<WorklistRow> after(String studyUid) {
        int here = -1;
        for (int i = 0; i < rows.size(); i++)
            if (rows.get(i).study().uid().equals(studyUid)) here = i;
        var below = rows.subList(here + 1, rows.size()).stream().filter(WorklistRow::waits);
        return below.findFirst()
                .or(
                        () ->
                                rows.stream()
                                        .filter(row -> !row.study().uid().equals(studyUid))
                                        .filter(WorklistRow::waits)
                                        .findFirst());
    }

    /// @param study of the timeline
    /// @return its row, made up where the list has none
    WorklistRow row(Study study) {
        return found.stream()
                .filter(row -> row.study().uid().equals(study.uid()))
                .findFirst()
                .orElseGet(() -> new WorklistRow(study, ReadingStatus.UNREAD, 0));
    }

    /// @param studyUid the study that is open
    /// @return the row above it
    public Optional<WorklistRow> before(String studyUid) {
        for (int i = 1; i < rows.size(); i++)
            if (rows.get(i).study().uid().equals(studyUid)) return Optional.of(rows.get(i - 1));
        return Optional.empty();
    }

    /// @return what is typed, settable
    public StringProperty searchProperty() {
        return search;
    }

    /// @return why an empty list will fill by itself, in words; empty when it will not; settable
    public StringProperty preparingProperty() {
        return preparing;
    }

    /// @return how far back, settable
    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    /// @return modalities wanted, none for all; changing it filters
    public ObservableSet<ModalityGroup> modalities() {
        return modalities;
    }

    /// @return statuses wanted, none for all; changing it filters
    public ObservableSet<ReadingStatus> statuses() {
        return statuses;
    }

    /// @return what a supervisor looks for, none for all; changing it filters
    public ObservableSet<WaitsFor> waits() {
        return waits;
    }

    /// @return what the list says about itself
    public ReadOnlyObjectProperty<Condition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    /// @return whether the archive is being asked
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// @return the rows that pass, urgency first; not to be changed
    public ObservableList<WorklistRow> rows() {
        return shownRows;
    }

    /// @return names of archives that did not answer while others did; empty for none
    public ReadOnlyStringProperty silentProperty() {
        return silent.getReadOnlyProperty();
    }

    /// @return whether the rows are only what is on this computer, since no archive answered
    public ReadOnlyBooleanProperty offlineProperty() {
        return offline.getReadOnlyProperty();
    }

    /// @return all studies of the chosen patient, and those that may be, newest first; not to be changed
    public ObservableList<PatientTimeline.Entry> timeline() {
        return shownTimeline;
    }

    /// @return the chosen row, null for none, settable
    public ObjectProperty<@Nullable WorklistRow> chosenProperty() {
        return chosen;
    }
}
