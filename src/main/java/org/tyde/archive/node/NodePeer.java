package org.tyde.archive.node;

import org.tyde.dimse.upper.Limits;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.DimseAddress;
import org.tyde.settings.Secrets;
import org.tyde.settings.TlsFiles;
import org.tyde.tls.Identity;
import org.tyde.tls.TlsClient;
import org.tyde.tls.Trust;

import java.util.Optional;

/// A configured archive as a peer to call by DIMSE.
public final class NodePeer {
    private NodePeer() {}

    /// @param node an archive of the settings
    /// @param ownTitle our application entity title
    /// @param secrets where the password of our certificate lies
    /// @return the peer; empty where the archive has no DIMSE address
    /// @throws Refusal where a certificate or its password cannot be read
    public static Optional<Peer> of(ArchiveNode node, String ownTitle, Secrets secrets)
            throws Refusal {
        if (node.dimse().isEmpty()) return Optional.empty();
        DimseAddress address = node.dimse().get();
        var waits = node.limits();
        var limits =
                Limits.USUAL
                        .withConnect(waits.connect())
                        .withNegotiate(waits.answer())
                        .withSilence(waits.stall())
                        .withIdle(waits.answer());
        var peer =
                Peer.of(node.name(), address.host(), address.port(), address.aeTitle(), ownTitle)
                        .withLimits(limits);
        return Optional.of(address.tls() ? peer.withTls(client(node.tls(), secrets)) : peer);
    }

    /// @param files whom to trust, and our own certificate
    /// @param secrets where its password lies
    /// @return our side of TLS
    /// @throws Refusal where one of them cannot be read
    public static TlsClient client(TlsFiles files, Secrets secrets) throws Refusal {
        var trust =
                files.trusted().isPresent() ? Trust.ofPem(files.trusted().get()) : Trust.ofSystem();
        var client = TlsClient.of(trust);
        if (files.keyStore().isEmpty()) return client;
        var password =
                files.password().isPresent() ? secrets.of(files.password().get()) : new char[0];
        return client.withIdentity(Identity.ofPkcs12(files.keyStore().get(), () -> password));
    }
}
