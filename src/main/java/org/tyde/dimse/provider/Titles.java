package org.tyde.dimse.provider;

import org.tyde.dimse.upper.Offer;

import java.util.Optional;
import java.util.Set;

/// Which application entity titles may meet at a port (PS3.8 7.1.1.3, 7.1.1.4).
///
/// @param called the title callers must use; empty: any
/// @param calling the titles that may call; empty: any
public record Titles(Optional<String> called, Set<String> calling) {
    public static final Titles ANY = new Titles(Optional.empty(), Set.of());

    /// @param called the title callers must use; empty: any
    /// @param calling the titles that may call; empty: any
    public Titles {
        calling = Set.copyOf(calling);
    }

    /// @param title of ours
    /// @return only callers that use it
    public static Titles calledAs(String title) {
        return new Titles(Optional.of(title), Set.of());
    }

    /// @param titles that may call
    /// @return only those
    public Titles from(Set<String> titles) {
        return new Titles(called, titles);
    }

    Offer over(Offer offer) {
        var checked = offer;
        if (called.isPresent()) checked = checked.withCalled(called.get());
        return calling.isEmpty() ? checked : checked.withCalling(calling::contains);
    }
}
