package org.tyde.ui.reporting.flow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.reading.LesionRemark;
import org.tyde.report.flow.LesionText;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.Diameters;
import org.tyde.report.lesion.LesionRow;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.flow.LesionsModel.Acts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Lesions over time over the report: arrows choose a row, Alt with an arrow a study, Enter shows its image.
/// Nothing is tied, marked or put into the report but by an act.
public final class LesionsPane extends VBox {
    private final LesionsModel model;
    private final Messages.Room words;
    private final LesionGrid grid;
    private final TextField name = new TextField();
    private final MenuButton tie = new MenuButton();
    private final Button untie = new Button();
    private final Button sentence = new Button();
    private final Map<LesionRemark.Kind, ToggleButton> remarks =
            new EnumMap<>(LesionRemark.Kind.class);
    private final Label sums = new Label();
    private final Label response = new Label();
    private final Label notes = new Label();
    private final Button insertResponse = new Button();
    private final Button insertTable = new Button();
    private int row;
    private int column;

    /// @param model the lesions of the open case
    /// @param left told when the pane is closed
    public LesionsPane(LesionsModel model, Runnable left) {
        this.model = model;
        words = model.messages().in(LesionsPane.class);
        getStyleClass().addAll("signing", "lesions");
        grid = new LesionGrid(model, this::clicked);
        var title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.bind("lesions.title"));
        var hint = wrapped(new Label());
        hint.textProperty().bind(words.bind("lesions.keys"));
        hint.getStyleClass().add("quiet");
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren()
                .addAll(
                        title,
                        hint,
                        scroll,
                        named(),
                        rowActs(),
                        wrapped(sums),
                        wrapped(response),
                        wrapped(notes),
                        buttons());
        notes.getStyleClass().add("quiet");
        setVisible(false);
        model.lesionsProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
        model.wantedProperty().subscribe(this::choose);
        model.shownProperty()
                .subscribe(
                        (was, now) -> {
                            setVisible(now);
                            if (now) open();
                            else if (was) left.run();
                        });
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private HBox named() {
        var label = new Label();
        label.textProperty().bind(words.bind("lesions.name"));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(name);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(label, name);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("acts");
        return line;
    }

    private FlowPane rowActs() {
        var acts = new FlowPane();
        acts.getStyleClass().add("acts");
        button(sentence, "lesions.sentence", Acts::insert);
        tie.textProperty().bind(words.bind("lesions.tie"));
        tie.setMnemonicParsing(true);
        untie.textProperty().bind(words.bind("lesions.untie"));
        untie.setOnAction(
                _ ->
                        chosen().ifPresent(
                                        r ->
                                                model.lesionsProperty().get().drawn(r).stream()
                                                        .filter(
                                                                model.lesionsProperty().get().tied()
                                                                        ::contains)
                                                        .forEach(
                                                                id -> act((a, _) -> a.untie(id)))));
        acts.getChildren().addAll(sentence, tie, untie);
        for (var kind : LesionRemark.Kind.values()) {
            var toggle = new ToggleButton();
            toggle.textProperty().bind(words.bind("lesions.remark." + kind));
            toggle.setMnemonicParsing(true);
            toggle.setOnAction(
                    _ -> act((a, r) -> a.toggle(new LesionRemark(r.lesion().uid(), kind))));
            remarks.put(kind, toggle);
            acts.getChildren().add(toggle);
        }
        return acts;
    }

    private void button(Button button, String key, BiConsumer<Acts, LesionRow> work) {
        button.textProperty().bind(words.bind(key));
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act(work));
    }

    private void act(BiConsumer<Acts, LesionRow> work) {
        model.acts().ifPresent(a -> chosen().ifPresent(r -> work.accept(a, r)));
        name.requestFocus();
    }

    private FlowPane buttons() {
        var close = new Button();
        close.textProperty().bind(words.bind("lesions.close"));
        close.setOnAction(_ -> close());
        button(insertResponse, "lesions.response", (a, _) -> a.insertResponse());
        button(insertTable, "lesions.table", (a, _) -> a.insertTable());
        insertTable.getStyleClass().add("accent");
        var buttons = new FlowPane(close, insertResponse, insertTable);
        buttons.getStyleClass().add("acts");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void open() {
        row = 0;
        column = 0;
        show();
        name.requestFocus();
    }

    private void close() {
        model.shownProperty().set(false);
    }

    private void choose(Optional<String> id) {
        if (id.isEmpty()) return;
        var lesions = model.lesionsProperty().get();
        var rows = lesions.table().rows();
        for (int i = 0; i < rows.size(); i++)
            if (lesions.drawn(rows.get(i)).contains(id.get())) row = i;
        show();
    }

    private Optional<LesionRow> chosen() {
        var rows = model.lesionsProperty().get().table().rows();
        return row < rows.size() ? Optional.of(rows.get(row)) : Optional.empty();
    }

    private void pressed(KeyEvent event) {
        var table = model.lesionsProperty().get().table();
        boolean study = event.isAltDown();
        if (event.getCode() == KeyCode.DOWN) move(row + 1, column);
        else if (event.getCode() == KeyCode.UP) move(row - 1, column);
        else if (study && event.getCode() == KeyCode.RIGHT)
            move(row, Math.min(column + 1, table.columns().size() - 1));
        else if (study && event.getCode() == KeyCode.LEFT) move(row, column - 1);
        else if (event.getCode() == KeyCode.ENTER) enter();
        else if (event.getCode() == KeyCode.ESCAPE) close();
        else return;
        event.consume();
    }

    private void move(int toRow, int toColumn) {
        row =
                Math.clamp(
                        toRow,
                        0,
                        Math.max(0, model.lesionsProperty().get().table().rows().size() - 1));
        column = Math.max(0, toColumn);
        show();
    }

    private void clicked(int atRow, int atColumn) {
        move(atRow, atColumn);
        image();
        name.requestFocus();
    }

    private void enter() {
        var called = chosen().map(r -> r.lesion().identifier()).orElse("");
        var typed = name.getText().strip();
        if (name.isEditable() && !typed.isEmpty() && !typed.equals(called))
            act((a, r) -> a.name(r, typed));
        else image();
    }

    private void image() {
        act(
                (a, r) -> {
                    if (column < r.cells().size()
                            && r.cells().get(column) instanceof Cell.Measured m) a.show(r, m);
                });
    }

    private void show() {
        if (!isVisible()) return;
        var lesions = model.lesionsProperty().get();
        row = Math.clamp(row, 0, Math.max(0, lesions.table().rows().size() - 1));
        column = Math.clamp(column, 0, Math.max(0, lesions.table().columns().size() - 1));
        grid.show(lesions, row, column);
        var now = chosen();
        var loose = now.flatMap(lesions::loose);
        boolean drawn = now.filter(r -> !lesions.drawn(r).isEmpty()).isPresent();
        name.setText(now.map(r -> r.lesion().identifier()).orElse(""));
        name.setEditable(drawn);
        name.positionCaret(name.getLength());
        sentence.setDisable(now.isEmpty());
        tie.getItems().clear();
        now.ifPresent(r -> loose.ifPresent(id -> candidates(r, id)));
        tie.setDisable(tie.getItems().isEmpty());
        untie.setDisable(now.filter(lesions::tied).isEmpty());
        remarks.forEach(
                (kind, toggle) -> {
                    toggle.setDisable(now.isEmpty());
                    toggle.setSelected(now.filter(r -> r.remarks().contains(kind)).isPresent());
                });
        sums.setText(LesionText.sum(lesions.table(), model.manner()));
        sayResponse();
        sayNotes();
    }

    private void candidates(LesionRow of, String id) {
        var lesions = model.lesionsProperty().get();
        var proposed = lesions.proposal(of).map(p -> p.lesion().uid());
        for (var one : lesions.candidates(of)) {
            var text = LesionText.name(one, model.messages().locale()) + before(one);
            boolean first = proposed.equals(Optional.of(one.lesion().uid()));
            var item = new MenuItem(first ? words.text("lesions.proposed", text) : text);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> act((a, _) -> a.tie(id, one.lesion())));
            tie.getItems().add(item);
        }
    }

    /// Its size measured last before the study that is read, and when.
    private String before(LesionRow one) {
        var columns = model.lesionsProperty().get().table().columns();
        for (int i = 1; i < columns.size(); i++)
            if (one.cells().get(i) instanceof Cell.Measured m)
                return words.text(
                        "lesions.before",
                        LesionText.size(m.size().value(), one.kind(), model.manner()),
                        LesionText.day(columns.get(i), model.messages().locale()));
        return "";
    }

    private void sayResponse() {
        var table = model.lesionsProperty().get().table();
        var said = LesionText.response(table, model.manner());
        insertResponse.setDisable(said.isEmpty());
        var unfit = Diameters.of(table).unfit();
        response.setText(
                said.isEmpty()
                        ? unfit.map(u -> words.text("lesions.unfit." + u)).orElse("")
                        : said + " " + words.text("lesions.source"));
    }

    private void sayNotes() {
        var lesions = model.lesionsProperty().get();
        var said = new StringBuilder();
        if (lesions.reading()) said.append(words.text("lesions.reading"));
        else if (lesions.table().rows().isEmpty()) said.append(words.text("lesions.none"));
        if (lesions.unfollowed() > 0)
            said.append(said.isEmpty() ? "" : "\n")
                    .append(words.text("lesions.unfollowed", lesions.unfollowed()));
        for (var trouble : lesions.troubles())
            said.append(said.isEmpty() ? "" : "\n").append(model.messages().sentence(trouble));
        notes.setText(said.toString());
        insertTable.setDisable(lesions.table().rows().isEmpty());
    }
}
