package org.tyde.settings;

import java.net.URI;
import java.util.Optional;

/// Where an archive speaks DICOMweb (PS3.18).
///
/// @param base of its services, such as `https://archive.example/dicom-web`
/// @param login who asks
/// @param proxy `http://host:port` that requests go through, empty for the system's choice
public record WebAddress(URI base, Login login, Optional<URI> proxy) {
    /// @throws IllegalArgumentException for an address that is not http or https, or a proxy that is not
    ///     http with host and port
    public WebAddress {
        var scheme = String.valueOf(base.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new IllegalArgumentException("not http or https: " + base);
        if (proxy.isPresent()
                && (!"http".equals(proxy.get().getScheme())
                        || proxy.get().getHost() == null
                        || proxy.get().getPort() < 1))
            throw new IllegalArgumentException("not http://host:port: " + proxy.get());
    }
}
