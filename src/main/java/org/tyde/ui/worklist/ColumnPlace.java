package org.tyde.ui.worklist;

import java.util.List;

/// A column of the list as a person has arranged it.
///
/// @param id of the column
/// @param width px at a text of 13 px
public record ColumnPlace(String id, double width) {
    /// Keeps the columns from one start to the next.
    public interface Keeper {
        /// @return the columns from the left; empty the first time
        List<ColumnPlace> columns();

        /// @param columns from the left; may be written later
        void keep(List<ColumnPlace> columns);
    }
}
