package org.tyde.ui.reporting;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The sections one can go to, and the sentence about the prior; the one under work stands out.
final class SectionBar extends FlowPane {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private final ReportModel model;
    private final Messages messages;
    private final Map<Section, Button> buttons = new LinkedHashMap<>();
    private final Button compare = new Button();
    private AutoCloseable watching = () -> {};

    SectionBar(ReportModel model) {
        this.model = model;
        this.messages = model.messages();
        getStyleClass().add("section-bar");
        setAlignment(Pos.CENTER_LEFT);
        for (var section : Section.values()) {
            if (!section.editable()) continue;
            var button = new Button();
            button.getStyleClass().addAll("flat", "section");
            button.setOnAction(_ -> model.goTo(section));
            button.setFocusTraversable(false);
            buttons.put(section, button);
            getChildren().add(button);
        }
        compare.getStyleClass().addAll("flat", "section");
        compare.textProperty().bind(messages.in(SectionBar.class).bind("compare"));
        compare.setOnAction(_ -> model.compare());
        compare.setFocusTraversable(false);
        getChildren().add(compare);
        messages.localeProperty()
                .subscribe(l -> buttons.forEach((s, b) -> b.setText(s.heading(l))));
        model.reportProperty().subscribe(this::watch);
    }

    private void watch(Optional<Report> report) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        watching = () -> {};
        var kind = report.map(r -> r.head().kind()).orElse(ReportKind.REPORT);
        buttons.forEach((s, b) -> shown(b, Section.of(kind).contains(s)));
        shown(compare, kind == ReportKind.REPORT);
        report.ifPresent(r -> watching = r.onChange(() -> FxThread.FX.execute(this::show)));
        show();
    }

    private static void shown(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private void show() {
        var here = model.reportProperty().get().map(r -> r.caret().section());
        buttons.forEach((s, b) -> b.pseudoClassStateChanged(HERE, here.equals(Optional.of(s))));
    }
}
