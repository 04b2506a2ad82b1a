package org.tyde.imaging.multiframe;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.multiframe.Playback.Source;
import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads how the frames of an image play. What cannot be read, or cannot be a pace, is passed over for the
/// next that can; the source says which it was.
public final class PlaybackReader {
    /// Shorter, ms, and nobody sees it; longer, and nobody waits for it.
    private static final double SHORTEST = 0.1;

    private static final double LONGEST = 60_000;

    /// Their frames follow each other in time, whatever else they do.
    private static final Set<String> MOVING = Set.of("XA", "RF", "US", "IVUS", "ES", "XC");

    private final DataSet image;
    private final FunctionalGroups groups;
    private final int frames;

    private PlaybackReader(DataSet image, FunctionalGroups groups, int frames) {
        this.image = image;
        this.groups = groups;
        this.frames = frames;
    }

    /// @param image with one or more frames
    /// @param groups its functional groups
    /// @param frames how many frames
    /// @return how they play; empty for one frame, and where the file says nothing that can be
    public static Optional<Playback> of(DataSet image, FunctionalGroups groups, int frames) {
        if (frames < 2) return Optional.empty();
        return new PlaybackReader(image, groups, frames).read();
    }

    private interface Reading<T> {
        T of() throws Refusal;
    }

    private static <T> T tolerant(Reading<T> reading, T otherwise) {
        try {
            return reading.of();
        } catch (Refusal malformed) {
            return otherwise;
        }
    }

    private Optional<Playback> read() {
        var order = new ArrayList<>(Arrays.asList(Source.values()));
        for (var tag : tolerant(() -> image.tags(Tag.FRAME_INCREMENT_POINTER), List.<Tag>of()))
            named(tag).ifPresent(s -> first(order, s));
        boolean sweeps =
                tolerant(
                                        () -> image.integer(Tag.PREFERRED_PLAYBACK_SEQUENCING),
                                        OptionalInt.empty())
                                .orElse(0)
                        == 1;
        int from = trim(Tag.START_TRIM, 1);
        int to = trim(Tag.STOP_TRIM, frames);
        boolean trimmed = from < to;
        for (var source : order) {
            var millis = tolerant(() -> millis(source), List.<Double>of());
            if (usable(millis))
                return Optional.of(
                        new Playback(
                                millis, source, sweeps, trimmed ? from : 1, trimmed ? to : frames));
        }
        return Optional.empty();
    }

    private static Optional<Source> named(Tag tag) {
        if (tag.equals(Tag.FRAME_TIME)) return Optional.of(Source.FRAME_TIME);
        return tag.equals(Tag.FRAME_TIME_VECTOR)
                ? Optional.of(Source.FRAME_TIME_VECTOR)
                : Optional.empty();
    }

    private static void first(List<Source> order, Source source) {
        order.remove(source);
        order.add(1, source);
    }

    private int trim(Tag tag, int otherwise) {
        int frame = tolerant(() -> image.integer(tag), OptionalInt.empty()).orElse(otherwise);
        return frame >= 1 && frame <= frames ? frame : otherwise;
    }

    private static boolean usable(List<Double> millis) {
        if (millis.isEmpty()) return false;
        double mean = millis.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return mean >= SHORTEST
                && mean <= LONGEST
                && millis.stream().allMatch(m -> m >= 0 && m <= LONGEST);
    }

    private List<Double> millis(Source source) throws Refusal {
        return switch (source) {
            case RECOMMENDED_RATE -> perSecond(Tag.RECOMMENDED_DISPLAY_FRAME_RATE);
            case FRAME_TIME_VECTOR -> vector();
            case FRAME_TIME -> each(Tag.FRAME_TIME);
            case ACQUISITION_TIMES -> moving() ? acquisitions() : List.of();
            case CINE_RATE -> perSecond(Tag.CINE_RATE);
            case FRAME_DURATION -> moving() ? each(Tag.ACTUAL_FRAME_DURATION) : List.of();
        };
    }

    private boolean moving() throws Refusal {
        return MOVING.contains(image.textOr(Tag.MODALITY, ""));
    }

    private List<Double> perSecond(Tag tag) throws Refusal {
        double rate = image.decimal(tag).orElse(0);
        return rate > 0 ? List.of(1000 / rate) : List.of();
    }

    private List<Double> each(Tag tag) throws Refusal {
        double millis = image.decimal(tag).orElse(0);
        return millis > 0 ? List.of(millis) : List.of();
    }

    /// The increments towards each frame from the one before; the first is 0 by the standard, or what some
    /// write there: the way back from the last. Without it that takes as long as the others do.
    private List<Double> vector() throws Refusal {
        double[] increments = image.decimals(Tag.FRAME_TIME_VECTOR);
        if (increments.length != frames) return List.of();
        var stands = new ArrayList<Double>();
        double sum = 0;
        for (int i = 1; i < frames; i++) {
            stands.add(increments[i]);
            sum += increments[i];
        }
        stands.add(increments[0] > 0 ? increments[0] : sum / (frames - 1));
        return stands;
    }

    private List<Double> acquisitions() throws Refusal {
        var moments = new ArrayList<LocalDateTime>();
        for (int f = 1; f <= frames; f++) {
            var content = groups.stated(f, Tag.FRAME_CONTENT_SEQUENCE);
            if (content.isEmpty()) return List.of();
            var moment = content.get().dateTime(Tag.FRAME_ACQUISITION_DATE_TIME);
            if (moment.isEmpty()) return List.of();
            moments.add(moment.get());
        }
        var stands = new ArrayList<Double>();
        double sum = 0;
        for (int i = 1; i < frames; i++) {
            double step = Duration.between(moments.get(i - 1), moments.get(i)).toNanos() / 1e6;
            if (step <= 0) return List.of();
            stands.add(step);
            sum += step;
        }
        stands.add(sum / (frames - 1));
        return stands;
    }
}
