package org.tyde.report.out;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.ReportReason;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as a PDF that can be kept and read aloud (PDF/A-2a, ISO 19005-2) on A4, in Tyde's own font, the
/// patient on every page.
public final class ReportPdf {
    private static final float LEADING = 14;
    private static final float GAP = 8;

    private final PDDocument document;
    private final ReportPage page;
    private final Locale language;
    private final PdfTags tags;
    private final PDFont regular;
    private final PDFont bold;
    private final PdfType body;
    private final PdfType strong;

    private ReportPdf(PDDocument document, ReportPage page, Locale language) throws IOException {
        this.document = document;
        this.page = page;
        this.language = language;
        tags = new PdfTags(document);
        regular = PdfType.font(document, PdfType.REGULAR);
        bold = PdfType.font(document, PdfType.BOLD);
        body = new PdfType(regular, 10);
        strong = new PdfType(bold, 10);
    }

    /// @param page what to print
    /// @param language of the text, for screen readers
    /// @return the PDF's bytes
    /// @throws Refusal the font is missing from the program
    public static byte[] of(ReportPage page, Locale language) throws Refusal {
        try (var document = new PDDocument()) {
            ReportPdfArchive.describe(document, page.heading(), language, now());
            new ReportPdf(document, page, language).print();
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

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneId.systemDefault()).withNano(0);
    }

    private void print() throws IOException {
        var sheets = new PdfSheets(document, tags, this::heading);
        identity(sheets);
        sheets.skip(6);
        sheets.line(tags.element("H1"), new PdfType(bold, 17), 20, page.heading());
        sheets.skip(4);
        if (page.mark().isPresent() && !cut(page.mark().get()).equals(page.mark().get()))
            paragraph(sheets, body, page.mark().get());
        for (var paragraph : page.paragraphs()) {
            sheets.skip(GAP);
            sheets.need(3 * LEADING);
            sheets.line(tags.element("H2"), strong, LEADING, paragraph.heading());
            for (var text : paragraph.text().split("\n", -1)) paragraph(sheets, body, text);
        }
        new MeasuredTable(sheets, tags, new PdfType(bold, 9), new PdfType(regular, 9), language)
                .print(page.measured(), strong, LEADING);
        if (page.signature().isPresent()) {
            sheets.need(4 * LEADING);
            sheets.skip(1.2f * LEADING);
            sheets.rule(sheets.y(), 0.6f);
            sheets.skip(3);
            for (var line : page.signature().get().split("\n", -1)) paragraph(sheets, strong, line);
        }
        new ReportPdfPictures(document, sheets, tags, new PdfType(regular, 9))
                .print(page.pictures(), text("page.pictures"), strong, LEADING);
        sheets.finish(regular, new Foot());
        tags.finish();
    }

    /// Never the first line of a paragraph alone at the foot of a sheet.
    private void paragraph(PdfSheets sheets, PdfType type, String text) throws IOException {
        if (text.isBlank()) {
            sheets.skip(LEADING / 2);
            return;
        }
        var lines = type.lines(text, PdfSheets.WIDTH);
        var element = tags.element("P");
        if (lines.size() > 1) sheets.need(2 * LEADING);
        for (var line : lines) sheets.line(element, type, LEADING, line);
    }

    /// A reason that is longer than the strip is cut in it; the whole of it stands below the heading.
    private String cut(String mark) throws IOException {
        var lines = strong.lines(mark, PdfSheets.WIDTH - 16);
        return lines.size() == 1
                ? mark
                : strong.lines(mark, PdfSheets.WIDTH - 28).getFirst() + " …";
    }

    /// Whose report it is, for readers by ear: the strip that repeats on every sheet is no text to them.
    private void identity(PdfSheets sheets) throws IOException {
        var small = new PdfType(regular, 9);
        var element = tags.element("P");
        if (page.requestedBy().isPresent())
            sheets.line(element, small, 12, page.requestedBy().get());
        element.setActualText(
                String.join(
                        ". ",
                        page.facts().stream().map(f -> f.label() + ": " + f.value()).toList()));
    }

    /// The patient, and what nobody may overlook, on every sheet.
    private void heading(PdfSheets sheets) throws IOException {
        var name = new PdfType(bold, 13);
        var small = new PdfType(regular, 9.5f);
        float half = PdfSheets.WIDTH / 2 - 8;
        var left = new ArrayList<>(name.lines(page.patient(), half));
        var right = strong.lines(page.examination(), half);
        float top = sheets.y();
        float y = top;
        for (var line : left) sheets.aside(name, PdfSheets.LEFT, y -= 15, line, false);
        for (var line : page.identity()) sheets.aside(small, PdfSheets.LEFT, y -= 13, line, false);
        float lowest = y;
        y = top;
        for (var line : right)
            sheets.aside(strong, PdfSheets.RIGHT - strong.width(line), y -= 15, line, false);
        for (var line : page.when())
            sheets.aside(small, PdfSheets.RIGHT - small.width(line), y -= 13, line, false);
        lowest = Math.min(lowest, y) - 9;
        sheets.rule(lowest, 0.8f);
        if (page.mark().isPresent()) {
            lowest -= 24;
            sheets.band(lowest, 20);
            sheets.aside(strong, PdfSheets.LEFT + 8, lowest + 6, cut(page.mark().get()), false);
        }
        sheets.skip(top - lowest + 14);
    }

    private String text(String key, Object... arguments) {
        return Sentences.text(ReportPdf.class, key, language, arguments);
    }

    /// Whose report, and which page of how many.
    private final class Foot implements PdfSheets.Foot {
        @Override
        public String left() {
            var parts = new ArrayList<>(List.of(page.patient()));
            parts.addAll(page.identity().stream().limit(1).toList());
            return String.join("  ·  ", parts);
        }

        @Override
        public String number(int number, int of) {
            return text("page.number", number, of);
        }
    }
}
