package org.tyde.store;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// What the person at the desk may see of a document. Whatever hands documents on, from the cache or from an
/// archive, asks it first.
@FunctionalInterface
public interface Discretion {
    /// All of all.
    Discretion NONE = (document, _) -> Optional.of(document);

    /// The other documents of a study, fetched only when the answer hangs on them.
    @FunctionalInterface
    interface Documents {
        /// @return all of the study's documents that are known, as they are
        /// @throws Refusal they cannot be had
        List<DataSet> all() throws Refusal;
    }

    /// @param document as it is
    /// @param ofStudy the documents of its study
    /// @return the same, or what may be seen of it; empty where nothing may
    /// @throws Refusal the study's documents cannot be had
    Optional<DataSet> seen(DataSet document, Documents ofStudy) throws Refusal;
}
