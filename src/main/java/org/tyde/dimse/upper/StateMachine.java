package org.tyde.dimse.upper;

import static org.tyde.dimse.upper.Action.*;
import static org.tyde.dimse.upper.State.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where one side of an association stands, and the state transition table (PS3.8 9.2, Table 9-10). Thread-safe.
final class StateMachine {
    /// An association is being established, used or released.
    private static final Set<State> LIVING = EnumSet.range(STA6, STA12);

    private static final Map<Event, Map<State, Action>> TABLE = table();

    private final boolean requestor;
    private State state = State.STA1;

    StateMachine(boolean requestor) {
        this.requestor = requestor;
    }

    synchronized State state() {
        return state;
    }

    /// @param event what happened
    /// @return what to do; the state has changed already
    /// @throws IllegalStateException where the event cannot happen now: only the local user can cause such
    Action on(Event event) {
        return on(event, requestor);
    }

    /// @param event A-ASSOCIATE-RQ
    /// @param acceptable to the service provider (AE-6)
    synchronized Action on(Event event, boolean acceptable) {
        var action =
                action(event, state)
                        .orElseThrow(() -> new IllegalStateException(event + " in " + state));
        state = action.next(acceptable);
        return action;
    }

    /// @return what to do; empty, and nothing changes, where the event cannot happen now
    synchronized Optional<Action> onIfPossible(Event event) {
        if (action(event, state).isEmpty()) return Optional.empty();
        return Optional.of(on(event));
    }

    /// @return what to do; empty where the event cannot happen in that state
    static Optional<Action> action(Event event, State state) {
        return Optional.ofNullable(TABLE.getOrDefault(event, Map.of()).get(state));
    }

    private static Map<Event, Map<State, Action>> table() {
        var table = new EnumMap<Event, Map<State, Action>>(Event.class);
        table.put(Event.ASSOCIATE_REQUEST, Map.of(STA1, AE_1));
        table.put(Event.TRANSPORT_CONFIRMED, Map.of(STA4, AE_2));
        table.put(Event.ASSOCIATE_AC, arrival(AA_6, Map.of(STA5, AE_3)));
        table.put(Event.ASSOCIATE_RJ, arrival(AA_6, Map.of(STA5, AE_4)));
        table.put(Event.TRANSPORT_INDICATED, Map.of(STA1, AE_5));
        table.put(Event.ASSOCIATE_RQ, arrival(AA_7, Map.of(STA2, AE_6)));
        table.put(Event.ASSOCIATE_ACCEPTED, Map.of(STA3, AE_7));
        table.put(Event.ASSOCIATE_REJECTED, Map.of(STA3, AE_8));
        table.put(Event.DATA_REQUEST, Map.of(STA6, DT_1, STA8, AR_7));
        table.put(Event.P_DATA_TF, arrival(AA_6, Map.of(STA6, DT_2, STA7, AR_6)));
        table.put(Event.RELEASE_REQUEST, Map.of(STA6, AR_1));
        table.put(Event.RELEASE_RQ, arrival(AA_6, Map.of(STA6, AR_2, STA7, AR_8)));
        table.put(Event.RELEASE_RP, arrival(AA_6, Map.of(STA7, AR_3, STA10, AR_10, STA11, AR_3)));
        table.put(Event.RELEASE_RESPONSE, Map.of(STA8, AR_4, STA9, AR_9, STA12, AR_4));
        table.put(Event.ABORT_REQUEST, living(AA_1, Map.of(STA3, AA_1, STA4, AA_2, STA5, AA_1)));
        table.put(
                Event.ABORT, living(AA_3, Map.of(STA2, AA_2, STA3, AA_3, STA5, AA_3, STA13, AA_2)));
        table.put(
                Event.TRANSPORT_CLOSED,
                living(AA_4, Map.of(STA2, AA_5, STA3, AA_4, STA4, AA_4, STA5, AA_4, STA13, AR_5)));
        table.put(Event.ARTIM_EXPIRED, Map.of(STA2, AA_2, STA13, AA_2));
        table.put(Event.INVALID_PDU, arrival(AA_7, Map.of()));
        return table;
    }

    /// What a PDU leads to that is expected in a few states only.
    private static Map<State, Action> arrival(Action afterTheEnd, Map<State, Action> expected) {
        var row = living(AA_8, Map.of(STA2, AA_1, STA3, AA_8, STA5, AA_8, STA13, afterTheEnd));
        row.putAll(expected);
        return row;
    }

    private static Map<State, Action> living(Action action, Map<State, Action> others) {
        var row = new EnumMap<State, Action>(State.class);
        for (var state : LIVING) row.put(state, action);
        row.putAll(others);
        return row;
    }
}
