package org.tyde.evidence.content;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a TABLE (PS3.3 C.18.10): a cell names its row and column; one that names only its row has a value
/// for each column, and the other way round.
final class TableReader {
    private static final int MOST_CELLS = 100_000;
    private static final String RULE = "PS3.3 C.18.10";
    private static final Set<Tag> PLACE =
            Set.of(Tag.TABLE_ROW_NUMBER, Tag.TABLE_COLUMN_NUMBER, Tag.SELECTOR_ATTRIBUTE_VR);

    private TableReader() {}

    static Optional<ContentValue> of(DataSet item, List<Integer> at, List<Flaw> flaws)
            throws DicomFormatException {
        var found = item.item(Tag.TABULATED_VALUES_SEQUENCE);
        if (found.isEmpty()) return Optional.empty();
        var table = found.get();
        long rows = table.longInteger(Tag.NUMBER_OF_TABLE_ROWS).orElse(0);
        long columns = table.longInteger(Tag.NUMBER_OF_TABLE_COLUMNS).orElse(0);
        if (rows < 1 || columns < 1) return Optional.empty();
        if (rows > MOST_CELLS || columns > MOST_CELLS || rows * columns > MOST_CELLS) {
            flaws.add(Flaw.of(ContentReason.TOO_MANY, at, RULE, rows, MOST_CELLS));
            return Optional.of(new ContentValue.Table(List.of(), List.of(), List.of()));
        }
        var cells = new ArrayList<List<String>>();
        for (int row = 0; row < rows; row++)
            cells.add(new ArrayList<>(Collections.nCopies((int) columns, "")));
        for (var cell : table.sequence(Tag.CELL_VALUES_SEQUENCE)) fill(cells, cell, at, flaws);
        return Optional.of(
                new ContentValue.Table(
                        headings(
                                table.sequence(Tag.TABLE_ROW_DEFINITION_SEQUENCE),
                                Tag.TABLE_ROW_NUMBER,
                                (int) rows),
                        headings(
                                table.sequence(Tag.TABLE_COLUMN_DEFINITION_SEQUENCE),
                                Tag.TABLE_COLUMN_NUMBER,
                                (int) columns),
                        cells));
    }

    private static List<String> headings(List<DataSet> definitions, Tag number, int count)
            throws DicomFormatException {
        var headings = new ArrayList<>(Collections.nCopies(count, ""));
        for (var definition : definitions) {
            int place = definition.integer(number).orElse(0);
            if (place < 1 || place > count) continue;
            var said = ValueReader.code(definition, Tag.CONCEPT_NAME_CODE_SEQUENCE);
            var unit = ValueReader.code(definition, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
            var text = said.map(c -> c.meaning()).orElse("");
            headings.set(
                    place - 1, unit.map(u -> text + " [" + u.value() + "]").orElse(text).strip());
        }
        return headings;
    }

    private static void fill(
            List<List<String>> cells, DataSet cell, List<Integer> at, List<Flaw> flaws)
            throws DicomFormatException {
        var row = cell.integer(Tag.TABLE_ROW_NUMBER);
        var column = cell.integer(Tag.TABLE_COLUMN_NUMBER);
        var values = values(cell);
        boolean whole = row.isEmpty() || column.isEmpty();
        if (!whole) values = List.of(String.join(", ", values));
        for (int i = 0; i < values.size(); i++) {
            int r = row.orElse(column.isPresent() ? i + 1 : 0) - 1;
            int c = column.orElse(row.isPresent() ? i + 1 : 0) - 1;
            if (r < 0 || c < 0 || r >= cells.size() || c >= cells.get(r).size()) {
                flaws.add(Flaw.of(ContentReason.CELL_OUTSIDE, at, RULE, r + 1, c + 1));
                return;
            }
            cells.get(r).set(c, (cells.get(r).get(c) + " " + values.get(i)).strip());
        }
    }

    private static List<String> values(DataSet cell) throws DicomFormatException {
        var values = new ArrayList<String>();
        for (var element : cell) {
            var tag = element.tag();
            if (PLACE.contains(tag)) continue;
            if (element.value() instanceof Value.Items) {
                for (var code : cell.codes(tag)) values.add(code.meaning());
            } else values.addAll(cell.texts(tag));
        }
        return values;
    }
}
