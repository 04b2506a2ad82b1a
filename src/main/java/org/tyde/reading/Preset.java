package org.tyde.reading;

import org.tyde.imaging.lut.Window;
import org.tyde.refusal.Sentences;

import java.util.Locale;

/// A window on a number key.
///
/// @param digit 1 to 9
/// @param name key of its name in this room's messages, or a name a person gave it
/// @param window in HU
public record Preset(int digit, String name, Window window) {
    /// @throws IllegalArgumentException for any other digit: 0 is auto
    public Preset {
        if (digit < 1 || digit > 9) throw new IllegalArgumentException("preset " + digit);
    }

    /// @param locale the reader's language
    /// @return its name
    public String label(Locale locale) {
        return name.startsWith("preset.") ? Sentences.text(Preset.class, name, locale) : name;
    }
}
