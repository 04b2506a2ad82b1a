package org.tyde.ui.viewport;

/// A document of a study of the open case, as it stands beside the pictures of its series.
///
/// @param studyUid of its study
/// @param name what it is
/// @param about how final it is and whose
/// @param open shows it
public record StudyPaper(String studyUid, String name, String about, Runnable open) {}
