package org.tyde.archive;

import org.tyde.archive.node.WebLine;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.work.JobRunner;

/// Nodes over a connection and a shelf that a test has made.
final class TestNodes {
    private TestNodes() {}

    static NodeSource web(DicomwebClient client, Shelf shelf, JobRunner runner) {
        return new NodeSource(client.endpoint().name(), new WebLine(client), 4, shelf, runner);
    }
}
