package org.tyde.codec.j2k.header;

import java.util.List;
import java.util.Optional;

/// The order in which packets follow each other (T.800 B.12.1, Table A.16).
public enum Progression {
    LRCP,
    RLCP,
    RPCL,
    PCRL,
    CPRL;

    /// @param code as in COD and POC
    /// @return the order it stands for
    public static Optional<Progression> of(int code) {
        var all = List.of(values());
        return code < all.size() ? Optional.of(all.get(code)) : Optional.empty();
    }
}
