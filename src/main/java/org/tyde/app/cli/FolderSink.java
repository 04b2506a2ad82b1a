package org.tyde.app.cli;

import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes what comes into a folder, each as `UID.dcm`: UIDs that reach a sink are digits and dots.
record FolderSink(Path folder) implements InstanceSink {
    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        var part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(partTen, part);
            var file = folder.resolve(arrival.sopInstance() + ".dcm");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            System.out.println(file);
            return Status.SUCCESS;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
