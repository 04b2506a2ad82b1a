package org.tyde.report.out;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportReason;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One cut of Tyde's own font in one size: how wide words are, and where lines end.
///
/// @param font embedded in the document
/// @param size points
record PdfType(PDFont font, float size) {
    static final String REGULAR = "/org/tyde/ui/fonts/IBMPlexSans-Regular.ttf";
    static final String BOLD = "/org/tyde/ui/fonts/IBMPlexSans-SemiBold.ttf";

    /// @throws IOException the font is missing from the program
    static PDFont font(PDDocument document, String resource) throws IOException {
        try (var in = PdfType.class.getResourceAsStream(resource)) {
            if (in == null) throw new Refusal(ReportReason.NO_FONT, resource);
            return PDType0Font.load(document, in);
        }
    }

    /// A character the font lacks is shown as a question mark in its place, never left out.
    String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c) || Character.isSpaceChar(c))
                                shown.append(' ');
                            else if (has(c)) shown.appendCodePoint(c);
                            else shown.append('?');
                        });
        return shown.toString();
    }

    private boolean has(int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IllegalArgumentException | IOException missing) {
            return false;
        }
    }

    float width(String text) throws IOException {
        return font.getStringWidth(shown(text)) / 1000 * size;
    }

    /// Lines no wider than `width`; a word that is wider is broken where the line is full.
    List<String> lines(String text, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("[ \t]+")) {
            var rest = word;
            var longer = line.isEmpty() ? rest : line + " " + rest;
            if (width(longer) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) lines.add(line.toString());
            while (width(rest) > width) {
                int fits = fitting(rest, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.setLength(0);
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, float width) throws IOException {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()) {
            int next = word.offsetByCodePoints(fits, 1);
            if (width(word.substring(0, next)) > width) break;
            fits = next;
        }
        return fits;
    }
}
