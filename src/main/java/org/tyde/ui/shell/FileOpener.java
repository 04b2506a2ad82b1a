package org.tyde.ui.shell;

import org.tyde.media.Intake;
import org.tyde.work.Job;
import org.tyde.worklist.WorklistRow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Takes in what a person opens.
@FunctionalInterface
public interface FileOpener {
    /// What became of it.
    ///
    /// @param row the first study, as the list has it; empty where nothing was taken
    /// @param result every file
    record Opened(Optional<WorklistRow> row, Intake.Result result) {}

    /// @param paths files, folders or ZIP archives
    /// @return the work; its progress counts bytes
    Job<Opened> open(List<Path> paths);
}
