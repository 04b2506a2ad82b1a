package org.tyde.settings;

import java.util.Locale;

/// What becomes of the template that fits an examination, when its report is empty.
public enum TemplateUse {
    /// It is offered, and put in by an act.
    OFFER,
    /// The report begins from it.
    APPLY;

    /// @param text in `tyde.json`: `offer` or `apply`
    /// @return what it means
    /// @throws IllegalArgumentException for anything else
    static TemplateUse of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// @return as in `tyde.json`
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
