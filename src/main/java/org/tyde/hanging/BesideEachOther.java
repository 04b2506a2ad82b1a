package org.tyde.hanging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Two studies of different kinds, such as a radiograph and an earlier CT: the current one as it hangs
/// alone, and on the right of it what of the prior there is room for.
final class BesideEachOther {
    private BesideEachOther() {}

    static Hang of(Hang current, Hang prior) {
        var stages = new ArrayList<Stage>();
        var first = current.stages().getFirst();
        var guests = prior.stages().getFirst().page(0);
        if (!guests.isEmpty() && first.layout().columns() < ScreenLayout.MOST)
            stages.add(beside(first, guests));
        stages.addAll(current.stages());
        var stacks = new ArrayList<>(current.stacks());
        stacks.addAll(prior.stacks());
        return new Hang(current.protocol(), current.because(), stages, current.unplaced(), stacks);
    }

    private static Stage beside(Stage current, List<Placement> guests) {
        int columns = current.layout().columns();
        int rows = current.layout().rows();
        int room = Math.min(columns, ScreenLayout.MOST - columns);
        var placements = new ArrayList<>(current.placements());
        guests.stream()
                .sorted(Comparator.comparingInt(Placement::row).thenComparingInt(Placement::column))
                .limit((long) rows * room)
                .forEach(g -> placements.add(guest(g, placements, current, room)));
        int widest = 1 + placements.stream().mapToInt(Placement::column).max().orElse(0);
        return new Stage(
                "stage.with-prior",
                new ScreenLayout(rows, Math.max(columns + 1, widest)),
                placements,
                current.wheel(),
                current.plays(),
                List.of(Because.of("note.other-kind")));
    }

    private static Placement guest(
            Placement guest, List<Placement> taken, Stage current, int room) {
        int columns = current.layout().columns();
        int place = (int) taken.stream().filter(Placement::prior).count();
        return new Placement(
                0,
                place / room,
                columns + place % room,
                guest.stack(),
                true,
                guest.turn(),
                guest.wall(),
                guest.scale().map(s -> s + " prior"),
                Because.of("place.prior-other-kind"));
    }
}
