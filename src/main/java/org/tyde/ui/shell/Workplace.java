package org.tyde.ui.shell;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/// What the control window can show. What is not built is not here.
public enum Workplace {
    /// The reading list.
    LIST(Feather.LIST),
    /// The open study with its report.
    READ(Feather.LAYOUT),
    /// The desk's settings.
    SETTINGS(Feather.SETTINGS);

    private final Feather icon;

    Workplace(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    String key() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
