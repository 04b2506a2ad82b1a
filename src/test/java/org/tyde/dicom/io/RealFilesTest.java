package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.SharedData;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every file that another toolkit reads is read with the same elements and the same patient's name.
class RealFilesTest {
    record Row(Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    @Test
    void everyFileAnotherToolkitReadsIsReadWithTheSameElementsAndName() throws IOException {
        var folder = SharedData.require("data");
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (var row : rows(folder.resolve("expected.csv"))) {
            if (row.get("dcmtk_parse").equals("fail")) continue;
            seen++;
            compare(folder.resolve(row.get("path")), row, wrong);
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 0);
    }

    @Test
    void whatIsReadAndWrittenAgainIsTheSame() throws IOException {
        var folder = SharedData.require("data");
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (var row : rows(folder.resolve("expected.csv"))) {
            if (row.get("dcmtk_parse").equals("fail")) continue;
            var read = DicomReader.read(folder.resolve(row.get("path")));
            var set = read.dataSet();
            boolean whole =
                    set.text(Tag.SOP_CLASS_UID).isPresent()
                            && set.text(Tag.SOP_INSTANCE_UID).isPresent();
            if (!whole || read.warnings().size() > 0) continue;
            seen++;
            var again = DicomReader.read(DicomWriter.toBytes(set, read.transferSyntax()));
            if (!same(set, again.dataSet())) wrong.add(row.get("path"));
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 400, seen + " files");
    }

    private static boolean same(DataSet first, DataSet second) throws IOException {
        var elements = new ArrayList<Element>();
        second.forEach(elements::add);
        int next = 0;
        for (var element : first) {
            if (element.tag().element() == 0) continue; // group lengths are not written
            if (next >= elements.size()) return false;
            var other = elements.get(next++);
            if (!other.tag().equals(element.tag()) || other.vr() != element.vr()) return false;
            if (!same(element.value(), other.value())) return false;
        }
        return next == elements.size();
    }

    private static boolean same(Value first, Value second) throws IOException {
        if (first instanceof Value.Items a && second instanceof Value.Items b) {
            if (a.items().size() != b.items().size()) return false;
            for (int i = 0; i < a.items().size(); i++)
                if (!same(a.items().get(i), b.items().get(i))) return false;
            return true;
        }
        if (first instanceof Value.Fragments a && second instanceof Value.Fragments b) {
            if (a.data().size() != b.data().size()) return false;
            for (int i = 0; i < a.data().size(); i++)
                if (!same(a.data().get(i), b.data().get(i))) return false;
            return same(a.offsetTable(), b.offsetTable());
        }
        return same(bulk(first), bulk(second));
    }

    private static BulkData bulk(Value value) {
        return switch (value) {
            case Value.Bytes bytes -> bytes.data();
            case Value.Bulk bulk -> bulk.data();
            case Value.Items _, Value.Fragments _ -> BulkData.of(new byte[1]);
        };
    }

    /// The same bytes, but for one that makes the length even.
    private static boolean same(BulkData first, BulkData second) throws IOException {
        var bytes = first.all();
        return Arrays.equals(bytes, Arrays.copyOf(second.all(), bytes.length))
                && second.length() - bytes.length <= bytes.length % 2;
    }

    private static void compare(Path file, Row row, List<String> wrong) {
        try {
            var read = DicomReader.read(file);
            check(wrong, row, "meta", row.get("dcmtk_meta_elements"), "" + read.meta().size());
            var elements = read.dataSet().size();
            check(wrong, row, "elements", row.get("dcmtk_top_level_elements"), "" + elements);
            if (!row.get("patient_name_check").isEmpty())
                check(wrong, row, "name", row.get("patient_name_utf8"), name(read.dataSet()));
            var header = DicomReader.readHeader(file);
            check(wrong, row, "header", name(read.dataSet()), name(header.dataSet()));
        } catch (IOException refused) {
            wrong.add(row.get("path") + ": " + refused.getMessage());
        }
    }

    private static void check(List<String> wrong, Row row, String what, String wanted, String got) {
        if (!wanted.equals(got))
            wrong.add(row.get("path") + ": " + what + " " + wanted + ", got " + got);
    }

    private static String name(DataSet set) throws DicomFormatException {
        // empty groups at the end say nothing (PS3.5 6.2.1); other toolkits cut them off
        return set.textOr(Tag.PATIENT_NAME, "").replaceAll("=+$", "");
    }

    static List<Row> rows(Path csv) throws IOException {
        var lines = Files.readAllLines(csv);
        var heads = cells(lines.getFirst());
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            var row = new HashMap<String, String>();
            for (int i = 0; i < heads.size(); i++) row.put(heads.get(i), cells.get(i));
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }
}
