package org.tyde.hanging;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.FrameKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Orders the frames of a series: head to feet, right to left, anterior to posterior where they have
/// positions, else by Instance Number.
public final class Stacks {
    /// Frames whose directions differ by less are of one orientation: files round, scanners do not.
    private static final double SAME_ORIENTATION_DEGREES = 1;

    /// Frames nearer than this lie at one place.
    private static final double SAME_PLACE_MM = 0.01;

    /// A step so many times the usual one is a gap.
    private static final double GAP = 1.5;

    private Stacks() {}

    private record Part(HangImage image, FrameKey key, Optional<ImagePlane> plane) {}

    /// A part with its level, mm.
    private record Level(Part part, double mm) {
        static Level of(Part part, Vector3 way) {
            var p = part.plane.orElseThrow().position();
            return new Level(part, new Vector3(p.x(), p.y(), p.z()).dot(way));
        }

        boolean at(Level other) {
            return Math.abs(mm - other.mm) < SAME_PLACE_MM;
        }

        StackFrame frame() {
            return new StackFrame(part.key, part.plane, OptionalDouble.of(mm));
        }
    }

    /// The whole series as one stack.
    ///
    /// @param studyUid of the study
    /// @param series with at least one image
    /// @return its frames in order
    public static ImageStack ofSeries(String studyUid, HangSeries series) {
        var parts = new ArrayList<Part>();
        series.images().stream().sorted(Stacks::byNumber).forEach(i -> parts.addAll(parts(i)));
        return order(series.uid(), studyUid, series, parts);
    }

    /// One image as a stack of its own, its frames as they stand.
    ///
    /// @param studyUid of the study
    /// @param series of the image
    /// @param image one of the series
    /// @return its frames
    public static ImageStack ofImage(String studyUid, HangSeries series, HangImage image) {
        return new ImageStack(
                image.sopInstanceUid(),
                studyUid,
                series.uid(),
                parts(image).stream().map(Stacks::frame).toList(),
                StackOrder.FRAME_NUMBER,
                1,
                Optional.empty(),
                List.of(),
                image.frameOfReference(),
                image.frameMillis());
    }

    /// Sections of a series as one stack, other images each as its own.
    ///
    /// @param studyUid of the study
    /// @param series with or without images
    /// @return its stacks
    public static List<ImageStack> ofPictures(String studyUid, HangSeries series) {
        if (series.sections()) return List.of(ofSeries(studyUid, series));
        return series.images().stream().map(i -> ofImage(studyUid, series, i)).toList();
    }

    private static int byNumber(HangImage a, HangImage b) {
        return Comparator.comparingInt((HangImage i) -> i.number().orElse(Integer.MAX_VALUE))
                .thenComparing(
                        i -> i.acquired().map(Object::toString).orElse(""),
                        Comparator.naturalOrder())
                .compare(a, b);
    }

    private static List<Part> parts(HangImage image) {
        var parts = new ArrayList<Part>();
        for (int f = 1; f <= image.frames(); f++)
            parts.add(
                    new Part(
                            image,
                            new FrameKey(image.sopInstanceUid(), f),
                            image.planes().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(image.planes().get(f - 1))));
        return parts;
    }

    private static ImageStack order(
            String id, String studyUid, HangSeries series, List<Part> parts) {
        var groups = orientations(parts);
        long placed = parts.stream().filter(p -> p.plane().isPresent()).count();
        boolean positioned =
                !groups.isEmpty()
                        && placed * 2 > parts.size()
                        && (groups.size() == 1 || placed == parts.size())
                        && parts.stream().map(p -> p.image().frameOfReference()).distinct().count()
                                == 1
                        && groups.size() * 2 <= Math.max(2, parts.size());
        var millis =
                parts.size() == 1 || series.images().size() > 1
                        ? OptionalDouble.empty()
                        : series.images().getFirst().frameMillis();
        var reference = parts.getFirst().image().frameOfReference();
        if (!positioned) {
            var how =
                    series.images().size() == 1
                            ? StackOrder.FRAME_NUMBER
                            : StackOrder.INSTANCE_NUMBER;
            var frames = parts.stream().map(Stacks::frame).toList();
            return new ImageStack(
                    id,
                    studyUid,
                    series.uid(),
                    frames,
                    how,
                    1,
                    Optional.empty(),
                    List.of(),
                    reference,
                    millis);
        }
        if (groups.size() > 1) {
            var frames = new ArrayList<StackFrame>();
            for (var group : groups) {
                var way = direction(group.getFirst());
                sorted(group, way).forEach(l -> frames.add(frame(l.part)));
            }
            return new ImageStack(
                    id,
                    studyUid,
                    series.uid(),
                    frames,
                    StackOrder.ORIENTATIONS,
                    1,
                    Optional.empty(),
                    List.of(),
                    reference,
                    millis);
        }
        return positioned(id, studyUid, series, parts, reference, millis);
    }

    private static ImageStack positioned(
            String id,
            String studyUid,
            HangSeries series,
            List<Part> parts,
            Optional<String> reference,
            OptionalDouble millis) {
        var placed = parts.stream().filter(p -> p.plane().isPresent()).toList();
        var others = parts.stream().filter(p -> p.plane().isEmpty()).toList();
        var way = direction(placed.getFirst());
        var sorted = sorted(placed, way);
        int phases = others.isEmpty() ? phases(sorted) : 1;
        var frames = new ArrayList<StackFrame>();
        for (int phase = 0; phase < phases; phase++)
            for (int i = phase; i < sorted.size(); i += phases) frames.add(sorted.get(i).frame());
        var flaws = new ArrayList<>(flaws(frames.subList(0, frames.size() / phases)));
        for (var part : others) {
            flaws.add(new StackFlaw.NoPosition(frames.size()));
            frames.add(frame(part));
        }
        return new ImageStack(
                id,
                studyUid,
                series.uid(),
                frames,
                phases > 1 ? StackOrder.PHASES : StackOrder.POSITION,
                phases,
                Optional.of(way),
                flaws,
                reference,
                millis);
    }

    /// Frames of one orientation together, the orientations in the order of their first frames.
    private static List<List<Part>> orientations(List<Part> parts) {
        var groups = new ArrayList<List<Part>>();
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
                                var group = new ArrayList<Part>();
                                groups.add(group);
                                return group;
                            })
                    .add(part);
        }
        return groups;
    }

    private static boolean sameDirections(Part part, ImagePlane plane) {
        var other = part.plane().orElseThrow();
        return other.rowDirection().equals(plane.rowDirection())
                && other.columnDirection().equals(plane.columnDirection());
    }

    private static boolean sameOrientation(Part part, ImagePlane plane) {
        return part.plane()
                .filter(p -> p.sameOrientation(plane, SAME_ORIENTATION_DEGREES))
                .isPresent();
    }

    /// The normal of the plane, pointing the way such planes are read.
    private static Vector3 direction(Part part) {
        var normal = part.plane().orElseThrow().normal();
        var wanted = AnatomicPlane.nearest(normal).readingDirection().vector();
        return normal.dot(wanted) < 0 ? normal.negated() : normal;
    }

    /// Stable: frames at one place stay in the order of their numbers.
    private static List<Level> sorted(List<Part> parts, Vector3 way) {
        return parts.stream()
                .map(p -> Level.of(p, way))
                .sorted(Comparator.comparingLong(l -> Math.round(l.mm / SAME_PLACE_MM)))
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

    private static StackFrame frame(Part part) {
        return new StackFrame(part.key(), part.plane(), OptionalDouble.empty());
    }

    private static List<StackFlaw> flaws(List<StackFrame> frames) {
        var steps = new double[frames.size() - 1];
        for (int i = 0; i < steps.length; i++)
            steps[i] =
                    frames.get(i + 1).level().orElseThrow() - frames.get(i).level().orElseThrow();
        var real = Arrays.stream(steps).filter(s -> s >= SAME_PLACE_MM).sorted().toArray();
        double usual = real.length == 0 ? 0 : real[(real.length - 1) / 2];
        var flaws = new ArrayList<StackFlaw>();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] < SAME_PLACE_MM) flaws.add(new StackFlaw.Duplicate(i + 1));
            if (steps[i] <= GAP * usual) continue;
            int to = i + 1;
            while (to < steps.length && Math.abs(steps[to] - steps[i]) < 0.05 * usual) to++;
            flaws.add(
                    to == i + 1
                            ? new StackFlaw.Gap(i, steps[i], usual)
                            : new StackFlaw.WideSteps(i, to, steps[i], usual));
            i = to - 1;
        }
        return flaws;
    }
}
