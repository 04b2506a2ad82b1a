package org.tyde.ui.reporting;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.tyde.evidence.Awaits;
import org.tyde.report.ReportKind;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningSummary;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;

/// The second act of signing: how it is signed, and why where it amends. The usual way is one button; the
/// others stand quietly beside it. Who is in training has one way.
final class SigningButtons extends VBox {
    private final SigningModel model;
    private final Messages.Room words;
    private final Label training = new Label();
    private final Label why = new Label();
    private final TextField reason = new TextField();
    private final Button back = new Button();
    private final Button preliminary = new Button();
    private final Button second = new Button();
    private final Button sign = new Button();

    SigningButtons(SigningModel model, Messages messages) {
        this.model = model;
        words = messages.in(SigningButtons.class);
        getStyleClass().add("foot");
        training.setWrapText(true);
        training.setMinHeight(USE_PREF_SIZE);
        training.getStyleClass().add("warning");
        training.textProperty().bind(words.bind("sign.training"));
        why.textProperty().bind(words.bind("sign.reason"));
        why.getStyleClass().add("quiet");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.accessibleTextProperty().bind(why.textProperty());
        back.textProperty().bind(words.bind("sign.back"));
        back.setOnAction(_ -> model.cancel());
        quiet(preliminary, "sign.preliminary", Awaits.COUNTERSIGNATURE);
        quiet(second, "sign.second", Awaits.SECOND_READING);
        sign.getStyleClass().add("accent");
        sign.setOnAction(_ -> model.confirm());
        var others = new VBox(preliminary, second);
        others.setAlignment(Pos.CENTER_RIGHT);
        var buttons = new FlowPane(back, sign);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(training, why, reason, others, buttons);
        for (var node : List.of(training, why, reason, preliminary, second))
            node.managedProperty().bind(node.visibleProperty());
        model.summaryProperty().subscribe(this::show);
        model.withoutMissingProperty().subscribe(_ -> show(model.summaryProperty().get()));
        messages.localeProperty().subscribe(_ -> show(model.summaryProperty().get()));
    }

    private void quiet(Button button, String key, Awaits awaits) {
        button.textProperty().bind(words.bind(key));
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> model.confirm(Optional.of(awaits)));
    }

    private void show(Optional<SigningSummary> now) {
        if (now.isEmpty()) return;
        var summary = now.get();
        var kind = summary.head().kind();
        boolean choice = kind == ReportKind.REPORT && !summary.training() && !summary.independent();
        boolean amends = kind == ReportKind.AMENDMENT;
        training.setVisible(summary.training());
        why.setVisible(amends);
        reason.setVisible(amends);
        preliminary.setVisible(choice);
        second.setVisible(choice);
        sign.setText(
                words.text(
                        summary.training()
                                ? "sign.preliminary"
                                : summary.independent()
                                        ? "sign.now.independent"
                                        : "sign.now." + kind));
        boolean asked =
                (!summary.images().incomplete() || model.withoutMissingProperty().get())
                        && summary.checks().stream().noneMatch(SigningCheck::open);
        boolean stopped = !summary.ready() || !asked;
        preliminary.setDisable(stopped);
        second.setDisable(stopped);
        sign.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> stopped || amends && model.reasonProperty().get().isBlank(),
                                model.reasonProperty()));
    }
}
