package org.tyde.report.out;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order and kind of what stands on the pages, for screen readers: the structure tree of a tagged PDF
/// (ISO 32000-1 14.7, 14.8). Each piece on a page has a number there, and the tree names the pieces.
final class PdfTags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final Map<PDPage, List<PDStructureElement>> pieces = new LinkedHashMap<>();

    PdfTags(PDDocument document) {
        root.appendKid(whole);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }

    /// @param kind such as `H1`, `P`, `Figure`
    /// @return an element that pieces are put into as they are drawn
    PDStructureElement element(String kind) {
        var element = new PDStructureElement(kind, whole);
        whole.appendKid(element);
        return element;
    }

    /// @param kind such as `TR`, `TD`
    /// @param of what it is part of
    /// @return an element within another
    PDStructureElement element(String kind, PDStructureElement of) {
        var element = new PDStructureElement(kind, of);
        of.appendKid(element);
        return element;
    }

    /// @return the number of the next piece on the page
    int piece(PDPage page, PDStructureElement of) {
        var on = pieces.computeIfAbsent(page, _ -> new ArrayList<>());
        int number = on.size();
        on.add(of);
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, page);
        reference.setInt(COSName.MCID, number);
        var kids = of.getCOSObject().getDictionaryObject(COSName.K);
        var array = kids instanceof COSArray several ? several : new COSArray();
        array.add(reference);
        of.getCOSObject().setItem(COSName.K, array);
        return number;
    }

    /// Writes which element each piece of each page belongs to (ISO 32000-1 14.7.4.4).
    void finish() {
        var numbers = new COSArray();
        int key = 0;
        for (var page : pieces.entrySet()) {
            page.getKey().setStructParents(key);
            var elements = new COSArray();
            page.getValue().forEach(e -> elements.add(e.getCOSObject()));
            numbers.add(COSInteger.get(key++));
            numbers.add(elements);
        }
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(key);
    }
}
