package org.tyde.report;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as a PDF on A4, in Tyde's own font, the patient on every page.
public final class ReportPdf {
    private static final String REGULAR = "/org/tyde/ui/fonts/IBMPlexSans-Regular.ttf";
    private static final String BOLD = "/org/tyde/ui/fonts/IBMPlexSans-SemiBold.ttf";
    private static final float MARGIN = 56;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 15;
    private static final float LABELS = 110;

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private final String running;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private float y;

    private ReportPdf(PDDocument document, ReportPage page) throws IOException {
        this.document = document;
        regular = font(REGULAR);
        bold = font(BOLD);
        running =
                String.join(
                        "  ·  ",
                        page.facts().stream().limit(2).map(ReportPage.Fact::value).toList());
    }

    /// @param page what to print
    /// @param language of the text, for screen readers
    /// @return the PDF's bytes
    /// @throws Refusal the font is missing from the program
    public static byte[] of(ReportPage page, Locale language) throws Refusal {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(page.heading());
            document.getDocumentInformation().setProducer("Tyde");
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            var pdf = new ReportPdf(document, page);
            pdf.print(page);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException failed) {
            throw new Refusal(ReportReason.PDF_FAILED, String.valueOf(failed.getMessage()))
                    .because(failed);
        }
    }

    private void print(ReportPage page) throws IOException {
        newPage();
        line(bold, 16, MARGIN, page.heading());
        y -= LEADING;
        for (var fact : page.facts()) {
            float top = y;
            line(regular, SIZE, MARGIN, fact.label());
            y = top;
            wrapped(bold, MARGIN + LABELS, fact.value());
        }
        for (var paragraph : page.paragraphs()) {
            y -= LEADING * 0.6f;
            room(3);
            line(bold, SIZE, MARGIN, paragraph.heading());
            for (var text : paragraph.text().split("\n", -1)) wrapped(regular, MARGIN, text);
        }
        if (page.signature().isPresent()) {
            y -= LEADING;
            wrapped(regular, MARGIN, page.signature().get());
        }
        foot();
    }

    private void wrapped(PDFont font, float x, String text) throws IOException {
        float width = PDRectangle.A4.getWidth() - MARGIN - x;
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, longer) > width) {
                line(font, SIZE, x, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(font, SIZE, x, line.toString());
    }

    private void line(PDFont font, float size, float x, String text) throws IOException {
        room(1);
        var stream = pages.getLast();
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(shown(font, text));
        stream.endText();
        y -= LEADING;
    }

    private void room(int lines) throws IOException {
        if (y - lines * LEADING < MARGIN + LEADING) newPage();
    }

    private void newPage() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new PDPageContentStream(document, page));
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void foot() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            try (var stream = pages.get(i)) {
                stream.beginText();
                stream.setFont(regular, 8);
                stream.newLineAtOffset(MARGIN, MARGIN / 2);
                stream.showText(shown(regular, running + "  ·  " + (i + 1) + "/" + pages.size()));
                stream.endText();
            }
        }
    }

    private float width(PDFont font, String text) throws IOException {
        return font.getStringWidth(shown(font, text)) / 1000 * SIZE;
    }

    /// A character the font lacks is shown as a question mark in its place, never left out.
    private static String shown(PDFont font, String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c)) shown.append(' ');
                            else if (has(font, c)) shown.appendCodePoint(c);
                            else shown.append('?');
                        });
        return shown.toString();
    }

    private static boolean has(PDFont font, int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IllegalArgumentException | IOException missing) {
            return false;
        }
    }

    private PDFont font(String resource) throws IOException {
        try (var in = ReportPdf.class.getResourceAsStream(resource)) {
            if (in == null) throw new Refusal(ReportReason.NO_FONT, resource);
            return PDType0Font.load(document, in);
        }
    }
}
