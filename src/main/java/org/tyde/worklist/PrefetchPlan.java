package org.tyde.worklist;

import org.tyde.study.RequestPriority;
import org.tyde.study.Study;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What of a list is fetched before it is read: each study and then its relevant priors, the most urgent and then
/// the earliest appointment first, as far as the disk reaches. Where the disk does not hold all of it, or the
/// line does not bring it in time, every study comes before any prior.
///
/// @param steps what is fetched, in this order
/// @param readiness of each study of the list by its UID, before the first byte has come
public record PrefetchPlan(List<Step> steps, Map<String, Readiness> readiness) {
    private static final long MEGABYTE = 1_000_000;

    /// A case of the list.
    ///
    /// @param study to be read
    /// @param missing bytes of it that are not here
    /// @param held instances of it that are here
    /// @param appointment when it is read or the patient comes; empty where not told
    /// @param priors relevant ones, the most relevant first
    public record Wanted(
            Study study,
            long missing,
            int held,
            Optional<LocalDateTime> appointment,
            List<Candidate> priors) {
        /// Keeps its own copy.
        public Wanted {
            priors = List.copyOf(priors);
        }
    }

    /// A prior that would be fetched.
    ///
    /// @param study earlier one
    /// @param missing bytes of it that are not here
    public record Candidate(Study study, long missing) {}

    /// What there is to plan with.
    ///
    /// @param disk bytes that the cache may still take
    /// @param bytesPerSecond as measured, empty where nothing has come yet
    /// @param within how long until it should be here
    /// @param down the archive that does not answer, when none does
    public record Means(
            long disk, OptionalDouble bytesPerSecond, Duration within, Optional<String> down) {}

    /// One study to be fetched.
    ///
    /// @param study which
    /// @param forCase Study Instance UID of the case that it is for; its own where it is read itself
    /// @param bytes that are to come
    public record Step(Study study, String forCase, long bytes) {
        /// @return whether it is fetched as a prior
        public boolean prior() {
            return !study.uid().equals(forCase);
        }
    }

    /// Keeps its own copies.
    public PrefetchPlan {
        steps = List.copyOf(steps);
        readiness = Map.copyOf(readiness);
    }

    /// @param list cases in any order
    /// @param means to do it with
    /// @return what to do
    public static PrefetchPlan of(List<Wanted> list, Means means) {
        var cases = list.stream().sorted(ORDER).toList();
        long all = 0;
        for (var step : steps(cases, true)) all += step.bytes();
        boolean scarce = all > means.disk() || !inTime(all, means);
        var steps = new ArrayList<Step>();
        var readiness = new HashMap<String, Readiness>();
        long left = means.disk();
        long before = 0;
        for (var step : steps(cases, !scarce)) {
            boolean fits = step.bytes() <= left;
            if (fits && step.bytes() > 0) {
                steps.add(step);
                left -= step.bytes();
                before += step.bytes();
            }
            if (!step.prior())
                readiness.put(
                        step.study().uid(),
                        fits
                                ? waiting(before, means)
                                : new Readiness.NoRoom(lacking(step.bytes(), left)));
        }
        for (var one : cases) {
            var here = Readiness.of(one.held(), one.study().instanceCount());
            boolean said = readiness.get(one.study().uid()) instanceof Readiness.NoRoom;
            if (here.ready() || one.held() > 0 && !said) readiness.put(one.study().uid(), here);
            else if (means.down().isPresent())
                readiness.put(one.study().uid(), new Readiness.ArchiveDown(means.down().get()));
        }
        return new PrefetchPlan(means.down().isPresent() ? List.of() : steps, readiness);
    }

    private static long lacking(long bytes, long left) {
        return Math.max(1, (bytes - left + MEGABYTE - 1) / MEGABYTE);
    }

    private static Readiness waiting(long bytes, Means means) {
        var seconds =
                means.bytesPerSecond().isPresent() && means.bytesPerSecond().getAsDouble() > 0
                        ? Optional.of(
                                Duration.ofSeconds(
                                        Math.round(bytes / means.bytesPerSecond().getAsDouble())))
                        : Optional.<Duration>empty();
        return new Readiness.Waiting(seconds);
    }

    private static boolean inTime(long bytes, Means means) {
        return means.bytesPerSecond().isEmpty()
                || bytes <= means.bytesPerSecond().getAsDouble() * means.within().toSeconds();
    }

    /// Case by case, or all studies before all priors; each study once.
    private static List<Step> steps(List<Wanted> cases, boolean caseByCase) {
        var studies = new ArrayList<Step>();
        var priors = new ArrayList<Step>();
        var both = new ArrayList<Step>();
        Set<String> seen = new HashSet<>();
        for (var one : cases) seen.add(one.study().uid());
        for (var one : cases) {
            var own = new Step(one.study(), one.study().uid(), one.missing());
            studies.add(own);
            both.add(own);
            for (var prior : one.priors()) {
                if (!seen.add(prior.study().uid())) continue;
                var step = new Step(prior.study(), one.study().uid(), prior.missing());
                priors.add(step);
                both.add(step);
            }
        }
        if (caseByCase) return both;
        studies.addAll(priors);
        return studies;
    }

    private static final Comparator<Wanted> ORDER =
            Comparator.comparingInt(PrefetchPlan::urgency)
                    .thenComparing(w -> w.appointment().orElse(LocalDateTime.MAX))
                    .thenComparing(w -> w.study().when().orElse(LocalDateTime.MAX))
                    .thenComparing(w -> w.study().uid());

    private static int urgency(Wanted wanted) {
        return switch (wanted.study().priority().orElse(RequestPriority.ROUTINE)) {
            case STAT -> 0;
            case HIGH -> 1;
            case ROUTINE, MEDIUM -> 2;
            case LOW -> 3;
        };
    }
}
