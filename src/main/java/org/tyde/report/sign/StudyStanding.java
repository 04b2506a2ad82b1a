package org.tyde.report.sign;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportKind;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The reports of a study as the person at the desk may see and go on with them.
///
/// @param reports of the study
/// @param who is at the desk, empty where nobody is entered
/// @param training whether he is in training
/// @param whole whether the archive was asked; false: only what is here is known
/// @param undelivered why what was signed here is not in its archive yet; empty where it is
public record StudyStanding(
        List<StoredReport> reports,
        Optional<Observer> who,
        boolean training,
        boolean whole,
        Optional<Refusal> undelivered) {
    /// @throws NullPointerException never a missing part
    public StudyStanding {
        reports = List.copyOf(reports);
    }

    /// All of them delivered.
    ///
    /// @param reports of the study
    /// @param who is at the desk, empty where nobody is entered
    /// @param training whether he is in training
    /// @param whole whether the archive was asked
    public StudyStanding(
            List<StoredReport> reports, Optional<Observer> who, boolean training, boolean whole) {
        this(reports, who, training, whole, Optional.empty());
    }

    /// @param why what was signed here is not in its archive yet
    /// @return this with it
    public StudyStanding undelivered(Optional<Refusal> why) {
        return new StudyStanding(reports, who, training, whole, why);
    }

    /// @return where the reports stand
    public Standing standing() {
        return StudyReports.standing(reports);
    }

    /// @return the reports that hold and may be shown, the oldest first
    public List<StoredReport> current() {
        var standing = standing();
        return standing.current().stream()
                .filter(d -> !standing.hidden(d, who))
                .flatMap(d -> stored(d).stream())
                .toList();
    }

    /// @return what may be begun, turns first
    public List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        if (who.isEmpty()) return offers;
        if (!training) {
            for (var turn : standing().turns()) {
                var kind = kind(turn.what());
                if (kind.isPresent() && turn.open(who.get()))
                    offers.add(
                            new Offer(
                                    kind.get(),
                                    turn.on().stream().flatMap(d -> stored(d).stream()).toList()));
            }
            signed().ifPresent(
                            s -> {
                                offers.add(new Offer(ReportKind.AMENDMENT, List.of(s)));
                                offers.add(new Offer(ReportKind.ADDENDUM, List.of(s)));
                            });
        }
        own().ifPresent(s -> offers.add(new Offer(ReportKind.REPORT, List.of(s))));
        return offers;
    }

    /// @param kind of what would be written
    /// @return whether and on what it may be begun
    public Optional<Offer> offer(ReportKind kind) {
        return offers().stream().filter(o -> o.kind() == kind).findFirst();
    }

    /// @return the signed report that holds, the latest of several; never an addendum
    public Optional<StoredReport> signed() {
        return current().stream()
                .filter(s -> s.document().state() == DocumentState.SIGNED)
                .filter(
                        s ->
                                s.document().sections().stream()
                                        .noneMatch(p -> p.title().same(Concepts.ADDENDUM)))
                .max(Comparator.comparing(s -> s.document().written().orElse(LocalDateTime.MIN)));
    }

    /// What one has sent to be countersigned can be mended and sent anew.
    private Optional<StoredReport> own() {
        return current().stream()
                .filter(
                        s ->
                                s.document()
                                        .life()
                                        .awaits()
                                        .equals(Optional.of(Awaits.COUNTERSIGNATURE)))
                .filter(s -> s.document().author().filter(who.orElseThrow()::same).isPresent())
                .findFirst();
    }

    private static Optional<ReportKind> kind(Awaits what) {
        return switch (what) {
            case COUNTERSIGNATURE -> Optional.of(ReportKind.COUNTERSIGNATURE);
            case SECOND_READING -> Optional.of(ReportKind.SECOND_READING);
            case CONSENSUS -> Optional.of(ReportKind.CONSENSUS);
            case INDEPENDENT_READING -> Optional.empty();
        };
    }

    private Optional<StoredReport> stored(ReportDocument document) {
        return reports.stream().filter(s -> s.uid().equals(document.sopUid())).findFirst();
    }
}
