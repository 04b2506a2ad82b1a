package org.tyde.report.lesion;

import org.tyde.evidence.FoundBy;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;

import java.util.List;
import java.util.Set;

/// One kind of size of one lesion over time.
///
/// @param lesion as it was called last
/// @param kind what was measured
/// @param cells one for each column of the table
/// @param remarks of the reader on the lesion
/// @param by algorithms or devices that measured it last; empty for a person
public record LesionRow(
        Tracked lesion,
        SizeKind kind,
        List<Cell> cells,
        Set<LesionRemark.Kind> remarks,
        List<FoundBy> by) {
    /// Copies all.
    public LesionRow {
        cells = List.copyOf(cells);
        remarks = Set.copyOf(remarks);
        by = List.copyOf(by);
    }

    /// @return whether the reader adds it up
    public boolean target() {
        return remarks.contains(LesionRemark.Kind.TARGET);
    }

    /// @return whether the reader calls it a lymph node
    public boolean node() {
        return remarks.contains(LesionRemark.Kind.NODE);
    }
}
