package org.tyde.archive;

import org.tyde.dicomweb.Endpoint;

import java.nio.file.Path;

/// The contract against Orthanc.
class OrthancTest extends ArchiveContract {
    @Override
    Running start(Path folder) throws Exception {
        var orthanc = OrthancServer.start(folder);
        return new Running(Endpoint.of("Orthanc", orthanc.dicomWeb().toString()), orthanc);
    }
}
