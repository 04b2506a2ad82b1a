package org.tyde.archive.node;

import org.tyde.dimse.MoveInbox;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Limits;
import org.tyde.dimse.upper.Listening;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.settings.Settings;
import org.tyde.settings.Station;
import org.tyde.store.Cache;
import org.tyde.store.Pins;
import org.tyde.tls.Identity;
import org.tyde.tls.TlsServer;
import org.tyde.work.JobRunner;

import java.util.List;
import java.util.Optional;

/// The port on which archives send what was asked for by C-MOVE, and on which named modalities and
/// colleagues push what they want read.
///
/// @param inbox what comes in there
/// @param server the open port
public record MovePort(MoveInbox inbox, DimseServer server) implements AutoCloseable {
    private static final int MOST = 16;

    /// @param settings that say on which port this workstation receives
    /// @param secrets where the password of its certificate lies
    /// @param cache keeps what is pushed
    /// @param pins keep it from going to make room
    /// @param runner gives each association its thread
    /// @return the open port, empty where the settings name none
    /// @throws Refusal the port is taken, or the certificate cannot be read
    public static Optional<MovePort> open(
            Settings settings, Secrets secrets, Cache cache, Pins pins, JobRunner runner)
            throws Refusal {
        var station = settings.station();
        if (station.port().isEmpty()) return Optional.empty();
        var inbox = new MoveInbox(station.aeTitle(), new Pushed(station.senders(), cache, pins));
        var listening =
                new Listening(
                        station.aeTitle(),
                        "0.0.0.0",
                        station.port().getAsInt(),
                        MOST,
                        Limits.USUAL,
                        tls(station, secrets));
        var server =
                DimseServer.start(
                        listening,
                        Titles.calledAs(station.aeTitle()),
                        List.of(new StorageService(inbox)),
                        runner);
        return Optional.of(new MovePort(inbox, server));
    }

    private static Optional<TlsServer> tls(Station station, Secrets secrets) throws Refusal {
        var files = station.identity();
        if (!station.tls() || files.keyStore().isEmpty()) return Optional.empty();
        var password =
                files.password().isPresent() ? secrets.of(files.password().get()) : new char[0];
        var own = Identity.ofPkcs12(files.keyStore().get(), () -> password);
        return Optional.of(TlsServer.of(own));
    }

    @Override
    public void close() {
        server.close();
    }
}
