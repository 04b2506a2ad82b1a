package org.tyde.report;

import org.tyde.store.Drafts;

/// The text of a window that found its report saved by another meanwhile: kept beside the draft, under a
/// name of its own, until somebody has said whose text goes on.
final class RivalText {
    private static final String SUFFIX = "+mine";

    private RivalText() {}

    static String name(ReportId report) {
        return report.value() + SUFFIX;
    }

    static boolean is(Drafts.Draft draft) {
        return draft.report().endsWith(SUFFIX);
    }
}
