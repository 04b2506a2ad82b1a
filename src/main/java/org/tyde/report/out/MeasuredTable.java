package org.tyde.report.out;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, as a table of the PDF: what it is called, its numbers, on which image. A row is never
/// parted by the end of a sheet; the heading is said once.
final class MeasuredTable {
    private static final float[] STARTS = {0, 150, 330};
    private static final float GUTTER = 10;
    private static final float LEADING = 12.5f;
    private static final float PADDING = 3.5f;

    private final PdfSheets sheets;
    private final PdfTags tags;
    private final PdfType head;
    private final PdfType body;
    private final Locale language;

    MeasuredTable(PdfSheets sheets, PdfTags tags, PdfType head, PdfType body, Locale language) {
        this.sheets = sheets;
        this.tags = tags;
        this.head = head;
        this.body = body;
        this.language = language;
    }

    void print(List<MeasuredRow> rows, PdfType strong, float leading) throws IOException {
        if (rows.isEmpty()) return;
        sheets.skip(9);
        sheets.need(leading + 4 * LEADING);
        sheets.line(tags.element("H2"), strong, leading, text("page.measured"));
        sheets.skip(3);
        var table = tags.element("Table");
        boolean placed = rows.stream().anyMatch(r -> !r.where().isBlank());
        row(
                table,
                "TH",
                head,
                List.of(
                        List.of(text("page.measured.name")),
                        List.of(text("page.measured.value")),
                        placed ? List.of(text("page.measured.image")) : List.of()));
        for (var one : rows) {
            var name = one.what().isBlank() ? one.name() : one.name() + "\n" + one.what();
            row(
                    table,
                    "TD",
                    body,
                    List.of(List.of(name.split("\n", -1)), one.values(), List.of(one.where())));
        }
        sheets.skip(2);
    }

    private void row(PDStructureElement table, String kind, PdfType type, List<List<String>> cells)
            throws IOException {
        var wrapped = new ArrayList<List<String>>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            var all = new ArrayList<String>();
            for (var text : cells.get(i)) all.addAll(type.lines(text, width(i)));
            wrapped.add(all);
            lines = Math.max(lines, all.size());
        }
        sheets.need(lines * LEADING + 2 * PADDING);
        var row = tags.element("TR", table);
        float top = sheets.y() - PADDING;
        for (int i = 0; i < wrapped.size(); i++) {
            var cell = tags.element(kind, row);
            float at = top;
            for (var line : wrapped.get(i))
                if (!line.isBlank())
                    sheets.piece(cell, type, PdfSheets.LEFT + STARTS[i], at -= LEADING, line);
        }
        sheets.skip(lines * LEADING + 2 * PADDING);
        sheets.rule(sheets.y(), kind.equals("TH") ? 0.6f : 0.25f);
    }

    private static float width(int column) {
        float end = column + 1 < STARTS.length ? STARTS[column + 1] - GUTTER : PdfSheets.WIDTH;
        return end - STARTS[column];
    }

    private String text(String key) {
        return Sentences.text(MeasuredTable.class, key, language);
    }
}
