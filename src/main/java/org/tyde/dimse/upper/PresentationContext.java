package org.tyde.dimse.upper;

import java.util.List;

/// A proposed presentation context (PS3.8 9.3.2.2).
///
/// @param id odd, 1 to 255
/// @param abstractSyntax UID, such as a SOP class
/// @param transferSyntaxes UIDs, at least one; the requestor's order of preference
public record PresentationContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    /// @throws IllegalArgumentException for an id that is even or out of range, or no transfer syntax
    public PresentationContext {
        if (!valid(id)) throw new IllegalArgumentException("not a presentation context id: " + id);
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (transferSyntaxes.isEmpty())
            throw new IllegalArgumentException("a presentation context without transfer syntax");
    }

    static boolean valid(int id) {
        return id >= 1 && id <= 255 && id % 2 == 1;
    }
}
