package org.tyde.settings;

import java.util.List;
import java.util.OptionalInt;

/// This workstation as others see it on the DICOM network.
///
/// @param aeTitle its Application Entity title, 1 to 16 characters
/// @param port where it receives instances (C-MOVE, pushes of modalities); empty: it does not receive
/// @param tls whether it receives inside TLS only
/// @param identity its certificate, and whom it trusts
/// @param senders AE titles that may send what nobody here asked for: modalities, colleagues; empty: none
public record Station(
        String aeTitle, OptionalInt port, boolean tls, TlsFiles identity, List<String> senders) {
    /// TYDE, receives nothing.
    public static final Station USUAL =
            new Station("TYDE", OptionalInt.empty(), false, TlsFiles.USUAL, List.of());

    /// @throws IllegalArgumentException for a value out of range
    public Station {
        DimseAddress.checkTitle(aeTitle);
        senders = List.copyOf(senders);
        senders.forEach(DimseAddress::checkTitle);
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535))
            throw new IllegalArgumentException("not a port: " + port.getAsInt());
        if (tls && identity.keyStore().isEmpty())
            throw new IllegalArgumentException("receiving inside TLS needs a key store");
    }
}
