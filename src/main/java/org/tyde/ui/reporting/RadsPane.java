package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.report.rads.Answers;
import org.tyde.report.rads.Calculator;
import org.tyde.report.rads.IntoReport;
import org.tyde.report.rads.RadsWords;
import org.tyde.report.rads.Step;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Calculates a category: one question at a time, answered by number; what comes out, why, and by which table.
/// Nothing reaches the report but by the button or Enter.
final class RadsPane extends VBox {
    private final ReportModel model;
    private final Messages.Room words;
    private final VBox body = new VBox();
    private final TextField keys = new TextField();
    private final Button put = new Button();
    private final Button back = new Button();
    private Optional<Calculator> calculator = Optional.empty();
    private Answers answers = Answers.NONE;
    private List<String> offered = List.of();
    private Consumer<Integer> choose = _ -> {};
    private int marked;
    private boolean enterHeld;

    /// @param model the report of this desk
    /// @param left told when the pane is closed
    RadsPane(ReportModel model, Runnable left) {
        this.model = model;
        words = model.messages().in(RadsPane.class);
        getStyleClass().addAll("signing", "rads");
        body.getStyleClass().add("body");
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        keys.addEventFilter(
                KeyEvent.KEY_RELEASED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) enterHeld = false;
                });
        var hint = new Label();
        hint.getStyleClass().add("quiet");
        hint.textProperty().bind(words.bind("rads.keys"));
        var title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.bind("rads.title"));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, keys, hint, scroll, buttons());
        setVisible(false);
        model.messages().localeProperty().subscribe(_ -> show());
        model.templates()
                .calculatingProperty()
                .subscribe(
                        (was, now) -> {
                            setVisible(now);
                            if (now) open();
                            else if (was) left.run();
                        });
    }

    private HBox buttons() {
        put.textProperty().bind(words.bind("rads.put"));
        put.getStyleClass().addAll("accent", "put");
        put.setOnAction(_ -> put());
        back.textProperty().bind(words.bind("rads.back"));
        back.setOnAction(_ -> back());
        var cancel = new Button();
        cancel.textProperty().bind(words.bind("template.cancel"));
        cancel.setOnAction(_ -> close());
        var buttons = new HBox(cancel, back, put);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void open() {
        calculator = model.reportProperty().get().flatMap(r -> IntoReport.named(r.content()));
        answers = Answers.NONE;
        marked = 0;
        enterHeld = false;
        show();
        keys.requestFocus();
    }

    private void close() {
        model.templates().calculatingProperty().set(false);
    }

    private void back() {
        if (answers.given().isEmpty()) calculator = Optional.empty();
        answers = answers.back();
        marked = 0;
        show();
    }

    private void put() {
        calculator.ifPresent(
                c -> {
                    if (c.after(answers) instanceof Step.Found found)
                        model.templates().calculated(c, answers, found);
                });
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> mark(marked + 1);
            case UP -> mark(marked - 1);
            case ENTER -> enter();
            case BACK_SPACE -> back();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A key that is held down answers once and puts nothing in.
    private void enter() {
        if (enterHeld) return;
        enterHeld = true;
        if (offered.isEmpty()) put();
        else choose.accept(marked);
    }

    private void mark(int at) {
        if (offered.isEmpty()) return;
        marked = Math.clamp(at, 0, offered.size() - 1);
        show();
    }

    private void typed(KeyEvent event) {
        event.consume();
        int at =
                scores(offered)
                        ? offered.indexOf(event.getCharacter())
                        : "123456789".indexOf(event.getCharacter());
        if (!event.getCharacter().isEmpty() && at >= 0 && at < offered.size()) choose.accept(at);
    }

    /// Scores are chosen by themselves, all else by its number in the list.
    private static boolean scores(List<String> options) {
        return !options.isEmpty() && options.stream().allMatch(o -> o.matches("\\d"));
    }

    private void show() {
        body.getChildren().clear();
        offered = List.of();
        put.setDisable(true);
        back.setDisable(calculator.isEmpty());
        calculator.ifPresentOrElse(this::show, this::which);
    }

    private void which() {
        var all = Calculator.all();
        var names = all.stream().map(c -> words(c).name()).toList();
        ask(
                words.text("rads.which"),
                names,
                at -> {
                    calculator = Optional.of(all.get(at));
                    marked = 0;
                    show();
                });
    }

    private RadsWords words(Calculator of) {
        return new RadsWords(of, model.messages().locale());
    }

    private void show(Calculator of) {
        var say = words(of);
        line(say.name(), "name");
        line(say.scope(), "quiet");
        var step = of.after(answers);
        if (!(step instanceof Step.Found))
            for (var answer : answers.given())
                line(
                        say.question(answer.question())
                                + ": "
                                + say.option(answer.question(), answer.option()),
                        "answered");
        switch (step) {
            case Step.Ask(var question, var options) ->
                    ask(
                            say.question(question),
                            options.stream().map(o -> say.option(question, o)).toList(),
                            at -> {
                                answers = answers.with(question, options.get(at));
                                marked = 0;
                                show();
                            });
            case Step.Found found -> {
                line(say.sentence(found), "conclusion");
                line(words.text("rads.because", say.reason(answers, found)), "quiet");
                if (!found.confirmed()) line(words.text("rads.once"), "quiet");
                put.setDisable(false);
            }
            case Step.NoRow() -> line(words.text("rads.norow"), "warning");
        }
        line(words.text("rads.source", of.source()), "quiet");
    }

    private void ask(String question, List<String> options, Consumer<Integer> chosen) {
        offered = options;
        choose = chosen;
        line(question, "heading");
        boolean bare = scores(options);
        IntStream.range(0, options.size())
                .forEach(
                        at -> {
                            var text = options.get(at);
                            var option = new Button(bare ? text : (at + 1) + "   " + text);
                            option.getStyleClass().addAll("flat", "option");
                            option.setWrapText(true);
                            if (at == marked) option.getStyleClass().add("chosen");
                            option.setFocusTraversable(false);
                            option.setOnAction(
                                    _ -> {
                                        chosen.accept(at);
                                        keys.requestFocus();
                                    });
                            body.getChildren().add(option);
                        });
    }

    private void line(String text, String style) {
        var line = new Label(text);
        line.setWrapText(true);
        line.getStyleClass().add(style);
        body.getChildren().add(line);
    }
}
