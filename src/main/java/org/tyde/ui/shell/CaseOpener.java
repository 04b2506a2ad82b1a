package org.tyde.ui.shell;

import org.tyde.reading.CaseOpening;
import org.tyde.study.Study;

/// Begins to open a study: fetch, hang, priors.
@FunctionalInterface
public interface CaseOpener {
    /// @param study to be read
    /// @param watcher told on the JavaFX thread how it goes
    /// @return the opening, to be closed when the patient is left
    CaseOpening open(Study study, CaseOpening.Watcher watcher);
}
