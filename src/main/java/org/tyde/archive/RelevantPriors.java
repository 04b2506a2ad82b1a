package org.tyde.archive;

import org.tyde.dicom.NameFold;
import org.tyde.refusal.Refusal;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which earlier study to compare with: of the same patient, earlier in date and time, the most recent of
/// the same kind and region; failing that of a related kind and the same region; failing that none.
///
/// @param all every earlier study, the newest first
/// @param apart studies that may be the patient's and are not known to be: never hung, never quoted
/// @param toHang the one that hangs beside the current study unasked
public record RelevantPriors(
        List<Prior> all, List<PatientTimeline.Entry> apart, Optional<Prior> toHang) {
    private static final int MOST = 500;

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
        timeline.joined().stream()
                .filter(c -> earlier(c, current))
                .sorted(Comparator.comparing(RelevantPriors::moment).reversed())
                .forEach(c -> all.add(new Prior(c, relation(current, c))));
        return new RelevantPriors(
                all,
                timeline.apart(),
                first(all, Prior.Relation.SAME_KIND)
                        .or(() -> first(all, Prior.Relation.RELATED_KIND)));
    }

    /// @param study any
    /// @param source asked for studies of the same id, and of the same national identity number
    /// @return studies that may be its priors
    /// @throws Refusal when there is no answer
    public static List<Study> candidates(Study study, StudySource source) throws Refusal {
        var id = study.patient().id().value();
        if (id.isEmpty()) return List.of();
        var all = new ArrayList<>(source.find(StudyQuery.ofPatient(id).page(MOST, 0)));
        var national = study.patient().nationalId();
        if (national.isPresent() && !national.get().digits().equals(id)) {
            var joined = StudyQuery.ofPatient(national.get().digits()).page(MOST, 0);
            all.addAll(source.find(joined));
        }
        return all;
    }

    private static Optional<Prior> first(List<Prior> all, Prior.Relation relation) {
        return all.stream().filter(p -> p.relation() == relation).findFirst();
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

    private static LocalDateTime moment(Study study) {
        return study.date()
                .map(d -> study.time().map(d::atTime).orElse(d.atStartOfDay()))
                .orElse(LocalDateTime.MIN);
    }

    private static Prior.Relation relation(Study current, Study prior) {
        if (!sameRegion(current, prior)) return Prior.Relation.OTHER;
        var mine = kinds(current);
        var theirs = kinds(prior);
        if (mine.stream().anyMatch(theirs::contains)) return Prior.Relation.SAME_KIND;
        boolean related = mine.stream().anyMatch(m -> theirs.stream().anyMatch(m::relatedTo));
        return related ? Prior.Relation.RELATED_KIND : Prior.Relation.OTHER;
    }

    private static Set<ModalityGroup> kinds(Study study) {
        var kinds = new HashSet<ModalityGroup>();
        for (var code : study.modalities()) ModalityGroup.of(code).ifPresent(kinds::add);
        return kinds;
    }

    /// Where neither says a region, the same words count as the same region.
    private static boolean sameRegion(Study one, Study other) {
        var here = regions(one);
        var there = regions(other);
        if (here.isEmpty() && there.isEmpty()) {
            var words = NameFold.fold(one.description()).strip();
            return !words.isEmpty() && words.equals(NameFold.fold(other.description()).strip());
        }
        return here.stream().anyMatch(there::contains);
    }

    private static Set<BodyRegion> regions(Study study) {
        var regions = BodyRegion.of(study.bodyPart().orElse(""), study.description());
        boolean mammography = regions.isEmpty() && kinds(study).contains(ModalityGroup.MAMMOGRAPHY);
        return mammography ? Set.of(BodyRegion.BREAST) : regions;
    }
}
