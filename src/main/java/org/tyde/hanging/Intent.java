package org.tyde.hanging;

/// Presentation Intent Type (0008,0068): what an image was made for.
public enum Intent {
    /// To be read.
    PRESENTATION,
    /// To be processed further; not meant for reading.
    PROCESSING,
    /// The file does not say.
    UNKNOWN
}
