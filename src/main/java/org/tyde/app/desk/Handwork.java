package org.tyde.app.desk;

import org.tyde.dictation.DictatedText;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.Section;

/// Follows what hands make of the dictated words of one report, while it is open.
final class Handwork {
    private final Report report;
    private final DictatedText text = new DictatedText();
    private final AutoCloseable watching;

    Handwork(Report report) {
        this.report = report;
        look();
        watching = report.onChange(this::look);
    }

    private void look() {
        var now = report.text();
        for (var section : Section.values()) text.changed(section, now.of(section));
    }

    boolean is(ReportId id) {
        return report.id().equals(id);
    }

    DictatedText text() {
        return text;
    }

    void close() {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }
}
