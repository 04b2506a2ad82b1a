package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// How the blocks of a scan follow each other (T.81 A.2): MCU by MCU, each with all its units; in a scan of one
/// component each block is an MCU.
///
/// @param wide MCUs in a line of them
/// @param high lines of MCUs
/// @param restartInterval MCUs between restarts; more than there are where there is none
/// @param units of one MCU, in order
record ScanLayout(int wide, int high, int restartInterval, List<Unit> units) {
    /// One block of an MCU.
    ///
    /// @param component index in the frame
    /// @param x of the block in its MCU
    /// @param y of the block in its MCU
    /// @param stepX blocks from MCU to MCU
    /// @param stepY blocks from line to line of MCUs
    /// @param dc its DC code
    /// @param ac its AC code
    record Unit(
            int component,
            int x,
            int y,
            int stepX,
            int stepY,
            CoefficientCode dc,
            CoefficientCode ac) {}

    ScanLayout {
        units = List.copyOf(units);
    }

    static ScanLayout of(FrameHeader frame, ScanHeader scan, Tables tables) throws Refusal {
        int restart = tables.restartInterval();
        if (restart == 0) restart = -1;
        var units = new ArrayList<Unit>();
        boolean alone = scan.parts().size() == 1;
        for (var part : scan.parts()) {
            var c = frame.components().get(part.index());
            // a progressive scan has use for one kind of table only
            boolean usesDc = frame.process() != 2 || scan.first() == 0 && scan.high() == 0;
            boolean usesAc = frame.process() != 2 || scan.first() > 0;
            var dc = usesDc ? tables.dc(part.dc()) : CoefficientCode.NONE;
            var ac = usesAc ? tables.ac(part.ac()) : CoefficientCode.NONE;
            int h = alone ? 1 : c.horizontal();
            int v = alone ? 1 : c.vertical();
            for (int y = 0; y < v; y++)
                for (int x = 0; x < h; x++) units.add(new Unit(part.index(), x, y, h, v, dc, ac));
        }
        if (alone) {
            var c = frame.components().get(scan.parts().getFirst().index());
            int wide = FrameHeader.ceil(frame.width(c), 8);
            int high = FrameHeader.ceil(frame.height(c), 8);
            return new ScanLayout(wide, high, restart, units);
        }
        int wide = FrameHeader.ceil(frame.columns(), 8 * frame.mostHorizontal());
        int high = FrameHeader.ceil(frame.lines(), 8 * frame.mostVertical());
        return new ScanLayout(wide, high, restart, units);
    }
}
