package org.tyde.report.flow;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.View;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// A reference to an image in the text, which leads back to it.
public final class KeyImageText {
    private KeyImageText() {}

    /// @param report that gets it
    /// @param series Series Number (0020,0011), where it has one
    /// @param image number in its stack, 1-based
    /// @param view on screen
    /// @param locale of the report
    /// @throws Refusal the report is signed
    public static void insert(
            Report report, OptionalInt series, int image, View view, Locale locale) throws Refusal {
        var text =
                series.isPresent()
                        ? Sentences.text(
                                KeyImageText.class,
                                "key.series",
                                locale,
                                String.valueOf(series.getAsInt()),
                                String.valueOf(image))
                        : Sentences.text(KeyImageText.class, "key", locale, String.valueOf(image));
        report.insert(text, Set.of(new Meaning.SaidAt(view)));
    }
}
