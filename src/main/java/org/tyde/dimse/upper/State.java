package org.tyde.dimse.upper;

/// The states of the upper layer (PS3.8 9.2.1, Tables 9-1 to 9-5).
public enum State {
    /// Idle.
    STA1("Sta1"),
    /// Transport connection open; awaiting A-ASSOCIATE-RQ.
    STA2("Sta2"),
    /// Awaiting the local answer to A-ASSOCIATE-RQ.
    STA3("Sta3"),
    /// Awaiting the transport connection.
    STA4("Sta4"),
    /// Awaiting A-ASSOCIATE-AC or A-ASSOCIATE-RJ.
    STA5("Sta5"),
    /// Association established and ready for data transfer.
    STA6("Sta6"),
    /// Awaiting A-RELEASE-RP.
    STA7("Sta7"),
    /// Awaiting the local answer to A-RELEASE-RQ.
    STA8("Sta8"),
    /// Release collision, requestor: awaiting the local answer.
    STA9("Sta9"),
    /// Release collision, acceptor: awaiting A-RELEASE-RP.
    STA10("Sta10"),
    /// Release collision, requestor: awaiting A-RELEASE-RP.
    STA11("Sta11"),
    /// Release collision, acceptor: awaiting the local answer.
    STA12("Sta12"),
    /// Association over; awaiting the close of the transport connection.
    STA13("Sta13");

    private final String standardName;

    State(String standardName) {
        this.standardName = standardName;
    }

    /// @return the name in the standard, such as `Sta6`
    @Override
    public String toString() {
        return standardName;
    }
}
