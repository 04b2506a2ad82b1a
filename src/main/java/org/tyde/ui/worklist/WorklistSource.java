package org.tyde.ui.worklist;

import org.tyde.archive.StudyQuery;
import org.tyde.refusal.Refusal;
import org.tyde.study.Patient;
import org.tyde.study.PatientTimeline;
import org.tyde.worklist.WorklistRow;

import java.util.List;

/// Where the rows come from. Both calls wait (network, disk): they are made on jobs, never on the
/// JavaFX thread.
public interface WorklistSource {
    /// @param query what is looked for
    /// @return the studies found, in any order
    /// @throws Refusal the archive did not answer, or not with a list
    List<WorklistRow> rows(StudyQuery query) throws Refusal;

    /// @return whether the last rows are only what is on this computer, since no archive answered
    default boolean offline() {
        return false;
    }

    /// @return names of the archives that did not answer while others did: of theirs the last rows have what is
    ///     on this computer
    default List<String> silent() {
        return List.of();
    }

    /// @param patient whose
    /// @return all studies that the archives have of that patient, and those that may be
    /// @throws Refusal the archives did not answer, or not with a list
    PatientTimeline timeline(Patient patient) throws Refusal;
}
