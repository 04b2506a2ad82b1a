package org.tyde.report.out;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportReason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What a PDF says of itself, and what it says.
///
/// @param xmp its metadata as they stand, possibly empty
/// @param language of the text, possibly empty
/// @param tagged whether it says in which order it is read
/// @param active what is in it that acts or is a file of its own, such as `JavaScript`
/// @param fonts that are not embedded
/// @param pages how many
/// @param text what is read aloud of it: without what repeats on each page; of an untagged one all of it
public record PdfFacts(
        String xmp,
        String language,
        boolean tagged,
        List<String> active,
        List<String> fonts,
        int pages,
        String text) {
    private static final int MOST_PAGES = 200;
    private static final int LONGEST_XMP = 1 << 20;

    /// Copies the lists.
    public PdfFacts {
        active = List.copyOf(active);
        fonts = List.copyOf(fonts);
    }

    /// @param pdf a document
    /// @return what it says; of its first 200 pages
    /// @throws Refusal it cannot be read, or is encrypted
    public static PdfFacts of(byte[] pdf) throws Refusal {
        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            var marked = catalog.getMarkInfo();
            boolean tagged =
                    marked != null && marked.isMarked() && catalog.getStructureTreeRoot() != null;
            var language = catalog.getLanguage();
            return new PdfFacts(
                    xmp(document),
                    language == null ? "" : language,
                    tagged,
                    active(catalog.getCOSObject()),
                    fonts(document),
                    document.getNumberOfPages(),
                    tagged ? marked(document) : new PDFTextStripper().getText(document));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new Refusal(ReportReason.PDF_UNREADABLE, String.valueOf(unreadable.getMessage()))
                    .because(unreadable);
        }
    }

    private static String xmp(PDDocument document) throws IOException {
        var metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) return "";
        try (var in = metadata.createInputStream()) {
            return new String(in.readNBytes(LONGEST_XMP), StandardCharsets.UTF_8);
        }
    }

    private static List<String> active(COSDictionary catalog) {
        var found = new ArrayList<String>();
        for (var key : List.of("OpenAction", "AA", "AcroForm"))
            if (catalog.containsKey(key)) found.add(key);
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names)
            for (var key : List.of("JavaScript", "EmbeddedFiles"))
                if (names.containsKey(key)) found.add(key);
        return found;
    }

    private static List<String> fonts(PDDocument document) throws IOException {
        var missing = new TreeSet<String>();
        int pages = 0;
        for (var page : document.getPages()) {
            if (++pages > MOST_PAGES) break;
            var resources = page.getResources();
            if (resources == null) continue;
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                if (font != null && !font.isEmbedded()) missing.add(String.valueOf(font.getName()));
            }
        }
        return List.copyOf(missing);
    }

    private static String marked(PDDocument document) throws IOException {
        var text = new StringBuilder();
        int pages = 0;
        for (var page : document.getPages()) {
            if (++pages > MOST_PAGES) break;
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            for (var content : extractor.getMarkedContents()) {
                if ("Artifact".equals(content.getTag())) continue;
                for (var piece : content.getContents())
                    if (piece instanceof TextPosition position) text.append(position.getUnicode());
                text.append('\n');
            }
        }
        return text.toString();
    }
}
