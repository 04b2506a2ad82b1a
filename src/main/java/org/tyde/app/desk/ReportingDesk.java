package org.tyde.app.desk;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.tyde.dictation.DictationState.Microphone;
import org.tyde.reading.CaseOpening;
import org.tyde.report.sign.SigningCheck;
import org.tyde.speech.PushToTalk;
import org.tyde.study.Study;
import org.tyde.ui.Action;
import org.tyde.ui.documents.DocumentsModel;
import org.tyde.ui.documents.DocumentsPane;
import org.tyde.ui.documents.SideTabs;
import org.tyde.ui.reporting.ReferralPane;
import org.tyde.ui.reporting.ReportModel;
import org.tyde.ui.reporting.ReportPane;
import org.tyde.ui.reporting.TakeBackStrip;
import org.tyde.ui.shell.ReportDesk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Referral above, report below, as the shell uses them.
public final class ReportingDesk implements ReportDesk {
    private static final double REFERRAL_SHARE = 0.32;
    private static final double DOCUMENT_SHARE = 0.5;
    private static final double WIDE = 900;
    private final ReportModel model;
    private final ReportingServices services;
    private final SideTabs referral;
    private final DocumentsModel papers;
    private final DocumentsPane documents;
    private final ReportPane report;
    private final TakeBackStrip strip;
    private final SplitPane node = new SplitPane();
    private final Map<Action, Runnable> actions;
    private final Map<Action, Runnable> fromTheCase;
    private final Map<Action, Runnable> overTime;
    private Optional<CaseOpening> opening = Optional.empty();

    /// @param model the report of this desk
    /// @param services of the model
    /// @param goThere leads to images or settings, where a check before signing is about them
    /// @param flow from the open case into the report
    /// @param around told what is around the report, before it is looked over
    /// @param papers of the patient
    ReportingDesk(
            ReportModel model,
            ReportingServices services,
            Consumer<SigningCheck.Place> goThere,
            CaseFlow flow,
            Runnable around,
            DocumentsModel papers) {
        this.model = model;
        this.services = services;
        this.papers = papers;
        documents = new DocumentsPane(papers);
        referral = new SideTabs(model.messages(), new ReferralPane(model), documents);
        report = new ReportPane(model, goThere);
        strip = new TakeBackStrip(model.takeBackModel(), model.messages());
        node.setOrientation(Orientation.VERTICAL);
        node.getStyleClass().add("reporting-desk");
        node.getItems().setAll(referral, report);
        node.setDividerPositions(REFERRAL_SHARE);
        SplitPane.setResizableWithParent(referral, false);
        node.widthProperty().subscribe(w -> lay(w.doubleValue() > WIDE));
        actions =
                Map.of(
                        Action.RECORD, model.dictation()::record,
                        Action.SIGN, model::sign,
                        Action.SAVE_PRELIMINARY, model::preliminary,
                        Action.PUT_ASIDE, model::putAside,
                        Action.FOCUS_REPORT, report::focusEditor,
                        Action.SHOW_REFERRAL, this::showReferral,
                        Action.INSERT_COMPARISON, model::compare,
                        Action.WHAT_CAN_I_SAY, report.sayable()::toggle,
                        Action.UNDO, () -> report.undo(false),
                        Action.REDO, () -> report.undo(true));
        model.takeBackModel().look();
        fromTheCase =
                Map.of(
                        Action.SHOW_DOCUMENTS, this::showDocuments,
                        Action.INSERT_MEASUREMENT, flow::insertMeasurement,
                        Action.INSERT_CHANGE,
                                () -> {
                                    if (!model.lesions().insertSelected()) flow.insertChange();
                                },
                        Action.INSERT_KEY_IMAGE, flow::insertKeyImage,
                        Action.RETURN_TO_VIEW, flow::returnToView,
                        Action.TAKE_BACK, model::takeBack,
                        Action.RADS_CALCULATOR, () -> model.templates().calculate(),
                        Action.CHOOSE_TEMPLATE, model.templates()::choose);
        overTime =
                Map.of(
                        Action.REPORT_HISTORY, this::history,
                        Action.TIE_LESION, model.lesions()::openSelected,
                        Action.LESIONS, () -> model.lesions().open(Optional.empty()));
        services.look(
                () -> {
                    around.run();
                    return opening.map(o -> ReadImages.of(o, flow.source()));
                });
    }

    /// Where there is room for it, what was written before stands to the left of what is being written.
    private void lay(boolean wide) {
        var wanted = wide ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (node.getOrientation() == wanted) return;
        node.setOrientation(wanted);
        node.setDividerPositions(wide ? DOCUMENT_SHARE : REFERRAL_SHARE);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(Study study) {
        opening = Optional.empty();
        model.open(study);
        papers.open(study);
        referral.showDocuments(false);
        if (!node.getItems().contains(referral)) showReferral();
    }

    @Override
    public void watch(CaseOpening begun) {
        opening = Optional.of(begun);
    }

    @Override
    public void leave() {
        opening = Optional.empty();
        var left = model.reportProperty().get();
        boolean silent = model.dictation().stateProperty().get().microphone() == Microphone.OFF;
        model.leave();
        papers.leave();
        if (left.isEmpty()) return;
        // what nobody wrote in is no draft: the study is unread again
        var id = left.get().id();
        var _ =
                silent && left.get().content().unwritten()
                        ? services.putAside(id)
                        : services.save(id);
    }

    @Override
    public Optional<Node> strip() {
        return Optional.of(strip);
    }

    @Override
    public boolean writing() {
        return report.writing() || documents.focused();
    }

    private void showDocuments() {
        if (!node.getItems().contains(referral)) showReferral();
        boolean away = referral.documentsShown() && documents.focused();
        showDocuments(!away);
        if (away) report.focusEditor();
        else documents.focus();
    }

    /// Brings the documents up, whatever is shown.
    void bringDocuments() {
        if (!node.getItems().contains(referral)) showReferral();
        showDocuments(true);
        documents.focus();
    }

    /// More images of the case have come, or another prior hangs.
    void imagesCame() {
        documents.refresh();
    }

    /// A document needs more room than a referral; what the reader has dragged stays.
    private void showDocuments(boolean shown) {
        boolean before = referral.documentsShown();
        if (shown) papers.refresh();
        referral.showDocuments(shown);
        double least = shown ? DOCUMENT_SHARE : REFERRAL_SHARE;
        if (before == shown || node.getDividerPositions().length == 0) return;
        if (shown == node.getDividerPositions()[0] < least) node.setDividerPositions(least);
    }

    private void history() {
        model.reportProperty().get().ifPresent(r -> model.history().open(r.head().studyUid()));
    }

    private void showReferral() {
        if (node.getItems().contains(referral)) node.getItems().remove(referral);
        else {
            node.getItems().addFirst(referral);
            node.setDividerPositions(REFERRAL_SHARE);
        }
    }

    @Override
    public boolean perform(Action action) {
        if ((action == Action.UNDO || action == Action.REDO) && !report.writing()) return false;
        var work =
                actions.getOrDefault(
                        action, fromTheCase.getOrDefault(action, overTime.get(action)));
        if (work == null) return false;
        work.run();
        return true;
    }

    @Override
    public boolean pressed(Action action) {
        if (action != Action.RECORD) return perform(action);
        model.dictation().pressed(PushToTalk.Button.KEY);
        return true;
    }

    @Override
    public void released(Action action) {
        if (action == Action.RECORD) model.dictation().released(PushToTalk.Button.KEY);
    }

    @Override
    public boolean cancel() {
        return report.sayable().close()
                || model.lesions().close()
                || model.history().close()
                || model.signing().cancel()
                || documents.cancel();
    }
}
