package org.tyde.dimse.command;

import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

/// The responses of a service provider (PS3.7 9.3, 10.3).
public final class Responses {
    private static final int LONGEST_COMMENT = 64; // LO

    private Responses() {}

    /// @param request what is answered; not a response, not C-CANCEL-RQ
    /// @param status how it stands
    /// @return a builder of the response, which names the request, its SOP class and its instance
    /// @throws Refusal where the request has no Message ID
    public static Command.Builder to(Command request, Status status) throws Refusal {
        var operation = request.operation().response();
        var response =
                Command.of(operation)
                        .text(operation.sopClassTag(), request.sopClass())
                        .number(Tag.MESSAGE_ID_BEING_RESPONDED_TO, request.messageId())
                        .number(Tag.STATUS, status.code());
        return response.text(Tag.AFFECTED_SOP_INSTANCE_UID, request.sopInstance());
    }

    /// @param request what is answered
    /// @param status a warning or a failure
    /// @param comment for people, cut to 64 letters of ASCII
    /// @return the response with Error Comment (0000,0902)
    /// @throws Refusal where the request has no Message ID
    public static Command refusing(Command request, Status status, String comment) throws Refusal {
        var ascii = comment.replaceAll("[^\\x20-\\x7E]|\\\\", "?");
        var cut = ascii.substring(0, Math.min(LONGEST_COMMENT, ascii.length())).strip();
        return to(request, status).text(Tag.ERROR_COMMENT, cut).build();
    }
}
