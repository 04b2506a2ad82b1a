package org.tyde.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A report laid out as one continuous text, and which stretch of it is which section.
///
/// @param text headings and sections, in order
/// @param spans of the sections that are in it, in order
public record ReportLayout(String text, List<Span> spans) {
    /// A section's place in the text, in `char`s.
    ///
    /// @param section which
    /// @param heading where its heading begins
    /// @param start where what it says begins
    /// @param end one past what it says
    public record Span(Section section, int heading, int start, int end) {}

    /// @throws NullPointerException never a missing part
    public ReportLayout {
        spans = List.copyOf(spans);
    }

    /// @param report what it says
    /// @param shape how it is laid out
    /// @param kind of the report
    /// @param locale of the headings
    /// @return the layout without empty sections
    public static ReportLayout of(ReportText report, Shape shape, ReportKind kind, Locale locale) {
        return of(report, shape, kind, locale, Set.of());
    }

    /// @param report what it says
    /// @param shape how it is laid out
    /// @param kind of the report
    /// @param locale of the headings
    /// @param alsoEmpty sections that stand there even when they say nothing, so that a caret can be set
    /// @return the layout
    public static ReportLayout of(
            ReportText report,
            Shape shape,
            ReportKind kind,
            Locale locale,
            Set<Section> alsoEmpty) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        for (var section : shape.order(kind)) {
            if (report.blank(section) && !alsoEmpty.contains(section)) continue;
            if (!text.isEmpty()) text.append("\n");
            int heading = text.length();
            text.append(shape.heading(section, locale)).append("\n");
            int start = text.length();
            text.append(report.of(section));
            spans.add(new Span(section, heading, start, text.length()));
            text.append("\n");
        }
        return new ReportLayout(text.toString(), spans);
    }

    /// @param offset in the continuous text
    /// @return the caret there; empty in a heading or a read-only section
    public Optional<Caret> caretAt(int offset) {
        return spans.stream()
                .filter(s -> s.section().editable() && offset >= s.start() && offset <= s.end())
                .map(s -> new Caret(s.section(), offset - s.start()))
                .findFirst();
    }

    /// @param caret in the report
    /// @return its offset in the continuous text; empty where its section is not laid out
    public Optional<Integer> offsetOf(Caret caret) {
        return spans.stream()
                .filter(s -> s.section() == caret.section())
                .map(s -> Math.min(s.start() + caret.offset(), s.end()))
                .findFirst();
    }
}
