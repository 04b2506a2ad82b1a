package org.tyde.evidence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Where the reports of one study stand, told from the documents alone: whose turn it is, what holds, and
/// which documents a person may see. Each workstation comes to the same answer from the same archive.
///
/// @param documents of one study, in whatever order
public record Standing(List<ReportDocument> documents) {
    /// An act that somebody is to do.
    ///
    /// @param what it is
    /// @param on which reports: one, of a consensus at least two
    public record Turn(Awaits what, List<ReportDocument> on) {
        /// @throws IllegalArgumentException on nothing
        public Turn {
            on = List.copyOf(on);
            if (on.isEmpty()) throw new IllegalArgumentException("a turn on no report");
        }

        /// Nobody countersigns, confirms or reads a second time what he has written himself; a consensus may
        /// be signed by one of the readers.
        ///
        /// @param who is at the desk
        /// @return whether the act may be his
        public boolean open(Observer who) {
            return switch (what) {
                case COUNTERSIGNATURE, SECOND_READING, INDEPENDENT_READING ->
                        on.stream().noneMatch(d -> d.author().filter(who::same).isPresent());
                case CONSENSUS -> true;
            };
        }
    }

    /// @throws NullPointerException never a missing list
    public Standing {
        documents = List.copyOf(documents);
    }

    /// @return what somebody is to do, in the order in which the reports were written
    public List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        var readings = readings();
        for (var document : current()) {
            var awaits = document.life().awaits();
            if (awaits.equals(Optional.of(Awaits.COUNTERSIGNATURE))
                    || awaits.equals(Optional.of(Awaits.SECOND_READING)))
                turns.add(new Turn(awaits.get(), List.of(document)));
        }
        if (!readings.isEmpty())
            turns.add(
                    new Turn(unsealed() ? Awaits.CONSENSUS : Awaits.INDEPENDENT_READING, readings));
        return turns;
    }

    /// @param who is at the desk; empty where nobody is entered
    /// @return the documents that may be shown: all but another's reading before both are signed
    public List<ReportDocument> visibleTo(Optional<Observer> who) {
        return documents.stream().filter(d -> !hidden(d, who)).toList();
    }

    /// @param document one of them
    /// @param who is at the desk; empty where nobody is entered
    /// @return whether it is a sealed reading of somebody else
    public boolean hidden(ReportDocument document, Optional<Observer> who) {
        if (!independent(document) || unsealed()) return false;
        return who.isEmpty() || document.author().filter(who.get()::same).isEmpty();
    }

    /// @return the documents that no other one of the study has taken the place of, the oldest first and of
    ///     one moment by their UIDs, the same on every workstation; an addendum takes nobody's place
    public List<ReportDocument> current() {
        var replaced = new HashSet<String>();
        for (var document : documents)
            if (!addendum(document))
                for (var before : document.predecessors()) replaced.add(before.sopUid());
        return documents.stream()
                .filter(d -> !replaced.contains(d.sopUid()))
                .sorted(
                        Comparator.comparing(
                                        (ReportDocument d) -> d.written().orElse(LocalDateTime.MIN))
                                .thenComparing(ReportDocument::sopUid))
                .toList();
    }

    /// @return the independent readings that no consensus has joined yet, a reader's last one each
    public List<ReportDocument> readings() {
        return current().stream().filter(Standing::independent).toList();
    }

    /// @return the reports that hold and none of which follows another, addenda left out; more than one where
    ///     two people have signed without knowing of each other
    public List<ReportDocument> besideEachOther() {
        return current().stream().filter(d -> d.state().holds() && !addendum(d)).toList();
    }

    private boolean unsealed() {
        var readers = new ArrayList<Observer>();
        for (var document : documents) {
            if (!independent(document) || document.author().isEmpty()) continue;
            var author = document.author().get();
            if (readers.stream().noneMatch(author::same)) readers.add(author);
        }
        return readers.size() >= 2;
    }

    private static boolean independent(ReportDocument document) {
        return document.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING));
    }

    private static boolean addendum(ReportDocument document) {
        return document.sections().stream().anyMatch(s -> s.title().same(Concepts.ADDENDUM));
    }
}
