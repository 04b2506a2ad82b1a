package org.tyde.report.out;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Sheets of A4 that are filled from the top: what is written flows on to a next one, which begins with
/// whatever stands on every sheet. Points, from the lower left corner.
final class PdfSheets {
    static final float LEFT = 64;
    static final float RIGHT = PDRectangle.A4.getWidth() - 64;
    static final float WIDTH = RIGHT - LEFT;
    private static final float BOTTOM = 64;
    private static final float GREY = 0.38f;

    private final PDDocument document;
    private final PdfTags tags;
    private final Heading everySheet;
    private final List<PDPage> pages = new ArrayList<>();
    private final List<PDPageContentStream> streams = new ArrayList<>();
    private float y;

    /// What stands on top of every sheet.
    interface Heading {
        /// @param sheets whose last sheet was just begun
        /// @throws IOException a failed write
        void draw(PdfSheets sheets) throws IOException;
    }

    PdfSheets(PDDocument document, PdfTags tags, Heading everySheet) throws IOException {
        this.document = document;
        this.tags = tags;
        this.everySheet = everySheet;
        next();
    }

    void next() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        streams.add(new PDPageContentStream(document, page));
        y = PDRectangle.A4.getHeight() - 48;
        everySheet.draw(this);
    }

    /// @return how much of the sheet is left
    float left() {
        return y - BOTTOM;
    }

    /// Begins a next sheet where less than so much is left.
    void need(float height) throws IOException {
        if (y - height < BOTTOM) next();
    }

    void skip(float height) {
        y -= height;
    }

    float y() {
        return y;
    }

    /// A line of text that belongs to an element of the structure; its base line lies `leading` below what
    /// is above it.
    void line(PDStructureElement of, PdfType type, float leading, String text) throws IOException {
        need(leading);
        y -= leading;
        piece(of, type, LEFT, y, text);
    }

    /// A line of text at a place of its own on the sheet.
    void piece(PDStructureElement of, PdfType type, float x, float at, String text)
            throws IOException {
        var stream = streams.getLast();
        int number = tags.piece(pages.getLast(), of);
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        stream.beginMarkedContent(
                COSName.getPDFName(of.getStructureType()), PDPropertyList.create(properties));
        show(stream, type, x, at, text);
        stream.endMarkedContent();
    }

    void picture(PDStructureElement of, PDImageXObject picture, float x, float width, float height)
            throws IOException {
        var stream = streams.getLast();
        int number = tags.piece(pages.getLast(), of);
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        stream.beginMarkedContent(
                COSName.getPDFName(of.getStructureType()), PDPropertyList.create(properties));
        stream.drawImage(picture, x, y - height, width, height);
        stream.endMarkedContent();
    }

    /// Text that repeats or decorates: no part of what is read aloud.
    void aside(PdfType type, float x, float at, String text, boolean grey) throws IOException {
        var stream = streams.getLast();
        artifact(stream);
        if (grey) stream.setNonStrokingColor(GREY);
        show(stream, type, x, at, text);
        if (grey) stream.setNonStrokingColor(0f);
        stream.endMarkedContent();
    }

    void rule(float at, float thickness) throws IOException {
        var stream = streams.getLast();
        artifact(stream);
        stream.setLineWidth(thickness);
        stream.setStrokingColor(thickness < 0.5f ? 0.72f : 0f);
        stream.moveTo(LEFT, at);
        stream.lineTo(RIGHT, at);
        stream.stroke();
        stream.endMarkedContent();
    }

    void band(float at, float height) throws IOException {
        var stream = streams.getLast();
        artifact(stream);
        stream.setNonStrokingColor(0.90f);
        stream.addRect(LEFT, at, WIDTH, height);
        stream.fill();
        stream.setNonStrokingColor(0f);
        stream.endMarkedContent();
    }

    /// Writes the foot of every sheet and ends them.
    void finish(PDFont regular, Foot foot) throws IOException {
        var type = new PdfType(regular, 8.5f);
        for (int i = 0; i < streams.size(); i++) {
            try (var stream = streams.get(i)) {
                artifact(stream);
                stream.setNonStrokingColor(GREY);
                show(stream, type, LEFT, 36, foot.left());
                var number = foot.number(i + 1, streams.size());
                show(stream, type, RIGHT - type.width(number), 36, number);
                stream.endMarkedContent();
            }
        }
    }

    /// What stands below every sheet.
    interface Foot {
        /// @return what stands at the left
        String left();

        /// @param page 1-based
        /// @param of how many there are
        /// @return such as `Side 1 av 2`
        String number(int page, int of);
    }

    private static void artifact(PDPageContentStream stream) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
    }

    private static void show(
            PDPageContentStream stream, PdfType type, float x, float y, String text)
            throws IOException {
        stream.beginText();
        stream.setFont(type.font(), type.size());
        stream.newLineAtOffset(x, y);
        stream.showText(type.shown(text));
        stream.endText();
    }
}
