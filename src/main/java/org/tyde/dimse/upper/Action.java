package org.tyde.dimse.upper;

import static org.tyde.dimse.upper.State.STA1;
import static org.tyde.dimse.upper.State.STA10;
import static org.tyde.dimse.upper.State.STA11;
import static org.tyde.dimse.upper.State.STA12;
import static org.tyde.dimse.upper.State.STA13;
import static org.tyde.dimse.upper.State.STA2;
import static org.tyde.dimse.upper.State.STA3;
import static org.tyde.dimse.upper.State.STA4;
import static org.tyde.dimse.upper.State.STA5;
import static org.tyde.dimse.upper.State.STA6;
import static org.tyde.dimse.upper.State.STA7;
import static org.tyde.dimse.upper.State.STA8;
import static org.tyde.dimse.upper.State.STA9;

/// What the upper layer does in answer to an event (PS3.8 Tables 9-6 to 9-9), and the state it is in then.
enum Action {
    AE_1(STA4),
    AE_2(STA5),
    AE_3(STA6),
    AE_4(STA1),
    AE_5(STA2),
    AE_6(STA3, STA13),
    AE_7(STA6),
    AE_8(STA13),
    DT_1(STA6),
    DT_2(STA6),
    AR_1(STA7),
    AR_2(STA8),
    AR_3(STA1),
    AR_4(STA13),
    AR_5(STA1),
    AR_6(STA7),
    AR_7(STA8),
    AR_8(STA9, STA10),
    AR_9(STA11),
    AR_10(STA12),
    AA_1(STA13),
    AA_2(STA1),
    AA_3(STA1),
    AA_4(STA1),
    AA_5(STA1),
    AA_6(STA13),
    AA_7(STA13),
    AA_8(STA13);

    private final State next;
    private final State otherwise;

    Action(State next) {
        this(next, next);
    }

    Action(State next, State otherwise) {
        this.next = next;
        this.otherwise = otherwise;
    }

    /// @param first AE-6: the request is acceptable to the service provider; AR-8: this side requested the
    ///     association; of no meaning elsewhere
    State next(boolean first) {
        return first ? next : otherwise;
    }

    /// @return the name in the standard, such as `AE-1`
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
