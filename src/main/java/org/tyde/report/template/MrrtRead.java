package org.tyde.report.template;

import org.tyde.refusal.Refusal;

import java.util.List;

/// A template as it was read.
///
/// @param template what it says
/// @param warnings what of the file is not in it, or was mended
public record MrrtRead(Template template, List<Refusal> warnings) {
    /// @throws NullPointerException never a missing part
    public MrrtRead {
        warnings = List.copyOf(warnings);
    }
}
