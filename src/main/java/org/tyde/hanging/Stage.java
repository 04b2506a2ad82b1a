package org.tyde.hanging;

import java.util.List;

/// One step of a hanging: what is on the screen together.
///
/// @param name key of its name in this room's messages
/// @param layout the grid
/// @param placements what hangs where; a viewport without one stays empty
/// @param wheel what the wheel turns here
/// @param plays whether a clip starts when its viewport becomes active
/// @param notes what there is to say of the step as a whole, such as a view that is missing
public record Stage(
        String name,
        ScreenLayout layout,
        List<Placement> placements,
        Wheel wheel,
        boolean plays,
        List<Because> notes) {
    /// What a turn of the wheel does.
    public enum Wheel {
        /// One frame on.
        FRAMES,
        /// One page on.
        PAGES
    }

    /// @throws IllegalArgumentException when two share a viewport or one lies outside the grid
    public Stage {
        placements = List.copyOf(placements);
        notes = List.copyOf(notes);
        long different =
                placements.stream()
                        .map(p -> List.of(p.page(), p.row(), p.column()))
                        .distinct()
                        .count();
        if (different != placements.size())
            throw new IllegalArgumentException("two placements in one viewport");
        for (var p : placements)
            if (p.row() >= layout.rows() || p.column() >= layout.columns())
                throw new IllegalArgumentException("outside of " + layout);
    }

    /// @return how many pages, at least 1
    public int pages() {
        return 1 + placements.stream().mapToInt(Placement::page).max().orElse(0);
    }

    /// @param page from 0
    /// @return what hangs on it
    public List<Placement> page(int page) {
        return placements.stream().filter(p -> p.page() == page).toList();
    }
}
