package org.tyde.codec.jpegls;

import org.tyde.refusal.Refusal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Mapping tables (T.87 C.2.4.1.2): what a decoded sample stands for.
final class MappingTables {
    /// Entries of more bytes are colours of a palette, which DICOM has elsewhere.
    private static final int WIDEST = 2;

    private final Map<Integer, int[]> tables = new HashMap<>();
    private int widest;

    /// @param segment LSE with ID 2, or 3 to go on with the table
    void add(Segment segment, boolean goesOn) throws Refusal {
        int id = segment.number(1, 1);
        int width = segment.number(2, 1);
        if (id == 0) throw segment.impossible("TID", id, "C.2.4.1.2");
        if (width == 0 || (segment.length() - 3) % width != 0)
            throw segment.impossible("Wt", width, "C.2.4.1.2");
        if (width > WIDEST) throw segment.refuse(JpegLsReason.WIDE_TABLE, "C.2.4.1.2", width);
        var before = goesOn ? tables.get(id) : new int[0];
        if (before == null) throw segment.refuse(JpegLsReason.NO_TABLE, "C.2.4.1.3", id);
        int more = (segment.length() - 3) / width;
        if (before.length + more > 1 << 16) throw segment.impossible("Ll", more, "C.2.4.1.3");
        var table = Arrays.copyOf(before, before.length + more);
        for (int i = 0; i < more; i++)
            table[before.length + i] = segment.number(3 + i * width, width);
        tables.put(id, table);
        widest = Math.max(widest, width);
    }

    /// @return bits of what a sample stands for, at least those it has itself
    int precision(int precision) {
        return Math.max(precision, 8 * widest);
    }

    /// @param id of a table that was defined
    int[] table(Segment scan, int id) throws Refusal {
        var table = tables.get(id);
        if (table == null) throw scan.refuse(JpegLsReason.NO_TABLE, "C.2.3", id);
        return table;
    }

    static void map(int[] table, int[] line, int columns, Segment scan) throws Refusal {
        for (int i = 1; i <= columns; i++) {
            if (line[i] >= table.length)
                throw scan.refuse(JpegLsReason.NOT_IN_TABLE, "C.2.4.1.2", line[i]);
            line[i] = table[line[i]];
        }
    }
}
