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
        var current = Candidates.ofSeries(input.current(), unplaced);
        var prior =
                input.prior().map(p -> Candidates.ofSeries(p, new ArrayList<>())).orElse(List.of());
        int shown = Math.min(current.size(), prior.isEmpty() ? most : mostBesidePrior);
        for (var left : current.subList(shown, current.size()))
            unplaced.add(Candidates.no(left.series(), "unplaced.no-room"));
        var hung = current.subList(0, shown);
        var stage = prior.isEmpty() ? alone(hung, input) : beside(hung, prior);
        var stacks = new ArrayList<>(Candidates.stacks(input.current(), false));
        input.prior().ifPresent(p -> stacks.addAll(Candidates.stacks(p, false)));
        var because = Because.of("protocol." + id, modality);
        return new Hang(id, because, List.of(stage), unplaced, stacks);
    }

    private Stage alone(List<Candidate> current, HangInput input) {
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
        var note = input.prior().isEmpty() ? "note.no-prior" : "note.prior-without-images";
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

    /// The left half is the current study, the right half the prior, alike places of both matching.
    private Stage beside(List<Candidate> current, List<Candidate> prior) {
        int rows = current.size() > 1 ? 2 : 1;
        int half = Math.max(1, (current.size() + rows - 1) / rows);
        var layout = new ScreenLayout(rows, 2 * half);
        var free = new ArrayList<>(prior);
        var placements = new ArrayList<Placement>();
        var notes = new ArrayList<Because>();
        for (int i = 0; i < current.size(); i++) {
            var one = current.get(i);
            int row = i / half;
            int column = i % half;
            placements.add(Placement.of(row, column, one.stack(), false, why(one, i)));
            var match = match(one, free, i == 0);
            if (match.isEmpty()) {
                notes.add(Because.of("note.no-match", one.name()));
                continue;
            }
            free.remove(match.get());
            var because =
                    Candidates.likeness(one, match.get()) < 0
                            ? Because.of("place.prior-first", match.get().name())
                            : Because.of("place.prior-match", match.get().name(), one.name());
            placements.add(Placement.of(row, column + half, match.get().stack(), true, because));
        }
        return new Stage("stage.with-prior", layout, placements, Stage.Wheel.FRAMES, false, notes);
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
