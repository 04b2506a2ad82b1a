package org.tyde.app;

import static org.tyde.ui.FxThread.FX;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.tyde.dictation.DictationState.Microphone;
import org.tyde.reading.CaseOpening;
import org.tyde.report.Referral;
import org.tyde.report.SigningCheck;
import org.tyde.study.Study;
import org.tyde.ui.Action;
import org.tyde.ui.reporting.ReferralPane;
import org.tyde.ui.reporting.ReportModel;
import org.tyde.ui.reporting.ReportPane;
import org.tyde.ui.shell.ReportDesk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Referral above, report below, as the shell sees them.
final class ReportSide implements ReportDesk {
    private final ReportModel model;
    private final ReportRoom room;
    private final ReportPane report;
    private final ReferralPane referral;
    private final SplitPane both = new SplitPane();
    private final Map<Action, Runnable> table;
    private Optional<Study> study = Optional.empty();

    ReportSide(ReportModel model, ReportRoom room, Consumer<SigningCheck.Place> goThere) {
        this.model = model;
        this.room = room;
        report = new ReportPane(model, goThere);
        referral = new ReferralPane(model);
        both.setOrientation(Orientation.VERTICAL);
        both.getStyleClass().add("read-split");
        both.getItems().setAll(referral, report);
        both.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(referral, false);
        table =
                Map.of(
                        Action.RECORD, model::record,
                        Action.SIGN, model::sign,
                        Action.SAVE_PRELIMINARY, model::preliminary,
                        Action.FOCUS_REPORT, report::focusEditor,
                        Action.SHOW_REFERRAL, this::toggleReferral,
                        Action.INSERT_COMPARISON, model::compare);
        room.onReferral(found -> FX.execute(() -> show(found)));
    }

    private void show(Referral found) {
        if (study.isPresent()) model.referralProperty().set(Optional.of(found));
    }

    @Override
    public Node node() {
        return both;
    }

    @Override
    public void open(Study next) {
        model.open(next);
        study = Optional.of(next);
        FX.watch(
                room.latestReport(next),
                found -> {
                    if (study.equals(Optional.of(next))) model.priorProperty().set(found);
                },
                _ -> {});
    }

    @Override
    public void watch(CaseOpening opening) {
        room.watch(Optional.of(opening));
    }

    @Override
    public void leave() {
        var left = model.reportProperty().get();
        boolean silent = model.speechProperty().get().microphone() == Microphone.OFF;
        study = Optional.empty();
        model.leave();
        room.watch(Optional.empty());
        if (left.isEmpty()) return;
        var _ =
                silent && left.get().text().unwritten()
                        ? room.putAside(left.get().id())
                        : room.save(left.get().id());
    }

    @Override
    public boolean perform(Action action) {
        var step = Optional.ofNullable(table.get(action));
        step.ifPresent(Runnable::run);
        return step.isPresent();
    }

    private void toggleReferral() {
        if (both.getItems().contains(referral)) both.getItems().remove(referral);
        else {
            both.getItems().addFirst(referral);
            both.setDividerPositions(0.3);
        }
    }

    @Override
    public boolean writing() {
        return report.writing();
    }

    @Override
    public boolean cancel() {
        return model.signing().cancel();
    }
}
