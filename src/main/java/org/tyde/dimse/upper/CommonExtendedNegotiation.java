package org.tyde.dimse.upper;

import java.util.List;

/// Which service class a SOP class belongs to, and which general ones it may be treated as (PS3.7 D.3.3.6). Only the
/// requestor sends it.
///
/// @param sopClass UID
/// @param serviceClass UID
/// @param relatedGeneral UIDs of SOP classes
public record CommonExtendedNegotiation(
        String sopClass, String serviceClass, List<String> relatedGeneral) {
    /// Keeps a copy of the list.
    public CommonExtendedNegotiation {
        relatedGeneral = List.copyOf(relatedGeneral);
    }
}
