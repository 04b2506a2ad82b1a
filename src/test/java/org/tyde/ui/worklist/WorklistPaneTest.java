package org.tyde.ui.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.archive.StudyQuery;
import org.tyde.evidence.Awaits;
import org.tyde.prior.ModalityGroup;
import org.tyde.refusal.Refusal;
import org.tyde.study.Patient;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Sex;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;
import org.tyde.work.WorkReason;
import org.tyde.worklist.Due;
import org.tyde.worklist.Readiness;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.Undelivered;
import org.tyde.worklist.WorklistRow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class WorklistPaneTest {
    private final Columns columns = new Columns();
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    private final JobRunner runner = new JobRunner(1);
    private final List<StudyQuery> asked = new CopyOnWriteArrayList<>();
    private final List<WorklistRow> read = new ArrayList<>();
    private volatile List<WorklistRow> answer = Rows.all();
    private volatile boolean dead;
    private Messages messages = new Messages();
    private WorklistModel model = model();
    private Stage stage = noStage();

    private static Stage noStage() {
        try {
            return Screens.on(Stage::new);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private final AtomicInteger timelines = new AtomicInteger();

    private WorklistModel model() {
        var source =
                new WorklistSource() {
                    @Override
                    public List<WorklistRow> rows(StudyQuery query) throws Refusal {
                        asked.add(query);
                        if (dead) throw new Refusal(WorkReason.FAILED, "arkiv", "avvist");
                        return query.text().isEmpty()
                                ? answer
                                : answer.stream()
                                        .filter(
                                                r ->
                                                        r.study()
                                                                .patient()
                                                                .displayName()
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains(query.text()))
                                        .toList();
                    }

                    @Override
                    public PatientTimeline timeline(Patient patient) {
                        timelines.incrementAndGet();
                        return PatientTimeline.of(
                                patient,
                                Stream.concat(
                                                Rows.all().stream().map(WorklistRow::study),
                                                Stream.of(Rows.CHEST_OF_WHO_MAY_BE_KARI))
                                        .toList());
                    }
                };
        try {
            return Screens.on(() -> new WorklistModel(source, runner, messages, CLOCK));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void open() throws Exception {
        messages = new Messages();
        model = model();
        var pane = Screens.on(() -> new WorklistPane(model, messages, read::add, columns));
        stage = Screens.show(pane, 1000, 1000);
        Screens.run(model::refresh);
        Screens.run(pane::takeFocus);
    }

    @AfterEach
    void close() throws Exception {
        Screens.run(stage::close);
        runner.close();
    }

    private void settled() throws Exception {
        Screens.until(() -> !model.askingProperty().get());
    }

    private List<String> shown() throws Exception {
        return Screens.on(
                () ->
                        table().getItems().stream()
                                .map(o -> ((WorklistRow) o).study().uid())
                                .toList());
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup(".study-table");
    }

    private void type(String text) throws Exception {
        for (var c : text.split(""))
            Screens.run(
                    () ->
                            Event.fireEvent(
                                    stage.getScene().getFocusOwner(),
                                    new KeyEvent(
                                            KeyEvent.KEY_TYPED,
                                            c,
                                            "",
                                            KeyCode.UNDEFINED,
                                            false,
                                            false,
                                            false,
                                            false)));
    }

    private void press(KeyCode code) throws Exception {
        Screens.press(Screens.on(() -> stage.getScene().getFocusOwner()), code);
    }

    @Test
    void urgentAndUnreadComeFirst() throws Exception {
        settled();
        assertEquals(List.of("2.1", "1.1", "3.1", "4.1", "1.2"), shown());
        Screens.run(() -> table().getSelectionModel().select(1));
        Screens.until(() -> model.timeline().size() == 3);
        Screens.keep(stage, "worklist");
    }

    @Test
    void aSupervisorFindsWhatWaitsForHimForOthersAndForTheArchive() throws Exception {
        var night = LocalDateTime.now(CLOCK).minusHours(3);
        answer =
                List.of(
                        waiting(
                                Rows.CHEST,
                                ReadingStatus.PRELIMINARY,
                                Awaits.COUNTERSIGNATURE,
                                night),
                        waiting(Rows.HEAD, ReadingStatus.SIGNED, Awaits.SECOND_READING, night),
                        Rows.row(Rows.HAND, ReadingStatus.PRELIMINARY, Optional.empty())
                                .with(
                                        Optional.of(
                                                new Due(
                                                        Awaits.COUNTERSIGNATURE,
                                                        false,
                                                        true,
                                                        "LIE, Ingrid",
                                                        Optional.of(night))),
                                        Optional.empty()),
                        Rows.row(Rows.BREAST, ReadingStatus.SIGNED, Optional.empty())
                                .with(Optional.empty(), Optional.of(Undelivered.REFUSED)),
                        Rows.row(Rows.CHEST_BEFORE, ReadingStatus.SIGNED, Optional.empty()));
        Screens.run(model::refresh);
        settled();
        Screens.run(() -> stage.setWidth(1400));
        Screens.keep(stage, "worklist-waits");
        for (var one :
                Map.of(
                                WaitsFor.COUNTERSIGNATURE, "1.1",
                                WaitsFor.SECOND_READING, "2.1",
                                WaitsFor.OTHERS, "3.1",
                                WaitsFor.DELIVERY, "4.1")
                        .entrySet()) {
            Screens.run(() -> model.waits().add(one.getKey()));
            assertEquals(List.of(one.getValue()), shown());
            Screens.run(() -> model.waits().clear());
        }
        assertEquals(5, shown().size());
        Screens.run(() -> model.waits().add(WaitsFor.COUNTERSIGNATURE));
        Screens.run(() -> model.waits().add(WaitsFor.OTHERS));
        Screens.keep(stage, "worklist-supervisor");
        var texts = new StudyTexts(messages, CLOCK);
        assertEquals("ØSTBY, Jonas, 3 t siden", texts.waits(answer.getFirst()));
        assertEquals("Signert, ikke levert", texts.status(answer.get(3)));
        assertEquals(
                "Arkivet tar ikke imot beskrivelsen. Se hentekøen.",
                texts.statusTold(answer.get(3)));
    }

    private static WorklistRow waiting(
            Study study, ReadingStatus status, Awaits what, LocalDateTime since) {
        return Rows.row(study, status, Optional.empty())
                .with(
                        Optional.of(new Due(what, true, false, "ØSTBY, Jonas", Optional.of(since))),
                        Optional.empty());
    }

    @Test
    void aNumberThatContradictsTheArchiveSaysSo() {
        var texts = new StudyTexts(messages);
        assertEquals("Fødselsnummer", texts.numberKind(Rows.KARI));
        var other = Rows.patient("01015000232", "Ås^Ole", LocalDate.of(1950, 1, 2), Sex.MALE);
        assertEquals(
                "Fødselsnummer (sier en annen fødselsdato, sier et annet kjønn)",
                texts.numberKind(other));
    }

    @Test
    void howReadyAStudyIsChangesInItsRowAndNothingElse() throws Exception {
        settled();
        Screens.run(() -> table().getSelectionModel().select(2));
        Screens.until(() -> !model.timeline().isEmpty());
        int asked = timelines.get();
        for (var readiness :
                List.of(
                        new Readiness.Waiting(Optional.empty()),
                        new Readiness.Partial(43, 184),
                        new Readiness.NoRoom(90)))
            Screens.run(() -> model.showReadiness(Map.of("3.1", readiness)));
        assertEquals(asked, timelines.get());
        assertEquals("3.1", Screens.on(() -> model.chosenProperty().get().study().uid()));
        assertEquals(2, Screens.on(() -> table().getSelectionModel().getSelectedIndex()));
        assertEquals(List.of("2.1", "1.1", "3.1", "4.1", "1.2"), shown());
        Screens.until(() -> !unready().isEmpty());
        assertEquals(
                List.of("Ikke hentet: det mangler 90 MB på disken"),
                Screens.on(() -> unready().stream().map(c -> c.getTooltip().getText()).toList()));
    }

    /// The cells that say a study is not here.
    private List<Labeled> unready() {
        return stage.getScene().getRoot().lookupAll(".table-cell.ready").stream()
                .map(c -> (Labeled) c)
                .filter(c -> c.getText().equals("!"))
                .toList();
    }

    @Test
    void aStudyThatMayBeThePatientsStandsApartInWords() throws Exception {
        settled();
        Screens.run(() -> table().getSelectionModel().select(1));
        Screens.until(() -> model.timeline().size() == 3);
        var cards =
                Screens.on(() -> List.copyOf(stage.getScene().getRoot().lookupAll(".study-card")));
        var apart =
                Screens.on(
                        () ->
                                cards.stream()
                                        .filter(
                                                c ->
                                                        c.getPseudoClassStates()
                                                                .contains(
                                                                        PseudoClass.getPseudoClass(
                                                                                "apart")))
                                        .toList());
        assertEquals(1, apart.size());
        var sentence = Screens.on(() -> ((Labeled) apart.getFirst().lookup(".warning")).getText());
        assertEquals("Kanskje samme pasient: samme navn og fødselsdato, annet nummer", sentence);
        var heading =
                Screens.on(
                        () -> ((Labeled) stage.getScene().lookup(".timeline > .quiet")).getText());
        assertTrue(heading.contains("1 står for seg"), heading);
        Screens.run(
                () ->
                        Event.fireEvent(
                                apart.getFirst(),
                                new MouseEvent(
                                        MouseEvent.MOUSE_CLICKED,
                                        0,
                                        0,
                                        0,
                                        0,
                                        MouseButton.PRIMARY,
                                        2,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        false,
                                        false,
                                        true,
                                        false,
                                        true,
                                        new PickResult(apart.getFirst(), 0, 0))));
        assertEquals(
                List.of(Rows.CHEST_OF_WHO_MAY_BE_KARI),
                read.stream().map(WorklistRow::study).toList());
    }

    @Test
    void typingAnywhereSearchesAndEnterReads() throws Exception {
        settled();
        Screens.run(() -> table().requestFocus());
        type("ødeg");
        Screens.until(
                () ->
                        asked.stream().anyMatch(q -> q.text().equals("ødeg"))
                                && !model.askingProperty().get());
        assertEquals(List.of("3.1"), shown());
        Screens.keep(stage, "worklist-search");
        press(KeyCode.ENTER);
        assertEquals(List.of(Rows.HAND), read.stream().map(WorklistRow::study).toList());
        press(KeyCode.ESCAPE);
        assertEquals(
                "", Screens.on(() -> ((TextField) stage.getScene().lookup(".search")).getText()));
    }

    @Test
    void chipsNarrowByModalityAndStatus() throws Exception {
        settled();
        Screens.run(() -> model.modalities().add(ModalityGroup.CT));
        assertEquals(List.of("1.1", "1.2"), shown());
        Screens.run(() -> model.statuses().add(ReadingStatus.UNREAD));
        assertEquals(List.of("1.1"), shown());
        Screens.run(
                () -> {
                    model.modalities().clear();
                    model.modalities().add(ModalityGroup.ANGIOGRAPHY);
                });
        Screens.keep(stage, "worklist-nomatch");
        assertEquals(new Condition.Empty(true), Screens.on(() -> model.conditionProperty().get()));
    }

    @Test
    void namesSortAsNorwegiansSortThem() throws Exception {
        settled();
        Screens.run(
                () -> {
                    var column =
                            table().getColumns().stream()
                                    .filter(c -> c.getId().equals("column.name"))
                                    .findFirst()
                                    .orElseThrow();
                    sort(table(), column);
                });
        var names =
                Screens.on(
                        () ->
                                table().getItems().stream()
                                        .map(o -> ((WorklistRow) o).study().patient().displayName())
                                        .distinct()
                                        .toList());
        assertEquals(
                List.of("NORDMANN, Kari Anne", "ØDEGÅRD, Per Johan", "AALBERG, Eva", "ÅS, Ole"),
                names);
    }

    @SuppressWarnings("unchecked")
    private static void sort(TableView<?> table, javafx.scene.control.TableColumn<?, ?> column) {
        var typed = (TableView<Object>) table;
        typed.getSortOrder().setAll(List.of((javafx.scene.control.TableColumn<Object, ?>) column));
        typed.sort();
    }

    @Test
    void aDeadArchiveIsSaidInWordsAndAskedAgain() throws Exception {
        settled();
        dead = true;
        answer = List.of();
        Screens.run(model::refresh);
        settled();
        Screens.keep(stage, "worklist-stale");
        assertTrue(
                Screens.on(() -> model.conditionProperty().get())
                                instanceof Condition.Failed(_, boolean rowsShown)
                        && rowsShown);
        var fresh = model();
        var pane = Screens.on(() -> new WorklistPane(fresh, messages, read::add, columns));
        var other = Screens.show(pane, 1000, 1000);
        Screens.run(fresh::refresh);
        Screens.until(() -> !fresh.askingProperty().get());
        Screens.keep(other, "worklist-failed");
        dead = false;
        Screens.run(
                () ->
                        other.getScene().getRoot().lookupAll(".state-pane .button").stream()
                                .map(Button.class::cast)
                                .forEach(Button::fire));
        Screens.until(() -> fresh.conditionProperty().get() instanceof Condition.Empty);
        Screens.keep(other, "worklist-empty");
        Screens.run(other::close);
    }

    @Test
    void theWordsSwitchWithTheLanguage() throws Exception {
        settled();
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "worklist-english");
        var labels =
                Screens.on(
                        () ->
                                stage.getScene().getRoot().lookupAll(".label").stream()
                                        .map(n -> ((Label) n).getText())
                                        .toList());
        assertTrue(labels.contains("Referring unit") && labels.contains("Patient"));
    }

    @Test
    void rowsAndColumnsGrowWithTheText() throws Exception {
        settled();
        double before = Screens.on(() -> table().getColumns().get(3).getWidth());
        Screens.run(() -> new org.tyde.ui.Theme().scale(stage.getScene(), 2));
        Screens.until(() -> table().getFixedCellSize() == 52);
        Screens.keep(stage, "worklist-200-percent");
        assertEquals(2 * before, Screens.on(() -> table().getColumns().get(3).getWidth()), 1);
    }

    @Test
    void columnsAreAsTheyWereArrangedAtTheNextStart() throws Exception {
        settled();
        Screens.run(() -> new org.tyde.ui.Theme().scale(stage.getScene(), 2));
        Screens.until(() -> table().getFixedCellSize() == 52);
        Screens.run(() -> widerAndFirst(table(), 3));
        Screens.until(() -> !columns.kept.isEmpty() && columns.kept.getFirst().width() == 258);
        assertEquals("name", columns.kept.getFirst().id());
        assertEquals(14, columns.kept.size());

        columns.kept.removeLast();
        columns.kept.set(1, new ColumnPlace("of an older Tyde", 3));
        var pane = Screens.on(() -> new WorklistPane(model, messages, read::add, columns));
        var other = Screens.show(pane, 1000, 1000);
        var again = Screens.on(() -> (TableView<?>) pane.lookup(".study-table"));
        assertEquals("column.ready", Screens.on(() -> again.getColumns().get(0).getId()));
        assertEquals("column.name", Screens.on(() -> again.getColumns().get(1).getId()));
        assertEquals(258, Screens.on(() -> again.getColumns().get(1).getWidth()), 1);
        assertEquals(14, Screens.on(() -> again.getColumns().size()));
        Screens.run(other::close);
    }

    private static <T> void widerAndFirst(TableView<T> table, int column) {
        var moved = table.getColumns().remove(column);
        table.getColumns().addFirst(moved);
        table.resizeColumn(moved, 100);
    }

    private static final class Columns implements ColumnPlace.Keeper {
        private final List<ColumnPlace> kept = new CopyOnWriteArrayList<>();

        @Override
        public List<ColumnPlace> columns() {
            return List.copyOf(kept);
        }

        @Override
        public void keep(List<ColumnPlace> columns) {
            kept.clear();
            kept.addAll(columns);
        }
    }

    @Test
    void theNextToReadIsTheFirstUnreadBelow() throws Exception {
        settled();
        Screens.run(
                () -> {
                    assertEquals("1.1", model.after("2.1").orElseThrow().study().uid());
                    assertEquals("2.1", model.after("3.1").orElseThrow().study().uid());
                    assertEquals("2.1", model.before("1.1").orElseThrow().study().uid());
                });
    }
}
