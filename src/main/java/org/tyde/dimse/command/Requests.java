package org.tyde.dimse.command;

import org.tyde.dicom.Tag;

/// The requests of a service user (PS3.7 9.3, 10.3).
public final class Requests {
    private Requests() {}

    /// C-ECHO-RQ (PS3.7 9.3.5).
    ///
    /// @param id Message ID
    /// @param sopClass Verification
    /// @return the command
    public static Command echo(int id, String sopClass) {
        return of(Operation.C_ECHO_RQ, id, sopClass).build();
    }

    /// C-FIND-RQ, C-GET-RQ (PS3.7 9.3.2, 9.3.3), with an identifier.
    ///
    /// @param operation one of both
    /// @param id Message ID
    /// @param sopClass the information model
    /// @param urgency of the request
    /// @return the command
    public static Command query(Operation operation, int id, String sopClass, Urgency urgency) {
        return of(operation, id, sopClass)
                .number(Tag.PRIORITY, urgency.code())
                .withDataSet()
                .build();
    }

    /// C-MOVE-RQ (PS3.7 9.3.4), with an identifier.
    ///
    /// @param id Message ID
    /// @param sopClass the information model
    /// @param destination AE title of whom to send to
    /// @param urgency of the request
    /// @return the command
    public static Command move(int id, String sopClass, String destination, Urgency urgency) {
        return of(Operation.C_MOVE_RQ, id, sopClass)
                .number(Tag.PRIORITY, urgency.code())
                .text(Tag.MOVE_DESTINATION, destination)
                .withDataSet()
                .build();
    }

    /// C-STORE-RQ (PS3.7 9.3.1), with the instance.
    ///
    /// @param id Message ID
    /// @param sopClass of the instance
    /// @param sopInstance its UID
    /// @param urgency of the request
    /// @return a builder, for the move that asked for it
    public static Command.Builder store(
            int id, String sopClass, String sopInstance, Urgency urgency) {
        return of(Operation.C_STORE_RQ, id, sopClass)
                .number(Tag.PRIORITY, urgency.code())
                .text(Tag.AFFECTED_SOP_INSTANCE_UID, sopInstance)
                .withDataSet();
    }

    /// C-CANCEL-RQ (PS3.7 9.3.2.3).
    ///
    /// @param id Message ID of the request to stop
    /// @return the command
    public static Command cancel(int id) {
        return Command.of(Operation.C_CANCEL_RQ)
                .number(Tag.MESSAGE_ID_BEING_RESPONDED_TO, id)
                .build();
    }

    /// N-ACTION-RQ (PS3.7 10.3.4), with action information.
    ///
    /// @param id Message ID
    /// @param sopClass requested
    /// @param sopInstance requested
    /// @param action Action Type ID
    /// @return the command
    public static Command action(int id, String sopClass, String sopInstance, int action) {
        return of(Operation.N_ACTION_RQ, id, sopClass)
                .text(Tag.REQUESTED_SOP_INSTANCE_UID, sopInstance)
                .number(Tag.ACTION_TYPE_ID, action)
                .withDataSet()
                .build();
    }

    private static Command.Builder of(Operation operation, int id, String sopClass) {
        return Command.of(operation)
                .text(operation.sopClassTag(), sopClass)
                .number(Tag.MESSAGE_ID, id);
    }
}
