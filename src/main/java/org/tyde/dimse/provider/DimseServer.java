package org.tyde.dimse.provider;

import org.tyde.dimse.upper.AssociationServer;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Offer;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Services behind one port.
public final class DimseServer implements AutoCloseable {
    private final AssociationServer server;

    private DimseServer(AssociationServer server) {
        this.server = server;
    }

    /// @param listening where, and how long it waits
    /// @param titles who may call whom
    /// @param services asked in order; verification is there of itself
    /// @param runner gives each association its thread
    /// @return the running server
    /// @throws Refusal where the port is taken
    public static DimseServer start(
            Listening listening, Titles titles, List<DimseService> services, JobRunner runner)
            throws Refusal {
        var all = new ArrayList<DimseService>(services);
        all.add(new VerificationService());
        var offer = titles.over(Offer.supporting(sopClass -> supports(all, sopClass)));
        return new DimseServer(
                AssociationServer.start(
                        listening,
                        offer,
                        (association, job) ->
                                new Attendance(association, all, listening.limits(), runner)
                                        .attend(job),
                        runner));
    }

    /// Storage may be taken in and given out: both roles then.
    private static Optional<Support> supports(List<DimseService> services, String sopClass) {
        return services.stream()
                .flatMap(s -> s.supports(sopClass).stream())
                .reduce(
                        (one, other) ->
                                new Support(
                                        sopClass,
                                        one.transferSyntaxes(),
                                        one.scu() || other.scu(),
                                        one.scp() || other.scp()));
    }

    /// @return the port it listens on
    public int port() {
        return server.port();
    }

    /// @return associations that are open now
    public int running() {
        return server.running();
    }

    @Override
    public void close() {
        server.close();
    }
}
