package org.tyde.reading;

import org.tyde.dicom.Code;
import org.tyde.study.Laterality;

import java.util.Optional;

/// What a measurement measures, as it is followed from study to study (PS3.16 TID 1501).
///
/// @param uid Tracking Unique Identifier (112040, DCM), the same in every study
/// @param identifier Tracking Identifier (112039, DCM): what people call it, never blank
/// @param finding what it is (121071, DCM), as an earlier document says it
/// @param site where in the body it is (363698007, SCT), as an earlier document says it
/// @param side of the site
public record Tracked(
        String uid,
        String identifier,
        Optional<Code> finding,
        Optional<Code> site,
        Optional<Laterality> side) {
    /// @throws IllegalArgumentException without identifier or UID, or with a side of no site
    public Tracked {
        if (uid.isBlank() || identifier.isBlank())
            throw new IllegalArgumentException("what cannot be followed");
        if (side.isPresent() && site.isEmpty())
            throw new IllegalArgumentException("a side of no site");
    }

    /// Nothing is known of what and where it is.
    ///
    /// @param uid Tracking Unique Identifier
    /// @param identifier what people call it
    public Tracked(String uid, String identifier) {
        this(uid, identifier, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param next what people call it from now on
    /// @return the same thing, called so
    public Tracked called(String next) {
        return new Tracked(uid, next, finding, site, side);
    }
}
