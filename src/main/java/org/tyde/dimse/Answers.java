package org.tyde.dimse;

import org.tyde.dicom.DataSet;

import java.util.List;

/// What a C-FIND brought.
///
/// @param found the answers wanted, in the order they came
/// @param more whether there were more than wanted
/// @param someKeysIgnored whether the other matched on fewer keys than asked (status FF01)
/// @param unreadable answers that were malformed and are left out
public record Answers(List<DataSet> found, boolean more, boolean someKeysIgnored, int unreadable) {
    /// @param found copied
    public Answers {
        found = List.copyOf(found);
    }
}
