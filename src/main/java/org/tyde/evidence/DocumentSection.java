package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.List;

/// One heading of a report and what stands below it.
///
/// @param title CID 7001, or whatever a foreign report used
/// @param text paragraphs parted by `\n`
/// @param images that the text is inferred from
/// @param screening what it says in codes beside the text
public record DocumentSection(
        Code title, String text, List<InstanceReference> images, List<ScreeningFinding> screening) {
    /// @throws NullPointerException never a missing part
    public DocumentSection {
        images = List.copyOf(images);
        screening = List.copyOf(screening);
    }

    /// Without codes.
    ///
    /// @param title CID 7001, or whatever a foreign report used
    /// @param text paragraphs parted by `\n`
    /// @param images that the text is inferred from
    public DocumentSection(Code title, String text, List<InstanceReference> images) {
        this(title, text, images, List.of());
    }
}
