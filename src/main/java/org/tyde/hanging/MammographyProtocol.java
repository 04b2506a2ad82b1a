package org.tyde.hanging;

import org.tyde.geometry.EdgeBearings;
import org.tyde.geometry.PatientDirection;
import org.tyde.geometry.Turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Mammograms, by Image Laterality and View Position and nothing else: the right breast on the viewer's
/// left, chest walls together, CC above MLO, all of them and the prior at one scale in mm.
final class MammographyProtocol implements HangingProtocol {
    private static final List<String> VIEWS = List.of("CC", "MLO");

    /// Every placement of this protocol is at this scale.
    private static final Optional<String> ONE_SCALE = Optional.of("MG");

    private record Picture(HangSeries series, HangImage image) {
        Optional<Side> side() {
            return image.projection().side();
        }

        boolean standard(Side side, String view) {
            return side().equals(Optional.of(side))
                    && image.projection().view().equals(view)
                    && !image.projection().modified();
        }

        Unplaced no(String key) {
            return new Unplaced(
                    series.uid(),
                    Optional.of(image.sopInstanceUid()),
                    Because.of(key, Candidates.name(series), image.projection().view()));
        }
    }

    @Override
    public String id() {
        return "MG";
    }

    @Override
    public boolean suits(HangStudy study) {
        return study.has("MG");
    }

    @Override
    public Hang hang(HangInput input) {
        var unplaced = new ArrayList<>(input.current().unreadable());
        var current = pictures(input.current(), unplaced);
        var prior = input.prior().map(p -> pictures(p, new ArrayList<>())).orElse(List.of());
        var notes = new ArrayList<Because>();
        var layout = new ScreenLayout(2, prior.isEmpty() ? 2 : 4);
        var placements = new ArrayList<Placement>();
        var others = new ArrayList<>(current);
        four(input.current(), others, false, placements, notes);
        if (!prior.isEmpty())
            four(input.prior().orElseThrow(), new ArrayList<>(prior), true, placements, notes);
        else notes.add(Because.of("note.no-prior"));
        var stages = new ArrayList<Stage>();
        stages.add(
                new Stage(
                        prior.isEmpty() ? "stage.current" : "stage.with-prior",
                        layout,
                        placements,
                        Stage.Wheel.FRAMES,
                        false,
                        notes));
        if (!prior.isEmpty()) stages.add(alone(input.current(), current));
        if (!others.isEmpty()) stages.add(others(input.current(), others));
        var stacks = new ArrayList<>(Candidates.pictures(input.current()));
        input.prior().ifPresent(p -> stacks.addAll(Candidates.pictures(p)));
        return new Hang(id(), Because.of("protocol.MG"), stages, unplaced, stacks);
    }

    /// What may hang: with a side, made for reading where there is such a one, whole sections last.
    private static List<Picture> pictures(HangStudy study, List<Unplaced> unplaced) {
        var all = new ArrayList<Picture>();
        for (var series : study.series())
            for (var image : series.pictures())
                if (series.modality().equals("MG")) all.add(new Picture(series, image));
                else unplaced.add(new Picture(series, image).no("unplaced.other-modality"));
        boolean presentation =
                all.stream().anyMatch(p -> p.image.projection().intent() == Intent.PRESENTATION);
        var good = new ArrayList<Picture>();
        for (var p : all) {
            if (presentation && p.image.projection().intent() == Intent.PROCESSING)
                unplaced.add(p.no("unplaced.for-processing"));
            else if (p.side().isEmpty()) unplaced.add(p.no("unplaced.no-laterality"));
            else if (p.image.projection().view().isEmpty()) unplaced.add(p.no("unplaced.no-view"));
            else good.add(p);
        }
        good.sort(
                Comparator.comparingInt(
                        p -> p.image.kinds().contains(HangImage.Kind.TOMOSYNTHESIS) ? 1 : 0));
        return good;
    }

    /// Takes the four standard views out of `from`; of several the last acquired one.
    private static void four(
            HangStudy study,
            List<Picture> from,
            boolean prior,
            List<Placement> placements,
            List<Because> notes) {
        for (var view : VIEWS)
            for (var side : Side.values()) {
                var found = from.stream().filter(p -> p.standard(side, view)).toList();
                if (found.isEmpty()) {
                    notes.add(
                            Because.of(
                                    prior ? "note.view-missing-prior" : "note.view-missing",
                                    side.letter(),
                                    view));
                    continue;
                }
                var chosen = last(found);
                from.remove(chosen);
                int column = side.column() + (prior ? 2 : 0);
                var key = prior ? "place.breast-prior" : "place.breast";
                placements.add(
                        place(
                                study,
                                chosen,
                                VIEWS.indexOf(view),
                                column,
                                prior,
                                Because.of(key + "." + side, view)));
            }
    }

    private static Picture last(List<Picture> same) {
        boolean section = same.getFirst().image.kinds().contains(HangImage.Kind.TOMOSYNTHESIS);
        return same.stream()
                .filter(p -> p.image.kinds().contains(HangImage.Kind.TOMOSYNTHESIS) == section)
                .max(
                        Comparator.comparing(
                                        (Picture p) ->
                                                p.image.acquired().map(Object::toString).orElse(""))
                                .thenComparingInt(p -> p.image.number().orElse(0)))
                .orElseThrow();
    }

    private static Stage alone(HangStudy study, List<Picture> current) {
        var placements = new ArrayList<Placement>();
        four(study, new ArrayList<>(current), false, placements, new ArrayList<>());
        return new Stage(
                "stage.current",
                new ScreenLayout(2, 2),
                placements,
                Stage.Wheel.FRAMES,
                false,
                List.of());
    }

    /// The other views, right on the left, two by two.
    private static Stage others(HangStudy study, List<Picture> others) {
        var placements = new ArrayList<Placement>();
        var next = new int[2];
        for (var p : others) {
            var side = p.side().orElseThrow();
            int place = next[side.column()]++;
            placements.add(
                    place(
                                    study,
                                    p,
                                    place % 2,
                                    side.column(),
                                    false,
                                    Because.of(
                                            "place.breast-other." + side,
                                            p.image.projection().view()))
                            .onPage(place / 2));
        }
        return new Stage(
                "stage.other-views",
                new ScreenLayout(2, 2),
                placements,
                Stage.Wheel.FRAMES,
                false,
                List.of());
    }

    /// The chest wall of the right breast lies to the right, that of the left to the left; where the
    /// header does not say how the image lies it stays as stored, and centred.
    private static Placement place(
            HangStudy study, Picture picture, int row, int column, boolean prior, Because because) {
        var projection = picture.image.projection();
        boolean right = projection.side().orElseThrow() == Side.RIGHT;
        var towards = right ? PatientDirection.P : PatientDirection.A;
        var turn =
                EdgeBearings.turnShowing(
                        projection.row(), projection.column(), towards, bottom(projection, right));
        var wall =
                turn.isEmpty()
                        ? Placement.Wall.NONE
                        : right ? Placement.Wall.RIGHT : Placement.Wall.LEFT;
        return new Placement(
                0,
                row,
                column,
                Stacks.ofImage(study.uid(), picture.series, picture.image),
                prior,
                turn.orElse(Turn.NONE),
                wall,
                ONE_SCALE,
                turn.isEmpty() ? Because.of("place.breast-unknown", projection.view()) : because);
    }

    /// In views from above the bottom is the middle of the body, in those from the side the feet.
    private static PatientDirection bottom(Projection projection, boolean right) {
        boolean fromAbove =
                !projection.row().letters().contains(PatientDirection.F)
                        && !projection.column().letters().contains(PatientDirection.F)
                        && !projection.column().letters().contains(PatientDirection.H)
                        && !projection.row().letters().contains(PatientDirection.H);
        if (!fromAbove) return PatientDirection.F;
        return right ? PatientDirection.L : PatientDirection.R;
    }
}
