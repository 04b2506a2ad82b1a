package org.tyde.report.sign;

import org.tyde.archive.StudySource;

/// Where signed reports go.
///
/// @param source the archive the study came from
/// @param embedded whether it is the demo archive that comes with Tyde
public record Destination(StudySource source, boolean embedded) {
    /// @return the archive's name
    public String name() {
        return source.name();
    }
}
