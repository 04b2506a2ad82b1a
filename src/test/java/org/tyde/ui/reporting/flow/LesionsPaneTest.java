package org.tyde.ui.reporting.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.evidence.FoundBy;
import org.tyde.evidence.MeasuredValue;
import org.tyde.measure.Unit;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.Proposal;
import org.tyde.report.lesion.Sighting;
import org.tyde.report.lesion.Size;
import org.tyde.report.lesion.TimePoint;
import org.tyde.study.Laterality;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.reporting.ReportPane;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The table of lesions as a radiologist meets it.
@Timeout(120)
class LesionsPaneTest {
    private static final Code LENGTH = new Code("410668003", "SCT", "Length");
    private static final Code LONG = new Code("103339001", "SCT", "Long Axis");
    private static final Code LIVER = new Code("10200004", "SCT", "Liver");
    private static final Code LUNG = new Code("39607008", "SCT", "Lung");
    private static final Code NODULE = new Code("27925004", "SCT", "Nodule");
    private static final TimePoint MARCH = at("march", 3);
    private static final TimePoint JUNE = at("june", 6);
    private static final TimePoint NOW = at("now", 11);

    private final List<String> done = new ArrayList<>();
    private final Messages messages = new Messages();

    /// What was asked for, by name.
    private final class Noted implements LesionsModel.Acts {
        @Override
        public Optional<String> selected() {
            return Optional.of("loose");
        }

        @Override
        public void read() {
            done.add("read");
        }

        @Override
        public void show(LesionRow row, Cell.Measured cell) {
            done.add("show " + cell.key());
        }

        @Override
        public void tie(String id, Tracked to) {
            done.add("tie " + id + " to " + to.identifier());
        }

        @Override
        public void untie(String id) {
            done.add("untie " + id);
        }

        @Override
        public void name(LesionRow row, String name) {
            done.add("name " + row.lesion().identifier() + " " + name);
        }

        @Override
        public void toggle(LesionRemark remark) {
            done.add("toggle " + remark.kind());
        }

        @Override
        public void insert(LesionRow row) {
            done.add("insert " + row.lesion().identifier());
        }

        @Override
        public void insertTable() {
            done.add("table");
        }

        @Override
        public void insertResponse() {
            done.add("response");
        }
    }

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    private static TimePoint at(String uid, int month) {
        return new TimePoint(uid, Optional.of(LocalDateTime.of(2026, month, 14, 10, 0)));
    }

    private static Sighting seen(
            String key, Tracked lesion, TimePoint in, Code what, double mm, List<FoundBy> by) {
        return new Sighting(
                key,
                lesion,
                in.studyUid(),
                Size.of(
                        List.of(
                                new MeasuredValue(
                                        what, Optional.empty(), mm, new Unit("mm", "mm")))),
                Optional.empty(),
                by,
                Optional.empty());
    }

    private static LesionsModel.Lesions lesions() {
        var liver =
                new Tracked("2.25.1", "S7", Optional.empty(), Optional.of(LIVER), Optional.empty());
        var lung =
                new Tracked(
                        "2.25.2",
                        "M1",
                        Optional.of(NODULE),
                        Optional.of(LUNG),
                        Optional.of(Laterality.RIGHT));
        var gone = new Tracked("2.25.3", "S4");
        var loose = new Tracked("2.25.4", "2026-11-14 #3");
        var remarks =
                List.of(
                        new LesionRemark("2.25.1", LesionRemark.Kind.TARGET),
                        new LesionRemark("2.25.3", LesionRemark.Kind.TARGET),
                        new LesionRemark("2.25.3", LesionRemark.Kind.GONE));
        var net = List.of(new FoundBy("ChestNet", Optional.of("4.2")));
        var table =
                LesionTable.of(
                        NOW,
                        List.of(MARCH, JUNE, NOW),
                        List.of(
                                seen("a#1", liver, MARCH, LENGTH, 31, List.of()),
                                seen("a#2", gone, MARCH, LENGTH, 12, List.of()),
                                seen("b#1", liver, JUNE, LENGTH, 24, List.of()),
                                seen("b#2", gone, JUNE, LENGTH, 5, List.of()),
                                seen("b#3", lung, JUNE, LONG, 8, net),
                                seen("tied", liver, NOW, LENGTH, 16.4, List.of()),
                                seen("loose", loose, NOW, LENGTH, 9, List.of())),
                        remarks);
        return new LesionsModel.Lesions(
                table,
                Map.of("tied", "2.25.1", "loose", "2.25.4"),
                List.of("tied"),
                Map.of("loose", new Proposal("loose", lung, Set.of(Proposal.Why.PLACE))),
                2,
                false,
                List.of());
    }

    private Stage stage(LesionsModel model) throws Exception {
        Screens.run(
                () ->
                        model.actThrough(
                                new Noted(), () -> ChangeText.Manner.usual(messages.locale())));
        return Screens.show(
                Screens.on(
                        () -> {
                            var pane = new StackPane(new LesionsPane(model, () -> {}));
                            pane.getStyleClass().add("report-pane");
                            ControlStyles.wear(pane, ReportPane.class, "reporting.css");
                            return pane;
                        }),
                480,
                820);
    }

    private static LesionsModel with(LesionsModel model) throws Exception {
        Screens.run(
                () -> {
                    model.take(lesions());
                    model.open(Optional.empty());
                });
        return model;
    }

    private LesionsModel model() throws Exception {
        return Screens.on(() -> new LesionsModel(messages));
    }

    private static List<String> said(Stage stage) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".label").stream()
                                .filter(Node::isVisible)
                                .map(n -> ((Labeled) n).getText())
                                .toList());
    }

    private static ButtonBase button(Stage stage, String text) throws Exception {
        return Screens.on(() -> fired(stage, text));
    }

    @Test
    void theTableSaysWhatWasMeasuredWhatWasNotAndWhatIsGone() throws Exception {
        var model = model();
        var stage = stage(model);
        with(model);
        assertTrue(done.contains("read"), "what came since is read when the table is opened");
        Screens.keep(stage, "report-lesions");
        var said = said(stage);
        for (var word :
                List.of(
                        "S7",
                        "lever",
                        "mållesjon",
                        "16 mm",
                        "\u22128 mm, \u221232 %",
                        "borte",
                        "ikke målt",
                        "nodul, lunge, høyre, lengste akse",
                        "KI: ChestNet 4.2",
                        "målt første gang",
                        "Forslag: samme som «M1»?",
                        "14.06.2026")) assertTrue(said.contains(word), word + " in " + said);
        assertTrue(
                said.contains(
                        "Sum av diametre av 2 mållesjoner: 43 mm (14.03.2026) → 29 mm"
                                + " (14.06.2026) → 16 mm (14.11.2026)."),
                said.toString());
        assertTrue(
                said.stream().anyMatch(s -> s.contains("partiell respons (PR) (\u221262 %")),
                said.toString());
        assertTrue(said.stream().anyMatch(s -> s.startsWith("2 målinger i strukturerte")));
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        assertTrue(said(stage).contains("Lesions over time"));
        Screens.keep(stage, "report-lesions-english");
        Screens.run(stage::close);
    }

    @Test
    void everythingIsDoneByTheKeyboardAndNothingByItself() throws Exception {
        var model = model();
        var stage = stage(model);
        with(model);
        done.clear();
        var name = Screens.on(() -> (TextField) stage.getScene().getRoot().lookup(".text-field"));
        Screens.press(name, KeyCode.ENTER);
        assertEquals(List.of("show tied"), done);
        assertFalse(button(stage, "Løsne").isDisabled());
        assertTrue(button(stage, "Knytt til tidligere").isDisabled(), "it is tied already");
        for (int i = 0; i < 3; i++) Screens.press(name, KeyCode.DOWN);
        assertEquals("2026-11-14 #3", Screens.on(name::getText));
        Screens.press(name, KeyCode.UP);
        Screens.run(model::openSelected);
        assertEquals("2026-11-14 #3", Screens.on(name::getText));
        var tie = (MenuButton) button(stage, "Knytt til tidligere");
        assertEquals(
                "M1, nodul, lunge, høyre, lengste akse: 8 mm, 14.06.2026 (foreslått)",
                Screens.on(() -> tie.getItems().getFirst().getText()));
        Screens.keep(stage, "report-lesions-loose");
        Screens.run(() -> tie.getItems().getFirst().fire());
        Screens.run(() -> name.setText("Ny i S2"));
        Screens.press(name, KeyCode.ENTER);
        Screens.run(() -> fired(stage, "Borte").fire());
        Screens.run(() -> fired(stage, "Sett inn setning").fire());
        Screens.run(() -> fired(stage, "Sett inn tabell").fire());
        assertEquals(
                List.of(
                        "show tied",
                        "tie loose to M1",
                        "name 2026-11-14 #3 Ny i S2",
                        "toggle GONE",
                        "insert 2026-11-14 #3",
                        "table"),
                done);
        Screens.press(name, KeyCode.ESCAPE);
        assertFalse(Screens.on(() -> model.shownProperty().get()));
        Screens.run(stage::close);
    }

    private static ButtonBase fired(Stage stage, String text) {
        return Stream.of(".button", ".menu-button", ".toggle-button")
                .flatMap(style -> stage.getScene().getRoot().lookupAll(style).stream())
                .map(n -> (ButtonBase) n)
                .filter(b -> b.getText().replace("_", "").equals(text))
                .findFirst()
                .orElseThrow();
    }
}
