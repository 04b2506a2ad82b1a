package org.tyde.ui.reporting.editor;

import org.tyde.dictation.Stretch;
import org.tyde.report.Caret;
import org.tyde.report.ReportLayout;

import java.util.Optional;

/// What is selected in the editor: what lies between an anchor and the caret, offsets in the layout.
final class EditorSelection {
    private int anchor;
    private ReportSelection shared = new ReportSelection();

    /// @param next also set and read by voice
    void share(ReportSelection next) {
        shared = next;
    }

    int anchor() {
        return anchor;
    }

    void anchor(int offset) {
        anchor = offset;
    }

    boolean some(int caret) {
        return anchor != caret;
    }

    int from(int caret) {
        return Math.min(anchor, caret);
    }

    int to(int caret) {
        return Math.max(anchor, caret);
    }

    /// Speech selected something, or nothing any more.
    void heard(Optional<Stretch> stretch, ReportLayout layout, int caret) {
        anchor =
                stretch.flatMap(s -> layout.offsetOf(new Caret(s.section(), s.from())))
                        .orElse(caret);
    }

    /// Tells speech what is selected now; nothing where it spans sections.
    void tell(ReportLayout layout, int caret) {
        var first = layout.caretAt(from(caret));
        var last = layout.caretAt(to(caret));
        boolean one =
                some(caret)
                        && first.isPresent()
                        && last.isPresent()
                        && first.get().section() == last.get().section();
        shared.chosen(
                one
                        ? Optional.of(
                                new Stretch(
                                        first.get().section(),
                                        first.get().offset(),
                                        last.get().offset()))
                        : Optional.empty());
    }
}
