package org.tyde.prior;

import org.tyde.dicom.NameFold;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which earlier studies to compare with: of the same patient, earlier in date and time, and of the same region
/// by the same kind of examination; failing that of a part of it; failing that by a related kind; failing that
/// none (`docs/priors.md`).
///
/// @param all every earlier study, the most relevant first, among equals the newest
/// @param apart studies that may be the patient's and are not known to be: never hung, never quoted
/// @param toHang the one that hangs beside the current study unasked
public record RelevantPriors(
        List<Prior> all, List<PatientTimeline.Entry> apart, Optional<Prior> toHang) {
    /// By relation, then the newest first.
    private static final Comparator<Prior> BEST_FIRST =
            Comparator.comparing(Prior::relation)
                    .thenComparing(
                            prior -> prior.study().when().orElse(LocalDateTime.MIN),
                            Comparator.reverseOrder());

    /// Keeps its own copy.
    public RelevantPriors {
        all = List.copyOf(all);
        apart = List.copyOf(apart);
    }

    /// @param current the study to be read
    /// @param candidates studies the archives have, also of other patients
    /// @return its priors
    public static RelevantPriors of(Study current, List<Study> candidates) {
        var others = candidates.stream().filter(c -> !c.uid().equals(current.uid())).toList();
        var timeline = PatientTimeline.of(current.patient(), others);
        var all = new ArrayList<Prior>();
        var here = Examined.of(current);
        for (var study : timeline.joined()) {
            if (earlier(study, current)) all.add(relation(current, here, study));
        }
        all.sort(BEST_FIRST);
        return new RelevantPriors(
                all,
                timeline.apart(),
                all.stream().findFirst().filter(p -> p.relation().relevant()));
    }

    /// @param current the study to be read
    /// @param other study of the same patient, of whatever date
    /// @return what it has to do with the current one
    public static Prior relation(Study current, Study other) {
        return relation(current, Examined.of(current), other);
    }

    private static Prior relation(Study current, Examined here, Study other) {
        var comparison = compare(current, here, other);
        return new Prior(other, comparison.relation(), comparison.shared());
    }

    /// On the same day the times must be known, to say which came first.
    private static boolean earlier(Study candidate, Study current) {
        if (candidate.date().isEmpty() || current.date().isEmpty()) return false;
        int days = candidate.date().get().compareTo(current.date().get());
        if (days != 0) return days < 0;
        return candidate.time().isPresent()
                && current.time().isPresent()
                && candidate.time().get().isBefore(current.time().get());
    }

    /// Where neither says what was examined, the same words of the same kind are the same examination.
    private static Comparison compare(Study current, Examined here, Study prior) {
        var there = Examined.of(prior);
        var found = here.with(there);
        boolean sameWords =
                found.relation() == Prior.Relation.NOT_SAID
                        && here.kind().equals(there.kind())
                        && here.parts().isEmpty()
                        && there.parts().isEmpty()
                        && new PartsText(current.description()).saysSomething()
                        && folded(current).equals(folded(prior));
        return sameWords ? new Comparison(Prior.Relation.SAME_KIND, Set.of()) : found;
    }

    private static String folded(Study study) {
        return NameFold.fold(study.description()).strip();
    }
}
