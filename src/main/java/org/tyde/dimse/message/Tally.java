package org.tyde.dimse.message;

import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Command;

import java.util.OptionalInt;

/// Counts of sub-operations, as a C-MOVE or C-GET response tells them (PS3.4 C.4.2.1.6).
///
/// @param remaining still to come; empty where the other does not say
/// @param completed that went well
/// @param failed that did not
/// @param warned that went well with a warning
public record Tally(OptionalInt remaining, int completed, int failed, int warned) {
    public static final Tally NONE = new Tally(OptionalInt.empty(), 0, 0, 0);

    /// @param response a C-MOVE-RSP or C-GET-RSP
    /// @return what it tells; nought for what it does not
    public static Tally of(Command response) {
        return new Tally(
                response.number(Tag.NUMBER_OF_REMAINING_SUBOPERATIONS),
                response.number(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS).orElse(0),
                response.number(Tag.NUMBER_OF_FAILED_SUBOPERATIONS).orElse(0),
                response.number(Tag.NUMBER_OF_WARNING_SUBOPERATIONS).orElse(0));
    }

    /// @param into a response to be sent
    /// @return the same, with these counts
    public Command.Builder tell(Command.Builder into) {
        remaining.ifPresent(n -> into.number(Tag.NUMBER_OF_REMAINING_SUBOPERATIONS, capped(n)));
        return into.number(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS, capped(completed))
                .number(Tag.NUMBER_OF_FAILED_SUBOPERATIONS, capped(failed))
                .number(Tag.NUMBER_OF_WARNING_SUBOPERATIONS, capped(warned));
    }

    /// A US ends at 65,535.
    private static int capped(int count) {
        return Math.min(count, 0xFFFF);
    }

    /// @return sub-operations that have ended
    public int done() {
        return completed + failed + warned;
    }

    /// @return all of them, where the other says
    public OptionalInt total() {
        return remaining.isPresent()
                ? OptionalInt.of(remaining.getAsInt() + done())
                : OptionalInt.empty();
    }
}
