package org.tyde.report.screening;

import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.report.Caret;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.template.Filling;
import org.tyde.report.template.MergeValues;
import org.tyde.report.template.Template;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.study.Laterality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Readings of screening from our own template, for tests.
public final class Readings {
    private Readings() {}

    public static Template template(String language) {
        return TemplateLibrary.ours().stream()
                .map(TemplateLibrary.Held::template)
                .filter(t -> t.head().independent())
                .filter(t -> t.head().language().getLanguage().equals(language))
                .findFirst()
                .orElseThrow();
    }

    public static ReportContent begun(String language) {
        var empty = ReportContent.plain(ReportText.EMPTY, Caret.startOf(Section.FINDINGS));
        return Filling.begun(
                template(language),
                empty,
                new MergeValues(Map.of(), Optional.empty(), Locale.of(language)),
                Filling.Written.STAYS);
    }

    public static ReportContent put(ReportContent content, ScreeningFinding field, String text) {
        var mark = ScreeningText.field(content, field).orElseThrow();
        return content.replaced(mark.section(), mark.start(), mark.end(), text, Set.of());
    }

    public static ReportContent reading(int right, int left, String outcome) {
        var content = begun("nb");
        content = put(content, new Score(Laterality.RIGHT, 1), "" + right);
        content = put(content, new Score(Laterality.LEFT, 1), "" + left);
        return put(content, Outcome.NEGATIVE, outcome);
    }
}
