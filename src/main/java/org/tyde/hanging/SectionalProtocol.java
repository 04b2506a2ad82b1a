package org.tyde.hanging;

import org.tyde.hanging.Candidates.Candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CT, MR and whatever else comes as stacks of sections: the series of the current study, and on the
/// right of them the matching ones of the prior.
final class SectionalProtocol implements HangingProtocol {
    private final String id;
    private final String modality;
    private final int most;
    private final int mostBesidePrior;

    /// @param id also the part of its messages' keys
    /// @param modality for which it is
    /// @param most viewports for the current study alone
    /// @param mostBesidePrior viewports for the current study when a prior hangs beside it
    SectionalProtocol(String id, String modality, int most, int mostBesidePrior) {
        this.id = id;
        this.modality = modality;
        this.most = most;
        this.mostBesidePrior = mostBesidePrior;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean suits(HangStudy study) {
        return study.modality().filter(modality::equals).isPresent();
    }

    /// Sections of one modality lie beside those of another.
    @Override
    public boolean takesPrior(HangStudy prior) {
        return prior.series().stream()
                .flatMap(s -> s.images().stream())
                .anyMatch(i -> !i.planes().isEmpty());
    }

    @Override
    public Hang hang(HangInput input) {
        var unplaced = new ArrayList<>(input.current().unreadable());
        var sorted = Candidates.ofSeries(input.current(), unplaced);
        var current = sorted.hung();
        var stacks = new ArrayList<>(sorted.all());
        var earlier = input.prior().map(p -> Candidates.ofSeries(p, new ArrayList<>()));
        earlier.ifPresent(e -> stacks.addAll(e.all()));
        var prior = earlier.map(Candidates.Sorted::hung).orElse(List.of());
        var stages = new ArrayList<Stage>();
        if (!prior.isEmpty() && !current.isEmpty()) {
            var besides = current.subList(0, Math.min(current.size(), mostBesidePrior));
            stages.add(beside(besides, prior));
        }
        int shown = Math.min(current.size(), most);
        boolean allBeside =
                !stages.isEmpty()
                        && current.stream().allMatch(c -> holds(stages.getFirst(), c.stack()));
        if (!allBeside) stages.add(alone(current.subList(0, shown), input, !prior.isEmpty()));
        for (var one : current)
            if (stages.stream().noneMatch(s -> holds(s, one.stack())))
                unplaced.add(Candidates.no(one.series(), "unplaced.no-room"));
        var because = Because.of("protocol." + id, modality);
        return new Hang(id, because, stages, unplaced, stacks);
    }

    private static boolean holds(Stage stage, ImageStack stack) {
        return stage.placements().stream().anyMatch(p -> p.stack().id().equals(stack.id()));
    }

    private Stage alone(List<Candidate> current, HangInput input, boolean prior) {
        var layout = ScreenLayout.holding(current.size(), most);
        var placements = new ArrayList<Placement>();
        for (int i = 0; i < current.size(); i++)
            placements.add(
                    Placement.of(
                            i / layout.columns(),
                            i % layout.columns(),
                            current.get(i).stack(),
                            false,
                            why(current.get(i), i)));
        var note =
                input.prior().isEmpty()
                        ? "note.no-prior"
                        : prior ? "note.prior-before" : "note.prior-without-images";
        return new Stage(
                "stage.current",
                layout,
                placements,
                Stage.Wheel.FRAMES,
                false,
                List.of(Because.of(note)));
    }

    private static Because why(Candidate one, int index) {
        return Because.of(
                index == 0 ? "place.first-series" : "place.next-series",
                one.name(),
                one.stack().size());
    }

    private record Pair(Candidate current, Optional<Candidate> prior) {}

    /// The left half is the current study, the right half the prior, alike places of both matching. What
    /// matches nothing hangs on the next step, with the whole current study.
    private Stage beside(List<Candidate> current, List<Candidate> prior) {
        var free = new ArrayList<>(prior);
        var pairs = new ArrayList<Pair>();
        var notes = new ArrayList<Because>();
        for (var one : current) {
            var match = match(one, free, pairs.isEmpty());
            match.ifPresent(free::remove);
            if (match.isPresent() || pairs.isEmpty()) pairs.add(new Pair(one, match));
            else notes.add(Because.of("note.no-match-next", one.name()));
        }
        int rows = pairs.size() > 1 ? 2 : 1;
        int half = (pairs.size() + rows - 1) / rows;
        var placements = new ArrayList<Placement>();
        for (int i = 0; i < pairs.size(); i++) {
            var one = pairs.get(i).current;
            int row = i / half;
            int column = i % half;
            placements.add(Placement.of(row, column, one.stack(), false, why(one, i)));
            pairs.get(i).prior.ifPresent(p -> placements.add(besides(one, p, row, column + half)));
        }
        return new Stage(
                "stage.with-prior",
                new ScreenLayout(rows, 2 * half),
                placements,
                Stage.Wheel.FRAMES,
                false,
                notes);
    }

    private static Placement besides(Candidate one, Candidate prior, int row, int column) {
        var because =
                Candidates.likeness(one, prior) < 0
                        ? Because.of("place.prior-first", prior.name())
                        : Because.of("place.prior-match", prior.name(), one.name());
        return Placement.of(row, column, prior.stack(), true, because);
    }

    private static Optional<Candidate> match(
            Candidate one, List<Candidate> prior, boolean whatever) {
        Optional<Candidate> best = Optional.empty();
        int points = whatever ? -2 : -1;
        for (var p : prior) {
            int likeness = Candidates.likeness(one, p);
            if (likeness > points) {
                points = likeness;
                best = Optional.of(p);
            }
        }
        return best;
    }
}
