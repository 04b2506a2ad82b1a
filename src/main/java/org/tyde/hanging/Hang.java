package org.tyde.hanging;

import java.util.List;

/// How a study hangs, and why.
///
/// @param protocol the id of the protocol that was chosen
/// @param because why that one
/// @param stages at least one; the first is shown when the case opens
/// @param unplaced what hangs nowhere, and why
/// @param stacks all stacks of both studies, hung or not, for the thumbnails
public record Hang(
        String protocol,
        Because because,
        List<Stage> stages,
        List<Unplaced> unplaced,
        List<ImageStack> stacks) {
    /// @throws IllegalArgumentException when there is no stage
    public Hang {
        stages = List.copyOf(stages);
        unplaced = List.copyOf(unplaced);
        stacks = List.copyOf(stacks);
        if (stages.isEmpty()) throw new IllegalArgumentException("a hanging has a stage");
    }
}
