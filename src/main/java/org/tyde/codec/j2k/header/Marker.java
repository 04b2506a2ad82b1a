package org.tyde.codec.j2k.header;

import java.util.Optional;

/// The markers of a codestream (T.800 Table A.2, T.814 Table A.1); of Part 2 (T.801) only those that
/// change samples, to refuse them by name.
public enum Marker {
    SOC(0xFF4F),
    CAP(0xFF50),
    SIZ(0xFF51),
    COD(0xFF52),
    COC(0xFF53),
    TLM(0xFF55),
    PRF(0xFF56),
    PLM(0xFF57),
    PLT(0xFF58),
    CPF(0xFF59),
    QCD(0xFF5C),
    QCC(0xFF5D),
    RGN(0xFF5E),
    POC(0xFF5F),
    PPM(0xFF60),
    PPT(0xFF61),
    CRG(0xFF63),
    COM(0xFF64),
    DCO(0xFF70),
    VMS(0xFF71),
    DFS(0xFF72),
    ADS(0xFF73),
    MCT(0xFF74),
    MCC(0xFF75),
    NLT(0xFF76),
    MCO(0xFF77),
    CBD(0xFF78),
    ATK(0xFF79),
    SOT(0xFF90),
    SOP(0xFF91),
    EPH(0xFF92),
    SOD(0xFF93),
    EOC(0xFFD9);

    private final int code;

    Marker(int code) {
        this.code = code;
    }

    /// @return its two bytes
    public int code() {
        return code;
    }

    /// @return whether it is defined by T.801 and not understood here
    public boolean partTwo() {
        return code >= DCO.code && code <= ATK.code;
    }

    /// @param code two bytes
    /// @return the marker they are, if it is known
    public static Optional<Marker> of(int code) {
        for (var one : values()) if (one.code == code) return Optional.of(one);
        return Optional.empty();
    }
}
