package org.tyde.ui.viewport.state;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Where presentation states go that readers make.
public interface StateKeeper {
    /// @return who reads, where that is known
    Optional<PersonName> creator();

    /// Durable when it returns; waits for the disk.
    ///
    /// @param state a presentation state
    /// @throws Refusal when it cannot be kept
    void keep(DataSet state) throws Refusal;
}
