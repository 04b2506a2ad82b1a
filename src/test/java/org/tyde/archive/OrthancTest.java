package org.tyde.archive;

import java.nio.file.Path;
import org.tyde.dicomweb.Endpoint;

/// The contract against Orthanc.
class OrthancTest extends ArchiveContract {
    @Override
    Running start(Path folder) throws Exception {
        var orthanc = OrthancServer.start(folder);
        return new Running(Endpoint.of("Orthanc", orthanc.dicomWeb().toString()), orthanc);
    }
}
