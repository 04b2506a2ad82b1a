package org.tyde.report.template;

import org.tyde.dicom.NameFold;
import org.tyde.refusal.Refusal;

import java.util.Locale;

/// Words with a name, put in by it.
///
/// @param name as it is typed or said
/// @param text in [Notation]: fields in brackets, values and other autotexts in braces
public record Autotext(String name, String text) {
    /// @return its name without case and with aa for å
    String key() {
        return NameFold.fold(name);
    }

    /// @return whether it can be put in by its name
    boolean named() {
        return name.matches("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} -]{0,58}[\\p{L}\\p{Nd}]");
    }

    /// @throws Refusal the name cannot be said or heard surely, or the text cannot be read
    void check() throws Refusal {
        if (!named()) throw new Refusal(TemplateReason.NAME_UNUSABLE, name);
        if (syllables() < 2) throw new Refusal(TemplateReason.NAME_TOO_SHORT, name);
        Notation.autotext(text);
    }

    private int syllables() {
        int count = 0;
        boolean vowel = false;
        var lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean now = "aeiouyæøåäöéè".indexOf(c) >= 0;
            if (now && !vowel || Character.isDigit(c)) count++;
            vowel = now;
        }
        return count;
    }
}
