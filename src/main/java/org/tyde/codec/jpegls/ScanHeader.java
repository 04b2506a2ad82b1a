package org.tyde.codec.jpegls;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// The scan header, SOS (T.87 C.2.3).
///
/// @param components which of the frame's components it holds, zero-based, in order
/// @param tables the mapping table of each, 0 for none
/// @param near the greatest error of a sample
/// @param interleave how components alternate
/// @param pointTransform bits that were shifted out before coding
record ScanHeader(
        List<Integer> components,
        List<Integer> tables,
        int near,
        Interleave interleave,
        int pointTransform) {
    /// ILV: how the components of a scan alternate.
    enum Interleave {
        NONE,
        LINE,
        SAMPLE
    }

    /// A sample-interleaved scan holds at most four components (T.81 B.2.3).
    private static final int MOST = 4;

    static ScanHeader of(Segment segment, FrameHeader frame) throws Refusal {
        int count = segment.number(0, 1);
        if (count < 1 || count > Math.min(MOST, frame.components().size()))
            throw segment.impossible("Ns", count, "C.2.3");
        var components = new ArrayList<Integer>();
        var tables = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            int id = segment.number(1 + 2 * i, 1);
            int index = frame.components().indexOf(id);
            if (index < 0 || components.contains(index))
                throw segment.impossible("Csj", id, "C.2.3");
            components.add(index);
            tables.add(segment.number(2 + 2 * i, 1));
        }
        int near = segment.number(1 + 2 * count, 1);
        int interleave = segment.number(2 + 2 * count, 1);
        int shifts = segment.number(3 + 2 * count, 1);
        if (interleave >= Interleave.values().length || interleave == 0 && count > 1)
            throw segment.impossible("ILV", interleave, "C.2.3");
        if (shifts >> 4 != 0 || (shifts & 15) >= frame.precision())
            throw segment.impossible("Al", shifts, "C.2.3");
        return new ScanHeader(
                List.copyOf(components),
                List.copyOf(tables),
                near,
                Interleave.values()[interleave],
                shifts & 15);
    }
}
