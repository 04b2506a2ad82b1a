package org.tyde.archive;

/// What a study is fetched for; earlier ones are fetched first.
public enum FetchPriority {
    /// It is being read: nothing else is fetched from the same archive meanwhile.
    OPEN,
    /// It is compared with the study that is being read.
    PRIOR,
    /// It is likely to be read next.
    NEXT,
    /// It may be read later.
    BACKGROUND
}
