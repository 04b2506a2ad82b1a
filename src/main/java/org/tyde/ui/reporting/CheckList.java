package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.report.Decision;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningCheck.Weight;
import org.tyde.ui.Messages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What was found before signing, by weight: each with its rule on demand, the way there, and where it may
/// stand, the word that it is right as it is. By keyboard: up and down, right for the rule, Enter to go there,
/// Space for right as it is.
final class CheckList extends VBox {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private final Messages messages;
    private final Messages.Room words;
    private final Consumer<SigningCheck> goThere;
    private final Consumer<SigningCheck> right;
    private final List<Node> rows = new ArrayList<>();

    /// @param messages words
    /// @param checks in the order of their weight
    /// @param goThere leads to what a check is about
    /// @param right keeps that a check is right as it is
    CheckList(
            Messages messages,
            List<SigningCheck> checks,
            Consumer<SigningCheck> goThere,
            Consumer<SigningCheck> right) {
        this.messages = messages;
        this.words = messages.in(CheckList.class);
        this.goThere = goThere;
        this.right = right;
        getStyleClass().add("checks");
        for (var weight : Weight.values()) {
            var of = checks.stream().filter(c -> c.kind().weight() == weight).toList();
            if (of.isEmpty()) continue;
            var heading = label(words.text("sign.checks." + weight), "heading", style(weight));
            getChildren().add(heading);
            for (var check : of) getChildren().add(row(check));
        }
    }

    private static String style(Weight weight) {
        return switch (weight) {
            case STOPS -> "danger";
            case ASKS -> "warning";
            case TELLS -> "quiet";
        };
    }

    private Node row(SigningCheck check) {
        var sentence =
                label(
                        check.sentence(messages.locale()),
                        check.decided().isPresent() ? "quiet" : style(check.kind().weight()));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var rule = label(check.rule(messages.locale()), "rule", "quiet");
        rule.setVisible(false);
        rule.managedProperty().bind(rule.visibleProperty());
        var line = new HBox(sentence, link("sign.why", () -> rule.setVisible(!rule.isVisible())));
        line.getStyleClass().add("check");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(link("sign.go", () -> goThere.accept(check)));
        if (check.open()) line.getChildren().add(rightButton(check));
        var row = new VBox(line, rule);
        row.getStyleClass().add("check-row");
        check.decided().map(this::decided).ifPresent(row.getChildren()::add);
        row.setFocusTraversable(true);
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, row, check, rule));
        rows.add(row);
        return row;
    }

    private Button rightButton(SigningCheck check) {
        var button = new Button(words.text("sign.right"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> right.accept(check));
        return button;
    }

    private Label decided(Decision decision) {
        return label(
                words.text("sign.decided", CLOCK.format(decision.when()), decision.by()),
                "rule",
                "quiet");
    }

    private Hyperlink link(String key, Runnable action) {
        var link = new Hyperlink(words.text(key));
        link.setMinWidth(USE_PREF_SIZE);
        link.setFocusTraversable(false);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private void pressed(KeyEvent event, Node row, SigningCheck check, Label rule) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        int at = rows.indexOf(row);
        switch (event.getCode()) {
            case UP -> rows.get(Math.max(0, at - 1)).requestFocus();
            case DOWN -> rows.get(Math.min(rows.size() - 1, at + 1)).requestFocus();
            case RIGHT -> rule.setVisible(!rule.isVisible());
            case ENTER -> goThere.accept(check);
            case SPACE -> {
                if (check.open()) right.accept(check);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Puts the keyboard on what is to be decided first.
    void takeFocus() {
        if (!rows.isEmpty()) rows.getFirst().requestFocus();
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
