package org.tyde.ui.reporting;

import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.ui.FxThread;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Begins an empty report from the template that fits, where the user wants that. Once for a report: whoever
/// takes the template away is not given it again.
public final class TemplateStart {
    private final ReportModel model;
    private final BooleanSupplier wanted;
    private Optional<ReportId> done = Optional.empty();

    /// @param model the report of this desk
    /// @param wanted whether reports begin from templates by themselves
    public TemplateStart(ReportModel model, BooleanSupplier wanted) {
        this.model = model;
        this.wanted = wanted;
        model.reportProperty().subscribe(_ -> FxThread.FX.later(this::look));
        model.referralProperty().subscribe(_ -> FxThread.FX.later(this::look));
        model.templates().usualProperty().subscribe(_ -> FxThread.FX.later(this::look));
    }

    /// The referral is waited for: templates quote its question.
    private void look() {
        var report = model.reportProperty().get();
        var usual = model.templates().usualProperty().get();
        if (!wanted.getAsBoolean()
                || report.isEmpty()
                || usual.isEmpty()
                || model.referralProperty().get().isEmpty()
                || done.equals(report.map(Report::id))
                || report.get().sealed()
                || !empty(report.get().content())) return;
        done = report.map(Report::id);
        model.templates().begin(usual.get());
    }

    private static boolean empty(ReportContent content) {
        if (content.shape().template().isPresent()) return false;
        for (var section : Section.values())
            if (section.editable() && !content.text().blank(section)) return false;
        return true;
    }
}
