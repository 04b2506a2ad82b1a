package org.tyde.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// One archive that studies come from.
///
/// @param name for people
/// @param web where it speaks DICOMweb
/// @param dimse where it speaks DIMSE
/// @param tls whom Tyde trusts there, and its own certificate
/// @param retrieve how instances are fetched: the first, where that fails the next
/// @param limits how much is asked at once, and how long Tyde waits
public record ArchiveNode(
        String name,
        Optional<WebAddress> web,
        Optional<DimseAddress> dimse,
        TlsFiles tls,
        List<RetrieveMethod> retrieve,
        NodeLimits limits) {
    /// @throws IllegalArgumentException without a name or an address, or for a retrieve method that is
    ///     named twice or has no address
    public ArchiveNode {
        retrieve = List.copyOf(retrieve);
        if (name.isBlank()) throw new IllegalArgumentException("no name");
        if (web.isEmpty() && dimse.isEmpty())
            throw new IllegalArgumentException("neither dicomWeb nor dimse");
        if (retrieve.isEmpty() || new HashSet<>(retrieve).size() != retrieve.size())
            throw new IllegalArgumentException("retrieve: " + retrieve);
        for (var method : retrieve)
            if (method == RetrieveMethod.WADO_RS ? web.isEmpty() : dimse.isEmpty())
                throw new IllegalArgumentException("no address for " + method);
    }

    /// @param name for people
    /// @param web where it speaks DICOMweb
    /// @param dimse where it speaks DIMSE
    /// @return an archive with the usual limits, all retrieve methods it has an address for, and the
    ///     operating system's trust
    /// @throws IllegalArgumentException as the constructor
    public static ArchiveNode of(
            String name, Optional<WebAddress> web, Optional<DimseAddress> dimse) {
        return new ArchiveNode(
                name,
                web,
                dimse,
                TlsFiles.USUAL,
                usualOrder(web.isPresent(), dimse.isPresent()),
                NodeLimits.USUAL);
    }

    /// @param name for people
    /// @param base address of its DICOMweb services, without a login
    /// @return an archive that speaks DICOMweb only
    /// @throws IllegalArgumentException for an address that is not http or https
    public static ArchiveNode web(String name, URI base) {
        var address = new WebAddress(base, Login.NONE, Optional.empty());
        return of(name, Optional.of(address), Optional.empty());
    }

    /// WADO-RS is the fastest; C-MOVE needs a port of ours that the archive knows.
    static List<RetrieveMethod> usualOrder(boolean web, boolean dimse) {
        var order = new ArrayList<RetrieveMethod>();
        if (web) order.add(RetrieveMethod.WADO_RS);
        if (dimse) order.addAll(List.of(RetrieveMethod.C_GET, RetrieveMethod.C_MOVE));
        return order;
    }
}
