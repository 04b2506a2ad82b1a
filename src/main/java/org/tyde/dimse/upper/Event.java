package org.tyde.dimse.upper;

/// What may happen to the upper layer (PS3.8 Table 9-10, its first column, in its order).
enum Event {
    ASSOCIATE_REQUEST,
    TRANSPORT_CONFIRMED,
    ASSOCIATE_AC,
    ASSOCIATE_RJ,
    TRANSPORT_INDICATED,
    ASSOCIATE_RQ,
    ASSOCIATE_ACCEPTED,
    ASSOCIATE_REJECTED,
    DATA_REQUEST,
    P_DATA_TF,
    RELEASE_REQUEST,
    RELEASE_RQ,
    RELEASE_RP,
    RELEASE_RESPONSE,
    ABORT_REQUEST,
    ABORT,
    TRANSPORT_CLOSED,
    ARTIM_EXPIRED,
    INVALID_PDU;

    /// @return the event that the arrival of a PDU is
    static Event of(Pdu pdu) {
        return switch (pdu) {
            case Pdu.AssociateRq _ -> ASSOCIATE_RQ;
            case Pdu.AssociateAc _ -> ASSOCIATE_AC;
            case Pdu.AssociateRj _ -> ASSOCIATE_RJ;
            case Pdu.PDataTf _ -> P_DATA_TF;
            case Pdu.ReleaseRq _ -> RELEASE_RQ;
            case Pdu.ReleaseRp _ -> RELEASE_RP;
            case Pdu.Abort _ -> ABORT;
        };
    }
}
