package org.tyde.hanging;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.multiframe.Playback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Orders the frames of a series: head to feet, right to left, anterior to posterior where they have
/// positions, else by the dimensions of the file, else by Instance Number. What repeats the positions (time,
/// echo, ...) is a second dimension: its phases follow each other.
public final class Stacks {
    /// Frames whose directions differ by less are of one orientation: files round, scanners do not.
    private static final double SAME_ORIENTATION_DEGREES = 1;

    /// Frames nearer than this lie at one place.
    static final double SAME_PLACE_MM = 0.01;

    private final String id;
    private final String studyUid;
    private final HangSeries series;
    private final List<HangImage> images;
    private final List<StackPart> parts;

    private Stacks(String id, String studyUid, HangSeries series, List<HangImage> images) {
        this.id = id;
        this.studyUid = studyUid;
        this.series = series;
        this.images = images;
        this.parts = images.stream().flatMap(i -> StackPart.of(i).stream()).toList();
    }

    /// A part with its level, mm.
    private record Level(StackPart part, double mm) {
        boolean at(Level other) {
            return Math.abs(mm - other.mm) < SAME_PLACE_MM;
        }

        StackFrame frame() {
            return new StackFrame(part.key(), part.plane(), OptionalDouble.of(mm));
        }
    }

    /// The whole series as one stack.
    ///
    /// @param studyUid of the study
    /// @param series with at least one image
    /// @return its frames in order
    public static ImageStack ofSeries(String studyUid, HangSeries series) {
        var images = series.images().stream().sorted(Stacks::byNumber).toList();
        return new Stacks(series.uid(), studyUid, series, images).ordered();
    }

    /// One image as a stack of its own, with the other parts where it is split over several: by positions or
    /// dimensions where its frames have them, else as they stand.
    ///
    /// @param studyUid of the study
    /// @param series of the image
    /// @param image one of the series
    /// @return its frames
    public static ImageStack ofImage(String studyUid, HangSeries series, HangImage image) {
        var parts = Concatenations.parts(series.images(), image);
        var id = image.concatenation().map(c -> c.uid()).orElse(image.sopInstanceUid());
        return new Stacks(id, studyUid, series, parts).ordered();
    }

    /// Sections of a series as one stack, other images each as its own.
    ///
    /// @param studyUid of the study
    /// @param series with or without images
    /// @return its stacks
    public static List<ImageStack> ofPictures(String studyUid, HangSeries series) {
        if (series.sections()) return List.of(ofSeries(studyUid, series));
        return series.pictures().stream().map(i -> ofImage(studyUid, series, i)).toList();
    }

    private static int byNumber(HangImage a, HangImage b) {
        return Comparator.comparingInt((HangImage i) -> i.number().orElse(Integer.MAX_VALUE))
                .thenComparingInt(i -> i.concatenation().map(c -> c.number()).orElse(0))
                .thenComparing(
                        i -> i.acquired().map(Object::toString).orElse(""),
                        Comparator.naturalOrder())
                .compare(a, b);
    }

    private ImageStack ordered() {
        var groups = orientations();
        long placed = parts.stream().filter(p -> p.plane().isPresent()).count();
        boolean oneSpace =
                parts.stream().map(p -> p.image().frameOfReference()).distinct().count() == 1;
        boolean positioned =
                !groups.isEmpty()
                        && placed * 2 > parts.size()
                        && (groups.size() == 1 || placed == parts.size())
                        && oneSpace
                        && groups.size() * 2 <= Math.max(2, parts.size());
        if (!positioned) return unplaced();
        return groups.size() > 1 ? severalOrientations(groups) : oneOrientation();
    }

    private ImageStack unplaced() {
        if (parts.stream().anyMatch(p -> p.index(true).isEmpty())) {
            var how = images.size() == 1 ? StackOrder.FRAME_NUMBER : StackOrder.INSTANCE_NUMBER;
            return stack(frames(parts), how, List.of());
        }
        var sorted = parts.stream().sorted(StackPart.byIndex(true)).toList();
        return stack(frames(sorted), StackOrder.DIMENSIONS, List.of());
    }

    private ImageStack severalOrientations(List<List<StackPart>> groups) {
        var frames = new ArrayList<StackFrame>();
        for (var group : groups)
            sorted(group, direction(group.getFirst())).forEach(l -> frames.add(l.part.frame()));
        return stack(frames, StackOrder.ORIENTATIONS, List.of());
    }

    private ImageStack oneOrientation() {
        var placed = parts.stream().filter(p -> p.plane().isPresent()).toList();
        var others = parts.stream().filter(p -> p.plane().isEmpty()).toList();
        var way = direction(placed.getFirst());
        var sorted = sorted(placed, way);
        boolean onePlace = sorted.size() > 1 && sorted.getFirst().at(sorted.getLast());
        boolean stepped =
                placed.stream().map(p -> p.index(false)).distinct().count() > 1
                        && placed.stream().noneMatch(p -> p.index(false).isEmpty());
        if (onePlace && others.isEmpty()) return onePlace(sorted, way, stepped);
        int phases = others.isEmpty() ? phases(sorted) : 1;
        if (stepped && !(phases > 1 && sameSteps(sorted, phases))) return withHoles(sorted, others);
        var frames = new ArrayList<StackFrame>();
        for (int phase = 0; phase < phases; phase++)
            for (int i = phase; i < sorted.size(); i += phases) frames.add(sorted.get(i).frame());
        var flaws = new ArrayList<>(StepFlaws.of(frames.subList(0, frames.size() / phases)));
        for (var part : others) {
            flaws.add(new StackFlaw.NoPosition(frames.size()));
            frames.add(part.frame());
        }
        var axis = axis(sorted.subList(0, phases).stream().map(l -> l.part).toList(), stepped);
        return new ImageStack(
                id,
                studyUid,
                series.uid(),
                frames,
                phases > 1 ? StackOrder.PHASES : StackOrder.POSITION,
                phases,
                phases > 1 ? Optional.of(axis) : Optional.empty(),
                Optional.of(way),
                withFlaws(flaws),
                parts.getFirst().image().frameOfReference(),
                playback(frames, phases));
    }

    /// Only one place: what repeats it is what is scrolled through.
    private ImageStack onePlace(List<Level> sorted, Vector3 way, boolean stepped) {
        var frames = new ArrayList<StackFrame>();
        var order = new ArrayList<>(sorted);
        if (stepped) order.sort((a, b) -> StackPart.byIndex(false).compare(a.part, b.part));
        order.forEach(l -> frames.add(l.frame()));
        return new ImageStack(
                id,
                studyUid,
                series.uid(),
                frames,
                stepped ? StackOrder.DIMENSIONS : StackOrder.PHASES,
                1,
                Optional.empty(),
                Optional.of(way),
                withFlaws(List.of()),
                parts.getFirst().image().frameOfReference(),
                playback(frames, 1));
    }

    /// The same steps at every place.
    private static boolean sameSteps(List<Level> sorted, int phases) {
        for (int i = phases; i < sorted.size(); i++)
            if (!sorted.get(i).part.index(false).equals(sorted.get(i - phases).part.index(false)))
                return false;
        return sorted.subList(0, phases).stream().map(l -> l.part.index(false)).distinct().count()
                == phases;
    }

    /// Step by step, each head to feet; no step can be told to lie over another.
    private ImageStack withHoles(List<Level> sorted, List<StackPart> others) {
        var order = new ArrayList<>(sorted);
        order.sort((a, b) -> StackPart.byIndex(false).compare(a.part, b.part));
        var frames = new ArrayList<StackFrame>();
        order.forEach(l -> frames.add(l.part.frame()));
        others.forEach(p -> frames.add(p.frame()));
        var first = sorted.getFirst().part;
        return stack(
                frames,
                StackOrder.DIMENSIONS,
                List.of(new StackFlaw.GridWithHoles(first.name(first.steps()))));
    }

    private ImageStack stack(List<StackFrame> frames, StackOrder order, List<StackFlaw> flaws) {
        return new ImageStack(
                id,
                studyUid,
                series.uid(),
                frames,
                order,
                1,
                Optional.empty(),
                Optional.empty(),
                withFlaws(flaws),
                parts.getFirst().image().frameOfReference(),
                playback(frames, 1));
    }

    private List<StackFlaw> withFlaws(List<StackFlaw> found) {
        var all = new ArrayList<>(Concatenations.flaws(images));
        all.addAll(found);
        if (images.stream().anyMatch(i -> i.dimensions().flawed()))
            all.add(new StackFlaw.NoDimensions());
        return all;
    }

    private static List<StackFrame> frames(List<StackPart> parts) {
        return parts.stream().map(StackPart::frame).toList();
    }

    /// What changes from phase to phase at one place.
    private static StackAxis axis(List<StackPart> phases, boolean stepped) {
        if (!stepped || phases.isEmpty())
            return new StackAxis("", phases.stream().map(_ -> "").toList());
        var first = phases.getFirst();
        var changing =
                first.steps().stream()
                        .filter(
                                d ->
                                        phases.stream()
                                                        .map(p -> p.index(true).get(d))
                                                        .distinct()
                                                        .count()
                                                > 1)
                        .toList();
        return new StackAxis(
                first.name(changing), phases.stream().map(p -> p.value(changing)).toList());
    }

    /// An even pace holds for whatever plays; a pace of its own for each frame only where they play as they
    /// stand in the file.
    private Optional<Playback> playback(List<StackFrame> frames, int phases) {
        var pace = images.getFirst().playback();
        int playing = phases > 1 ? phases : frames.size();
        if (pace.isEmpty() || playing < 2) return Optional.empty();
        var said = pace.get();
        boolean asTheyStand =
                images.size() == 1
                        && phases == 1
                        && IntStream.range(0, frames.size())
                                .allMatch(i -> frames.get(i).key().frame() == i + 1);
        if (asTheyStand) return pace;
        if (said.millis().size() > 1) return Optional.empty();
        return Optional.of(new Playback(said.millis(), said.source(), said.sweeps(), 1, playing));
    }

    /// Frames of one orientation together, the orientations in the order of their first frames.
    private List<List<StackPart>> orientations() {
        var groups = new ArrayList<List<StackPart>>();
        for (var part : parts) {
            if (part.plane().isEmpty()) continue;
            var plane = part.plane().get();
            if (!groups.isEmpty() && sameDirections(groups.getLast().getFirst(), plane)) {
                groups.getLast().add(part);
                continue;
            }
            groups.stream()
                    .filter(g -> sameOrientation(g.getFirst(), plane))
                    .findFirst()
                    .orElseGet(
                            () -> {
                                var group = new ArrayList<StackPart>();
                                groups.add(group);
                                return group;
                            })
                    .add(part);
        }
        return groups;
    }

    private static boolean sameDirections(StackPart part, ImagePlane plane) {
        var other = part.plane().orElseThrow();
        return other.rowDirection().equals(plane.rowDirection())
                && other.columnDirection().equals(plane.columnDirection());
    }

    private static boolean sameOrientation(StackPart part, ImagePlane plane) {
        return part.plane()
                .filter(p -> p.sameOrientation(plane, SAME_ORIENTATION_DEGREES))
                .isPresent();
    }

    /// The normal of the plane, pointing the way such planes are read.
    private static Vector3 direction(StackPart part) {
        var normal = part.plane().orElseThrow().normal();
        var wanted = AnatomicPlane.nearest(normal).readingDirection().vector();
        return normal.dot(wanted) < 0 ? normal.negated() : normal;
    }

    /// Stable: frames at one place stay in the order of their numbers.
    private static List<Level> sorted(List<StackPart> parts, Vector3 way) {
        return parts.stream()
                .map(p -> new Level(p, p.level(way)))
                .sorted(
                        Comparator.comparingLong((Level l) -> Math.round(l.mm / SAME_PLACE_MM))
                                .thenComparing(l -> l.part, StackPart.byIndex(false)))
                .toList();
    }

    /// How often each place comes, when each comes equally often; else 1.
    private static int phases(List<Level> sorted) {
        int often = 0;
        int run = 1;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i < sorted.size() && sorted.get(i).at(sorted.get(i - 1))) {
                run++;
                continue;
            }
            if (often != 0 && often != run) return 1;
            often = run;
            run = 1;
        }
        return often;
    }
}
