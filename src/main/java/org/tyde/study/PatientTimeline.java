package org.tyde.study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What was done to one patient, over all archives: the studies that are surely his or hers, and beside
/// them those that may be.
///
/// @param entries the newest first; a study that is nobody's business here is not among them
public record PatientTimeline(List<Entry> entries) {
    /// Nothing known.
    public static final PatientTimeline EMPTY = new PatientTimeline(List.of());

    /// One study.
    ///
    /// @param study as its archive tells it
    /// @param identity whether it is of the patient; never [Identity.Other]
    public record Entry(Study study, Identity identity) {}

    /// Keeps its own copy.
    public PatientTimeline {
        entries = List.copyOf(entries);
    }

    /// @param patient whose
    /// @param studies of whatever archives, perhaps of other patients; each UID counts once
    /// @return the patient's studies and those that may be
    public static PatientTimeline of(Patient patient, List<Study> studies) {
        var known = new HashMap<Patient, Identity>();
        for (var study : studies)
            known.computeIfAbsent(study.patient(), p -> Identity.of(patient, p));
        follow(patient, known);
        var seen = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        for (var study : studies) {
            var identity = known.getOrDefault(study.patient(), new Identity.Other());
            if (!(identity instanceof Identity.Other) && seen.add(study.uid()))
                entries.add(new Entry(study, identity));
        }
        entries.sort(Comparator.comparing(PatientTimeline::moment).reversed());
        return new PatientTimeline(entries);
    }

    /// A record that is the patient's may itself be linked by its source to one under another number. One
    /// step only, and never against what the patient's own record says.
    private static void follow(Patient patient, Map<Patient, Identity> known) {
        var sure = known.entrySet().stream().filter(e -> e.getValue().joins()).toList();
        for (var between : List.copyOf(sure)) {
            for (var far : known.entrySet()) {
                boolean open =
                        far.getValue() instanceof Identity.PossiblySame
                                || far.getValue() instanceof Identity.Other;
                var link = new Identity.Same(Identity.Ground.LINK);
                if (open
                        && Identity.of(between.getKey(), far.getKey()).equals(link)
                        && IdentityRule.nothingAgainst(patient, far.getKey())) far.setValue(link);
            }
        }
    }

    private static LocalDateTime moment(Entry entry) {
        return entry.study().when().orElse(LocalDateTime.MIN);
    }

    /// @return the studies that are surely the patient's
    public List<Study> joined() {
        return entries.stream().filter(e -> e.identity().joins()).map(Entry::study).toList();
    }

    /// @return those that may be the patient's, and are not treated as if they were
    public List<Entry> apart() {
        return entries.stream().filter(e -> !e.identity().joins()).toList();
    }
}
