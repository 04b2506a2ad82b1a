package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.List;

/// One heading of a report and what stands below it.
///
/// @param title CID 7001, or whatever a foreign report used
/// @param text paragraphs parted by `\n`
/// @param images that the text is inferred from
public record DocumentSection(Code title, String text, List<InstanceReference> images) {
    /// @throws NullPointerException never a missing part
    public DocumentSection {
        images = List.copyOf(images);
    }
}
