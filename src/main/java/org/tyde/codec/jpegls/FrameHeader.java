package org.tyde.codec.jpegls;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// The frame header, SOF55 (T.87 C.2.2).
///
/// @param precision bits of a sample, 2 to 16
/// @param rows 0 where another marker says it
/// @param columns 0 where another marker says it
/// @param components their identifiers in order
record FrameHeader(int precision, int rows, int columns, List<Integer> components) {
    static FrameHeader of(Segment segment) throws Refusal {
        int precision = segment.number(0, 1);
        int count = segment.number(5, 1);
        if (precision < 2 || precision > 16) throw segment.impossible("P", precision, "C.2.2");
        if (count < 1) throw segment.impossible("Nf", count, "C.2.2");
        var components = new ArrayList<Integer>();
        int first = segment.number(7, 1);
        for (int c = 0; c < count; c++) {
            int id = segment.number(6 + 3 * c, 1);
            int sampling = segment.number(7 + 3 * c, 1);
            if (sampling != first)
                throw segment.refuse(
                        JpegLsReason.SUBSAMPLED,
                        "C.2.2",
                        Segment.hex(first, 2) + " " + Segment.hex(sampling, 2));
            if (components.contains(id)) throw segment.impossible("Ci", id, "C.2.2");
            components.add(id);
        }
        return new FrameHeader(
                precision, segment.number(1, 2), segment.number(3, 2), List.copyOf(components));
    }

    FrameHeader sized(int newRows, int newColumns) {
        return new FrameHeader(precision, newRows, newColumns, components);
    }
}
