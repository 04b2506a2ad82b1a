package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;

import java.io.InputStream;
import java.util.List;

/// Where a retrieval puts what comes.
interface Shelf {
    /// What became of one.
    ///
    /// @param instance what it is
    /// @param held whether the very same bytes were here before
    record Taken(Instance instance, boolean held) {}

    /// Keeps one instance; it may be shown when this returns. Called from several threads.
    Taken accept(InputStream file) throws Refusal;

    /// What is kept of a study already.
    List<Instance> instances(String studyUid) throws Refusal;
}
