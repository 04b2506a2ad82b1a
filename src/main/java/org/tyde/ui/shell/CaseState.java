package org.tyde.ui.shell;

/// How far the open study is.
public sealed interface CaseState {
    /// No study is open.
    record Nothing() implements CaseState {}

    /// The archive has been asked; no image is here yet.
    record Opening() implements CaseState {}

    /// Images are shown.
    record Open() implements CaseState {}

    /// No image came.
    ///
    /// @param sentence why, for people
    record Failed(String sentence) implements CaseState {}
}
