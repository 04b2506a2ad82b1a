package org.tyde.dimse.upper;

/// What a service says of a SOP class beyond its roles (PS3.7 D.3.3.5), such as whether C-FIND matches relationally.
public final class ExtendedNegotiation {
    private final String sopClass;
    private final byte[] information;

    /// @param sopClass UID
    /// @param information of the service class (PS3.4)
    public ExtendedNegotiation(String sopClass, byte[] information) {
        this.sopClass = sopClass;
        this.information = information.clone();
    }

    /// @return UID
    public String sopClass() {
        return sopClass;
    }

    /// @return of the service class (PS3.4)
    public byte[] information() {
        return information.clone();
    }
}
