package org.tyde.settings;

import java.net.URI;

/// One archive that studies come from.
///
/// @param name for people
/// @param dicomWeb base address of its DICOMweb services
public record ArchiveNode(String name, URI dicomWeb) {
    /// @throws IllegalArgumentException for an address that is not http or https
    public ArchiveNode {
        var scheme = String.valueOf(dicomWeb.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new IllegalArgumentException("not http or https: " + dicomWeb);
    }
}
