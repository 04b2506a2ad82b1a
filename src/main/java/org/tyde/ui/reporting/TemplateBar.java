package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.Optional;

/// The template that fits on one click, all others on another, and normal text by an act of its own.
final class TemplateBar extends FlowPane {
    private final ReportModel model;
    private final Messages.Room words;
    private final Button usual = button();
    private final Button others = button();
    private final Button normal = button();
    private final Button all = button();
    private final Button rads = button();
    private AutoCloseable watching = () -> {};

    TemplateBar(ReportModel model) {
        this.model = model;
        words = model.messages().in(TemplateBar.class);
        var templates = model.templates();
        getStyleClass().addAll("section-bar", "template-bar");
        setAlignment(Pos.CENTER_LEFT);
        usual.getStyleClass().add("usual");
        usual.setOnAction(_ -> templates.beginUsual());
        others.getStyleClass().add("others");
        others.setOnAction(_ -> templates.choosingProperty().set(true));
        normal.getStyleClass().add("normal");
        normal.setOnAction(_ -> templates.normal());
        all.getStyleClass().add("normal-all");
        all.setOnAction(_ -> templates.normalAll());
        rads.getStyleClass().add("rads-open");
        rads.setOnAction(_ -> templates.calculate());
        rads.textProperty().bind(words.bind("rads.open"));
        others.textProperty().bind(words.bind("template.others"));
        normal.textProperty().bind(words.bind("template.normal"));
        all.textProperty().bind(words.bind("template.normal.all"));
        getChildren().addAll(usual, others, normal, all, rads);
        templates.usualProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
        model.reportProperty().subscribe(this::watch);
    }

    private static Button button() {
        var button = new Button();
        button.getStyleClass().addAll("flat", "section");
        button.setFocusTraversable(false);
        return button;
    }

    private void watch(Optional<Report> report) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        watching = () -> {};
        report.ifPresent(r -> watching = r.onChange(() -> FxThread.FX.execute(this::show)));
        show();
    }

    private void show() {
        var report = model.reportProperty().get();
        boolean here = report.filter(r -> r.head().kind() == ReportKind.REPORT).isPresent();
        setVisible(here);
        setManaged(here);
        var fits = model.templates().usualProperty().get();
        var followed = report.flatMap(r -> r.shape().template());
        boolean begun = followed.isPresent();
        boolean offered =
                fits.filter(h -> !Optional.of(h.template().head().id()).equals(followed))
                        .isPresent();
        usual.setText(
                fits.map(h -> words.text("template.usual", h.template().head().title()))
                        .orElse(""));
        shown(usual, offered && !begun);
        shown(normal, begun);
        shown(all, begun);
    }

    private static void shown(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
