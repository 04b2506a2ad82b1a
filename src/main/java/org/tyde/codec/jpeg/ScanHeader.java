package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// The scan header (T.81 B.2.3).
///
/// @param parts the components of the scan, in order
/// @param first coefficient of a progressive band (Ss); the predictor of a lossless scan
/// @param last coefficient of the band (Se)
/// @param high the bit before (Ah), 0 in a first scan
/// @param low the bit this scan begins at (Al); the point transform of a lossless scan
record ScanHeader(List<Part> parts, int first, int last, int high, int low) {
    private static final String SECTION = "B.2.3";

    /// @param index of the component in the frame
    /// @param dc number of its DC (or lossless) table
    /// @param ac number of its AC table
    record Part(int index, int dc, int ac) {}

    ScanHeader {
        parts = List.copyOf(parts);
    }

    static ScanHeader of(Segment segment, FrameHeader frame) throws Refusal {
        int count = segment.u8();
        if (count < 1 || count > frame.components().size()) throw segment.wrong(SECTION);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int tables = segment.u8();
            int index = index(frame, id);
            int after = parts.isEmpty() ? -1 : parts.getLast().index();
            if (index <= after || tables >> 4 > 3 || (tables & 15) > 3)
                throw segment.wrong(SECTION);
            parts.add(new Part(index, tables >> 4, tables & 15));
        }
        int first = segment.u8();
        int last = segment.u8();
        int bits = segment.u8();
        var scan = new ScanHeader(parts, first, last, bits >> 4, bits & 15);
        if (!scan.legal(frame)) throw segment.wrong(SECTION);
        return scan;
    }

    private static int index(FrameHeader frame, int id) {
        for (int i = 0; i < frame.components().size(); i++)
            if (frame.components().get(i).id() == id) return i;
        return -1;
    }

    /// Sequential scans of real scanners leave the band 0 to 0 where 0 to 63 must stand; it has no other
    /// meaning there and is not looked at.
    private boolean legal(FrameHeader frame) {
        int units = 0;
        for (var part : parts) {
            var c = frame.components().get(part.index());
            units += c.horizontal() * c.vertical();
        }
        if (parts.size() > 1 && units > 10) return false;
        return switch (frame.process()) {
            case 0, 1 -> true;
            case 2 -> progression();
            default -> first >= 1 && first <= 7 && low < frame.precision();
        };
    }

    /// Tables G.1 and G.2: DC alone, or a band of one component; one bit at a time after the first scan.
    private boolean progression() {
        boolean band = first == 0 ? last == 0 : parts.size() == 1 && last >= first && last <= 63;
        return band && low <= 13 && (high == 0 || high == low + 1);
    }
}
