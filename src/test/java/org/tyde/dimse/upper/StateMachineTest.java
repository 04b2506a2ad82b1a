package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The state machine, cell by cell against the standard's own tables.
class StateMachineTest {
    /// PS3.8 Table 9-10: a row for each event in its order, a column for each state from Sta1 to Sta13.
    private static final String TABLE_9_10 =
            """
            Evt1   AE-1  -     -     -     -     -     -     -     -     -     -     -     -
            Evt2   -     -     -     AE-2  -     -     -     -     -     -     -     -     -
            Evt3   -     AA-1  AA-8  -     AE-3  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt4   -     AA-1  AA-8  -     AE-4  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt5   AE-5  -     -     -     -     -     -     -     -     -     -     -     -
            Evt6   -     AE-6  AA-8  -     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            Evt7   -     -     AE-7  -     -     -     -     -     -     -     -     -     -
            Evt8   -     -     AE-8  -     -     -     -     -     -     -     -     -     -
            Evt9   -     -     -     -     -     DT-1  -     AR-7  -     -     -     -     -
            Evt10  -     AA-1  AA-8  -     AA-8  DT-2  AR-6  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt11  -     -     -     -     -     AR-1  -     -     -     -     -     -     -
            Evt12  -     AA-1  AA-8  -     AA-8  AR-2  AR-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt13  -     AA-1  AA-8  -     AA-8  AA-8  AR-3  AA-8  AA-8  AR-10 AR-3  AA-8  AA-6
            Evt14  -     -     -     -     -     -     -     AR-4  AR-9  -     -     AR-4  -
            Evt15  -     -     AA-1  AA-2  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  -
            Evt16  -     AA-2  AA-3  -     AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-2
            Evt17  -     AA-5  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AR-5
            Evt18  -     AA-2  -     -     -     -     -     -     -     -     -     -     AA-2
            Evt19  -     AA-1  AA-8  -     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            """;

    /// PS3.8 Tables 9-6 to 9-9: the state after each action.
    private static final String TABLES_9_6_TO_9_9 =
            """
            AE-1 Sta4
            AE-2 Sta5
            AE-3 Sta6
            AE-4 Sta1
            AE-5 Sta2
            AE-6 Sta3 Sta13
            AE-7 Sta6
            AE-8 Sta13
            DT-1 Sta6
            DT-2 Sta6
            AR-1 Sta7
            AR-2 Sta8
            AR-3 Sta1
            AR-4 Sta13
            AR-5 Sta1
            AR-6 Sta7
            AR-7 Sta8
            AR-8 Sta9 Sta10
            AR-9 Sta11
            AR-10 Sta12
            AA-1 Sta13
            AA-2 Sta1
            AA-3 Sta1
            AA-4 Sta1
            AA-5 Sta1
            AA-6 Sta13
            AA-7 Sta13
            AA-8 Sta13
            """;

    @Test
    void everyCellIsThatOfTheStandard() {
        var rows = TABLE_9_10.lines().map(l -> List.of(l.split("\\s+"))).toList();
        assertEquals(19, rows.size());
        assertEquals(19, Event.values().length);
        assertEquals(13, State.values().length);
        for (int e = 0; e < 19; e++)
            for (int s = 0; s < 13; s++) {
                var event = List.of(Event.values()).get(e);
                var state = List.of(State.values()).get(s);
                var action = StateMachine.action(event, state).map(Action::toString).orElse("-");
                assertEquals(rows.get(e).get(s + 1), action, event + " in " + state);
            }
    }

    @Test
    void everyActionLeadsWhereTheStandardSays() {
        var rows = TABLES_9_6_TO_9_9.lines().map(l -> List.of(l.split(" "))).toList();
        assertEquals(
                Stream.of(Action.values()).map(Action::toString).toList(),
                rows.stream().map(List::getFirst).toList());
        for (int i = 0; i < rows.size(); i++) {
            var action = List.of(Action.values()).get(i);
            assertEquals(rows.get(i).get(1), action.next(true).toString());
            assertEquals(rows.get(i).getLast(), action.next(false).toString());
        }
    }

    @Test
    void theMachineFollowsTheTableFromEveryState() {
        for (boolean requestor : new boolean[] {true, false})
            for (var way : ways(requestor).entrySet())
                for (var event : Event.values()) {
                    var machine = after(requestor, way.getValue());
                    assertEquals(way.getKey(), machine.state());
                    var action = StateMachine.action(event, way.getKey());
                    assertEquals(action, machine.onIfPossible(event));
                    var next = action.map(a -> a.next(requestor)).orElse(way.getKey());
                    assertEquals(next, machine.state(), event + " in " + way.getKey());
                }
    }

    @Test
    void allStatesAreReachedFromSta1() {
        var reached =
                Stream.of(ways(true), ways(false))
                        .flatMap(w -> w.keySet().stream())
                        .collect(Collectors.toSet());
        assertEquals(List.of(State.values()).size(), reached.size());
    }

    @Test
    void whatCannotHappenIsAProgrammingError() {
        var machine = new StateMachine(true);
        assertThrows(IllegalStateException.class, () -> machine.on(Event.DATA_REQUEST));
        assertTrue(machine.onIfPossible(Event.DATA_REQUEST).isEmpty());
        assertEquals(State.STA1, machine.state());
    }

    /// The events that lead to each state, found by walking.
    private static Map<State, List<Event>> ways(boolean requestor) {
        var ways = new HashMap<State, List<Event>>(Map.of(State.STA1, List.of()));
        var open = new ArrayDeque<>(List.of(State.STA1));
        while (!open.isEmpty()) {
            var state = open.remove();
            for (var event : Event.values()) {
                var before = ways.getOrDefault(state, List.of());
                var machine = after(requestor, before);
                if (machine.onIfPossible(event).isEmpty()) continue;
                var way = Stream.concat(before.stream(), Stream.of(event)).toList();
                if (ways.putIfAbsent(machine.state(), way) == null) open.add(machine.state());
            }
        }
        return ways;
    }

    private static StateMachine after(boolean requestor, List<Event> events) {
        var machine = new StateMachine(requestor);
        events.forEach(machine::on);
        return machine;
    }
}
