package org.tyde.dimse.command;

import org.tyde.dicom.Tag;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a message is, by Command Field (0000,0100) (PS3.7 E.1).
public enum Operation {
    C_STORE_RQ(0x0001),
    C_STORE_RSP(0x8001),
    C_GET_RQ(0x0010),
    C_GET_RSP(0x8010),
    C_FIND_RQ(0x0020),
    C_FIND_RSP(0x8020),
    C_MOVE_RQ(0x0021),
    C_MOVE_RSP(0x8021),
    C_ECHO_RQ(0x0030),
    C_ECHO_RSP(0x8030),
    N_EVENT_REPORT_RQ(0x0100),
    N_EVENT_REPORT_RSP(0x8100),
    N_GET_RQ(0x0110),
    N_GET_RSP(0x8110),
    N_SET_RQ(0x0120),
    N_SET_RSP(0x8120),
    N_ACTION_RQ(0x0130),
    N_ACTION_RSP(0x8130),
    N_CREATE_RQ(0x0140),
    N_CREATE_RSP(0x8140),
    N_DELETE_RQ(0x0150),
    N_DELETE_RSP(0x8150),
    C_CANCEL_RQ(0x0FFF);

    private static final int RESPONSE = 0x8000;
    private static final Map<Integer, Operation> BY_CODE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(o -> o.code, Function.identity()));

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    /// @return its Command Field
    public int code() {
        return code;
    }

    /// @param code Command Field
    /// @return the message of that code
    public static Optional<Operation> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// @return whether it answers another
    public boolean isResponse() {
        return (code & RESPONSE) != 0;
    }

    /// @return what answers it
    /// @throws IllegalStateException for a response, and for C-CANCEL-RQ, which nothing answers
    public Operation response() {
        if (isResponse() || this == C_CANCEL_RQ) throw new IllegalStateException(name());
        return BY_CODE.getOrDefault(code | RESPONSE, this);
    }

    /// @return as the standard writes it: `C-STORE-RQ`
    public String title() {
        return name().replace('_', '-');
    }

    /// @return what names the SOP class in it: of the N-services' requests but two, the requested one
    ///     (PS3.7 10.3)
    public Tag sopClassTag() {
        return switch (this) {
            case N_GET_RQ, N_SET_RQ, N_ACTION_RQ, N_DELETE_RQ -> Tag.REQUESTED_SOP_CLASS_UID;
            case C_STORE_RQ,
                    C_STORE_RSP,
                    C_GET_RQ,
                    C_GET_RSP,
                    C_FIND_RQ,
                    C_FIND_RSP,
                    C_MOVE_RQ,
                    C_MOVE_RSP,
                    C_ECHO_RQ,
                    C_ECHO_RSP,
                    C_CANCEL_RQ,
                    N_EVENT_REPORT_RQ,
                    N_EVENT_REPORT_RSP,
                    N_GET_RSP,
                    N_SET_RSP,
                    N_ACTION_RSP,
                    N_CREATE_RQ,
                    N_CREATE_RSP,
                    N_DELETE_RSP ->
                    Tag.AFFECTED_SOP_CLASS_UID;
        };
    }
}
