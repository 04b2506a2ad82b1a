package org.tyde.archive;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicomweb.Holdings.StoreFailure;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.FindService;
import org.tyde.dimse.provider.GetService;
import org.tyde.dimse.provider.MoveService;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The embedded archive behind a DIMSE port: verification, storage, find, get and move.
public final class EmbeddedDimse {
    private EmbeddedDimse() {}

    /// @param archive what is given out and added to
    /// @param title its application entity title
    /// @param listening where
    /// @param titles who may call whom
    /// @param destinations of moves, by application entity title
    /// @param runner gives each association its thread
    /// @return the running server
    /// @throws Refusal when the port is taken
    public static DimseServer serve(
            EmbeddedArchive archive,
            String title,
            Listening listening,
            Titles titles,
            Map<String, Peer> destinations,
            JobRunner runner)
            throws Refusal {
        var stock = new EmbeddedStock(archive);
        return DimseServer.start(
                listening,
                titles,
                List.of(
                        new StorageService(new Intake(archive)),
                        new FindService(stock, title),
                        new GetService(stock),
                        new MoveService(stock, destinations, runner)),
                runner);
    }

    /// What is pushed becomes part of the archive.
    private record Intake(EmbeddedArchive archive) implements InstanceSink {
        @Override
        public Status take(Arrival arrival, InputStream partTen) throws IOException {
            try {
                var held = archive.store(partTen, Optional.empty());
                boolean same =
                        held.sopUid().equals(arrival.sopInstance())
                                && held.sopClass().equals(arrival.sopClass());
                return same ? Status.SUCCESS : Status.MISMATCH;
            } catch (StoreFailure failure) {
                if (failure.getCause() instanceof DicomFormatException malformed) throw malformed;
                return new Status(failure.reason());
            }
        }
    }
}
