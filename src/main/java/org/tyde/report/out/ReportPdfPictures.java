package org.tyde.report.out;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Key images in the PDF: two beside each other, more than two in threes, each above its words. They begin on
/// the sheet of the text where the first row still fits.
final class ReportPdfPictures {
    private static final float GAP = 14;
    private static final float TALLEST = 230;
    private static final float SMALLEST = 120;
    private static final float CAPTION = 12;

    private final PDDocument document;
    private final PdfSheets sheets;
    private final PdfTags tags;
    private final PdfType caption;

    ReportPdfPictures(PDDocument document, PdfSheets sheets, PdfTags tags, PdfType caption) {
        this.document = document;
        this.sheets = sheets;
        this.tags = tags;
        this.caption = caption;
    }

    void print(List<ReportPage.Picture> pictures, String heading, PdfType strong, float leading)
            throws IOException {
        if (pictures.isEmpty()) return;
        int across = pictures.size() > 2 ? 3 : 2;
        float width = (PdfSheets.WIDTH - (across - 1) * GAP) / across;
        float tallest = pictures.size() > across ? TALLEST : fitting(leading);
        boolean first = true;
        for (int i = 0; i < pictures.size(); i += across) {
            var row = pictures.subList(i, Math.min(i + across, pictures.size()));
            var captions = new ArrayList<List<String>>();
            float height = 0;
            int lines = 0;
            for (int j = 0; j < row.size(); j++) {
                height = Math.max(height, height(row.get(j), width, tallest));
                captions.add(caption.lines(words(i + j + 1, row.get(j)), width));
                lines = Math.max(lines, captions.getLast().size());
            }
            float needed = height + CAPTION * lines + GAP + (first ? leading + 18 : 0);
            sheets.need(needed);
            if (first) {
                sheets.skip(10);
                sheets.line(tags.element("H2"), strong, leading, heading);
                sheets.skip(8);
                first = false;
            }
            for (int j = 0; j < row.size(); j++)
                draw(
                        row.get(j),
                        captions.get(j),
                        PdfSheets.LEFT + j * (width + GAP),
                        width,
                        tallest,
                        height);
            sheets.skip(height + CAPTION * lines + GAP);
        }
    }

    /// One row is made smaller where it then stands below the text.
    private float fitting(float leading) {
        float left = sheets.left() - leading - 18 - GAP - CAPTION;
        return left >= SMALLEST ? Math.min(TALLEST, left) : TALLEST;
    }

    private static String words(int number, ReportPage.Picture picture) {
        return picture.caption().isBlank() ? number + "." : number + ". " + picture.caption();
    }

    private void draw(
            ReportPage.Picture one,
            List<String> words,
            float x,
            float width,
            float tallest,
            float rowHeight)
            throws IOException {
        var figure = tags.element("Figure");
        figure.setAlternateDescription(one.caption().isBlank() ? "–" : one.caption());
        float tall = height(one, width, tallest);
        sheets.picture(
                figure,
                LosslessFactory.createFromImage(document, buffered(one.image())),
                x,
                tall * one.width() / one.height(),
                tall);
        var element = tags.element("P");
        float at = sheets.y() - rowHeight - 1;
        for (var line : words) sheets.piece(element, caption, x, at -= CAPTION, line);
    }

    private static float height(ReportPage.Picture picture, float width, float tallest) {
        return Math.min(tallest, width * picture.height() / picture.width());
    }

    private static BufferedImage buffered(PageImage image) {
        var buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, image.width(), image.height(), image.pixels(), 0, image.width());
        return buffered;
    }
}
