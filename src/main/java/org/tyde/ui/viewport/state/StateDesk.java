package org.tyde.ui.viewport.state;

import org.tyde.imaging.FrameSource;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Messages;
import org.tyde.work.JobRunner;

import java.util.Optional;

/// What keeping a presentation state needs of the workstation. Used on the JavaFX thread.
public interface StateDesk {
    /// @return the open case
    Optional<OpenCase> openCase();

    /// @return what keeps presentation states; empty where nothing does
    Optional<StateKeeper> stateKeeper();

    /// @return where headers and frames come from
    FrameSource source();

    /// @return of jobs
    JobRunner runner();

    /// @return the words
    Messages messages();

    /// @param sentence shown to the reader
    void say(String sentence);
}
