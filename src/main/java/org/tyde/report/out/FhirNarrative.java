package org.tyde.report.out;

import java.util.Locale;

/// Text as FHIR's narrative: paragraphs of XHTML and nothing else (FHIR R4 2.4).
final class FhirNarrative {
    private FhirNarrative() {}

    /// @param text lines parted by `\n`; characters that XML may not hold become spaces
    static String of(String text, Locale language) {
        var div =
                new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                        .append(language.toLanguageTag())
                        .append("\" xml:lang=\"")
                        .append(language.toLanguageTag())
                        .append("\">");
        boolean any = false;
        for (var line : text.split("\n")) {
            if (line.isBlank()) continue;
            div.append("<p>").append(escaped(line.strip())).append("</p>");
            any = true;
        }
        return div.append(any ? "</div>" : "<p>–</p></div>").toString();
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                default ->
                                        out.appendCodePoint(
                                                Character.isISOControl(c)
                                                                || c == 0xfffe
                                                                || c == 0xffff
                                                                || c >= 0xd800 && c <= 0xdfff
                                                        ? ' '
                                                        : c);
                            }
                        });
        return out.toString();
    }
}
