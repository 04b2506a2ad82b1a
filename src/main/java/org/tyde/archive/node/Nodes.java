package org.tyde.archive.node;

import org.tyde.access.SignIns;
import org.tyde.archive.ArchiveReason;
import org.tyde.archive.Line;
import org.tyde.archive.NodeSource;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.Endpoint;
import org.tyde.dimse.MoveInbox;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.RetrieveMethod;
import org.tyde.settings.Secrets;
import org.tyde.settings.WebAddress;
import org.tyde.store.Cache;
import org.tyde.tls.TlsClient;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.Optional;

/// Makes nodes of what the settings say of archives.
///
/// @param ownTitle our application entity title
/// @param inbox behind our storage port, empty where there is none
/// @param secrets where passwords and tokens lie
/// @param signIns what archives are shown of who asks
/// @param cache where retrievals put what comes
/// @param runner waits for all of it
public record Nodes(
        String ownTitle,
        Optional<MoveInbox> inbox,
        Secrets secrets,
        SignIns signIns,
        Cache cache,
        JobRunner runner) {
    private static final int PARALLEL = 4;

    /// @param endpoint where its DICOMweb services are
    /// @param cache where retrievals put what comes
    /// @param runner waits for it
    /// @return an archive that speaks DICOMweb only, to be closed
    public static NodeSource web(Endpoint endpoint, Cache cache, JobRunner runner) {
        var line = new WebLine(new DicomwebClient(endpoint, runner));
        return new NodeSource(endpoint.name(), line, PARALLEL, cache, runner);
    }

    /// @param node of the settings
    /// @return a connection to it, to be closed; it refuses where an address, a certificate or a secret
    ///     cannot be used
    public NodeSource open(ArchiveNode node) {
        var line = new LateLine(() -> line(node));
        return new NodeSource(node.name(), line, node.limits().parallel(), cache, runner);
    }

    private Line line(ArchiveNode node) throws Refusal {
        var peer = NodePeer.of(node, ownTitle, secrets);
        var web = Optional.<Line>empty();
        if (node.web().isPresent())
            web =
                    Optional.of(
                            new WebLine(
                                    new DicomwebClient(endpoint(node, secrets, signIns), runner)));
        var lines = new ArrayList<Line>();
        var ways = new ArrayList<WireOrder.Way>();
        for (var method : node.retrieve()) {
            var line = line(method, web, peer);
            if (line.isEmpty()) continue;
            ways.add(new WireOrder.Way(method, line.get().wire()));
            if (!lines.contains(line.get())) lines.add(line.get());
        }
        if (ways.isEmpty()) throw new Refusal(ArchiveReason.NO_PORT_FOR_MOVES, node.name());
        // an address that nothing is fetched from is still asked where the others fail
        web.filter(w -> !lines.contains(w)).ifPresent(lines::add);
        return new NodeLine(lines, new WireOrder(node.name(), ways));
    }

    private Optional<Line> line(RetrieveMethod method, Optional<Line> web, Optional<Peer> peer) {
        return switch (method) {
            case WADO_RS -> web;
            case C_GET -> peer.map(p -> DimseLine.getting(p, runner));
            case C_MOVE -> peer.flatMap(p -> inbox.map(i -> DimseLine.moving(p, i, runner)));
        };
    }

    /// @param node with a DICOMweb address
    /// @param secrets where the password of our certificate lies
    /// @param signIns what it is shown of who asks
    /// @return where and how it is asked
    /// @throws Refusal an address, a certificate or a secret cannot be used
    public static Endpoint endpoint(ArchiveNode node, Secrets secrets, SignIns signIns)
            throws Refusal {
        WebAddress address = node.web().orElseThrow();
        var waits = node.limits();
        var endpoint =
                Endpoint.of(node.name(), address.base().toString())
                        .patient(waits.connect(), waits.answer(), waits.stall());
        var tls = Optional.<TlsClient>empty();
        if (address.base().getScheme().equals("https"))
            tls = Optional.of(NodePeer.client(node.tls(), secrets));
        if (tls.isPresent()) endpoint = endpoint.over(tls.get());
        if (address.proxy().isPresent())
            endpoint =
                    endpoint.through(
                            address.proxy().get().getHost(), address.proxy().get().getPort());
        return endpoint.with(signIns.of(address, tls));
    }
}
