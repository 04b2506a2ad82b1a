package org.tyde.hanging;

import org.tyde.geometry.EdgeBearings;
import org.tyde.geometry.PatientDirection;
import org.tyde.geometry.Turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plain radiographs, one image a viewport, frontal views before lateral ones; the same view of the
/// prior on the right of each.
final class RadiographProtocol implements HangingProtocol {
    private static final Set<String> MODALITIES = Set.of("DX", "CR", "RG", "DR");
    private static final Set<String> FRONTAL = Set.of("PA", "AP");

    private record Picture(HangSeries series, HangImage image) {
        Projection projection() {
            return image.projection();
        }

        boolean frontal() {
            return FRONTAL.contains(projection().view());
        }

        String name() {
            var view = projection().view();
            return view.isEmpty() ? Candidates.name(series) : view;
        }

        boolean like(Picture other) {
            boolean views =
                    projection().view().equals(other.projection().view())
                                    && !projection().view().isEmpty()
                            || frontal() && other.frontal();
            return views && projection().side().equals(other.projection().side());
        }
    }

    @Override
    public String id() {
        return "DX";
    }

    @Override
    public boolean suits(HangStudy study) {
        return study.modality().filter(MODALITIES::contains).isPresent();
    }

    @Override
    public Hang hang(HangInput input) {
        var unplaced = new ArrayList<>(input.current().unreadable());
        var current = pictures(input.current(), unplaced);
        var prior = input.prior().map(p -> pictures(p, new ArrayList<>())).orElse(List.of());
        var stage =
                prior.isEmpty()
                        ? alone(input, current)
                        : beside(input, current, new ArrayList<>(prior));
        var stacks = new ArrayList<>(Candidates.pictures(input.current()));
        input.prior().ifPresent(p -> stacks.addAll(Candidates.pictures(p)));
        return new Hang(id(), Because.of("protocol.DX"), List.of(stage), unplaced, stacks);
    }

    private static List<Picture> pictures(HangStudy study, List<Unplaced> unplaced) {
        var all = new ArrayList<Picture>();
        for (var series : study.series())
            for (var image : series.pictures()) all.add(new Picture(series, image));
        boolean presentation =
                all.stream().anyMatch(p -> p.projection().intent() == Intent.PRESENTATION);
        var good = new ArrayList<Picture>();
        for (var p : all) {
            if (!MODALITIES.contains(p.series.modality()))
                unplaced.add(no(p, "unplaced.other-modality"));
            else if (presentation && p.projection().intent() == Intent.PROCESSING)
                unplaced.add(no(p, "unplaced.for-processing"));
            else good.add(p);
        }
        good.sort(
                Comparator.comparingInt((Picture p) -> p.frontal() ? 0 : 1)
                        .thenComparing(p -> p.image.acquired().map(Object::toString).orElse(""))
                        .thenComparingInt(p -> p.series.number().orElse(Integer.MAX_VALUE))
                        .thenComparingInt(p -> p.image.number().orElse(Integer.MAX_VALUE)));
        return good;
    }

    private static Unplaced no(Picture p, String key) {
        return new Unplaced(
                p.series.uid(),
                Optional.of(p.image.sopInstanceUid()),
                Because.of(key, Candidates.name(p.series), p.projection().view()));
    }

    private static Stage alone(HangInput input, List<Picture> current) {
        var layout =
                current.size() == 3
                        ? new ScreenLayout(1, 3)
                        : ScreenLayout.holding(current.size(), 6);
        var placements = new ArrayList<Placement>();
        for (int i = 0; i < current.size(); i++)
            placements.add(
                    place(
                            input.current(),
                            current.get(i),
                            i / layout.columns(),
                            i % layout.columns(),
                            layout,
                            Because.of("place.view", current.get(i).name())));
        return new Stage(
                "stage.current",
                layout,
                placements,
                Stage.Wheel.PAGES,
                false,
                List.of(Because.of("note.no-prior")));
    }

    private static Stage beside(HangInput input, List<Picture> current, List<Picture> prior) {
        var layout = new ScreenLayout(current.size() > 1 ? 2 : 1, 2);
        var placements = new ArrayList<Placement>();
        var notes = new ArrayList<Because>();
        for (int i = 0; i < current.size(); i++) {
            var one = current.get(i);
            placements.add(
                    place(
                            input.current(),
                            one,
                            i,
                            0,
                            layout,
                            Because.of("place.view", one.name())));
            var match = prior.stream().filter(one::like).findFirst();
            if (match.isEmpty()) {
                notes.add(Because.of("note.no-match", one.name()));
                continue;
            }
            prior.remove(match.get());
            placements.add(
                    prior(
                            place(
                                    input.prior().orElseThrow(),
                                    match.get(),
                                    i,
                                    1,
                                    layout,
                                    Because.of(
                                            "place.prior-match", match.get().name(), one.name()))));
        }
        fillWithTheRest(input, current.size(), prior, layout, placements);
        return new Stage("stage.with-prior", layout, placements, Stage.Wheel.PAGES, false, notes);
    }

    /// Images of the prior that match none of the current study, in the empty places beside them.
    private static void fillWithTheRest(
            HangInput input,
            int current,
            List<Picture> prior,
            ScreenLayout layout,
            List<Placement> placements) {
        for (int i = 0; i < current && !prior.isEmpty(); i++) {
            int row = i % layout.rows();
            int page = i / layout.rows();
            boolean taken =
                    placements.stream()
                            .anyMatch(p -> p.page() == page && p.row() == row && p.column() == 1);
            if (taken) continue;
            var next = prior.removeFirst();
            placements.add(
                    prior(
                            place(
                                    input.prior().orElseThrow(),
                                    next,
                                    i,
                                    1,
                                    layout,
                                    Because.of("place.prior-first", next.name()))));
        }
    }

    private static Placement prior(Placement p) {
        return new Placement(
                p.page(),
                p.row(),
                p.column(),
                p.stack(),
                true,
                p.turn(),
                p.wall(),
                p.scale(),
                p.because());
    }

    private static Placement place(
            HangStudy study, Picture p, int line, int column, ScreenLayout layout, Because why) {
        return Placement.of(
                        line % layout.rows(),
                        column,
                        Stacks.ofImage(study.uid(), p.series, p.image),
                        false,
                        why)
                .with(upright(p))
                .onPage(line / layout.rows());
    }

    /// A frontal view stands head up with the patient's left on the right, where the header says how it
    /// lies; all others stay as stored.
    private static Turn upright(Picture p) {
        if (!p.frontal()) return Turn.NONE;
        return EdgeBearings.turnShowing(
                        p.projection().row(),
                        p.projection().column(),
                        PatientDirection.L,
                        PatientDirection.F)
                .orElse(Turn.NONE);
    }
}
