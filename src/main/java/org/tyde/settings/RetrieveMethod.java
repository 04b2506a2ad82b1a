package org.tyde.settings;

/// How instances come from an archive.
public enum RetrieveMethod {
    /// DICOMweb retrieve (PS3.18 10.4).
    WADO_RS,
    /// On the same association (PS3.4 C.4.3).
    C_GET,
    /// The archive opens an association to this workstation (PS3.4 C.4.2).
    C_MOVE
}
