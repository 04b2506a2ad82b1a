package org.tyde.archive;

import org.tyde.prior.Prior.Relation;
import org.tyde.study.Laterality;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// How an earlier examination compares with the one to be read.
///
/// @param relation how
/// @param shared parts of the body that both show, the smaller of two that lie within each other
public record Comparison(Relation relation, Set<BodyPart> shared) {
    /// Keeps its own copy.
    public Comparison {
        shared = Set.copyOf(shared);
    }

    static Comparison of(Examined current, Examined prior) {
        if (current.kind().isEmpty() || prior.kind().isEmpty())
            return new Comparison(Relation.NOT_COMPARED, Set.of());
        if (current.parts().isEmpty() || prior.parts().isEmpty())
            return new Comparison(Relation.NOT_SAID, Set.of());
        var kind = current.kind().get();
        var priorKind = prior.kind().get();
        boolean same = kind == priorKind;
        boolean opposite = opposite(current.side(), prior.side());
        var overlapping = EnumSet.noneOf(BodyPart.class);
        var otherSide = EnumSet.noneOf(BodyPart.class);
        var compared = EnumSet.noneOf(BodyPart.class);
        int covered = 0;
        for (var here : current.parts()) {
            boolean whole = false;
            for (var there : prior.parts()) {
                var smaller = smaller(here, there);
                if (smaller.isEmpty()) continue;
                overlapping.add(smaller.get());
                if (opposite && smaller.get().paired()) otherSide.add(smaller.get());
                else if (same || smaller.get().system().compares(kind, priorKind)) {
                    compared.add(smaller.get());
                    whole |= there.covers(here);
                }
            }
            if (whole) covered++;
        }
        if (!compared.isEmpty())
            return new Comparison(relation(same, covered == current.parts().size()), compared);
        if (!otherSide.isEmpty()) return new Comparison(Relation.OTHER_SIDE, otherSide);
        return new Comparison(
                overlapping.isEmpty() ? Relation.OTHER_REGION : Relation.NOT_COMPARED, overlapping);
    }

    private static Relation relation(boolean sameKind, boolean whole) {
        if (sameKind) return whole ? Relation.SAME_KIND : Relation.SAME_KIND_PART;
        return whole ? Relation.RELATED_KIND : Relation.RELATED_KIND_PART;
    }

    private static Optional<BodyPart> smaller(BodyPart one, BodyPart other) {
        if (one.covers(other)) return Optional.of(other);
        return other.covers(one) ? Optional.of(one) : Optional.empty();
    }

    private static boolean opposite(Optional<Laterality> one, Optional<Laterality> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get() != Laterality.BOTH
                && other.get() != Laterality.BOTH
                && one.get() != other.get();
    }
}
