package org.tyde.archive;

import org.tyde.dicomweb.Endpoint;
import org.tyde.tls.TestAuthority;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.tls.TlsClient;

import java.nio.file.Files;
import java.nio.file.Path;

/// The contract against Orthanc behind nginx, over TLS and HTTP/2.
class NginxTest extends ArchiveContract {
    @Override
    Running start(Path folder) throws Exception {
        var authority = TestAuthority.in(folder, "authority");
        var shown = authority.issue(Wish.of("nginx", "DNS:localhost"));
        var orthanc = OrthancServer.start(folder.resolve("orthanc"));
        var nginx =
                NginxServer.start(
                        Files.createDirectories(folder.resolve("nginx")),
                        orthanc.dicomWeb().getPort(),
                        shown);
        var endpoint =
                Endpoint.of("Orthanc", nginx.address("/dicom-web"))
                        .over(TlsClient.of(authority.trust()));
        return new Running(
                endpoint,
                () -> {
                    nginx.close();
                    orthanc.close();
                });
    }
}
