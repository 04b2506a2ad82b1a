package org.tyde.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a report is laid out: which template it follows, what its conclusion is called and where it
/// stands.
///
/// @param template identifier of the template it was begun from
/// @param conclusion heading of [Section#IMPRESSION], such as `Vurdering` or `R:`; empty for the usual one
/// @param conclusionFirst whether the conclusion opens what the radiologist writes
/// @param laid what the template put there by itself; while nothing else stands there, nothing is written
/// @param independent whether it is one of two readings made without knowledge of each other
public record Shape(
        Optional<String> template,
        Optional<String> conclusion,
        boolean conclusionFirst,
        ReportText laid,
        boolean independent) {
    /// No template; the conclusion last.
    public static final Shape PLAIN = new Shape(Optional.empty(), Optional.empty(), false);

    /// Without words of a template.
    ///
    /// @param template identifier of the template it was begun from
    /// @param conclusion heading of the conclusion, empty for the usual one
    /// @param conclusionFirst whether the conclusion opens what the radiologist writes
    public Shape(Optional<String> template, Optional<String> conclusion, boolean conclusionFirst) {
        this(template, conclusion, conclusionFirst, ReportText.EMPTY, false);
    }

    /// @param words what the template put there by itself
    /// @return this with them
    public Shape laid(ReportText words) {
        return new Shape(template, conclusion, conclusionFirst, words, independent);
    }

    /// @param one whether it is one of two readings made without knowledge of each other
    /// @return this, and it is or is not
    public Shape independent(boolean one) {
        return new Shape(template, conclusion, conclusionFirst, laid, one);
    }

    /// @param kind of the report
    /// @return its sections in the order in which they stand
    public List<Section> order(ReportKind kind) {
        var order = new ArrayList<>(Section.of(kind));
        if (conclusionFirst && order.remove(Section.IMPRESSION))
            order.add(order.indexOf(Section.PROCEDURE), Section.IMPRESSION);
        return List.copyOf(order);
    }

    /// @param section which
    /// @param locale the reader's language
    /// @return its heading in this report
    public String heading(Section section, Locale locale) {
        return section == Section.IMPRESSION
                ? conclusion.orElseGet(() -> section.heading(locale))
                : section.heading(locale);
    }
}
