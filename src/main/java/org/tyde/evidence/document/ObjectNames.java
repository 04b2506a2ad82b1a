package org.tyde.evidence.document;

import org.tyde.dicom.SopClass;

import java.util.Optional;

/// What kind of object a SOP class is, as its name in the standard says.
public final class ObjectNames {
    private ObjectNames() {}

    /// @param sopClass SOP Class UID
    /// @return such as `CT`; empty for a class that is not known
    public static Optional<String> of(String sopClass) {
        return SopClass.name(sopClass).map(name -> name.replaceAll("( Image)? Storage.*$", ""));
    }
}
