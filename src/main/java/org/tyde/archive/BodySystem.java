package org.tyde.archive;

import static org.tyde.prior.ModalityGroup.ANGIOGRAPHY;
import static org.tyde.prior.ModalityGroup.CT;
import static org.tyde.prior.ModalityGroup.MAMMOGRAPHY;
import static org.tyde.prior.ModalityGroup.MR;
import static org.tyde.prior.ModalityGroup.NUCLEAR;
import static org.tyde.prior.ModalityGroup.RADIOGRAPHY;
import static org.tyde.prior.ModalityGroup.ULTRASOUND;

import org.tyde.prior.ModalityGroup;

import java.util.List;
import java.util.Set;

/// What a part of the body mainly is, and so which kinds of examinations of it are compared.
enum BodySystem {
    /// Bones and joints.
    BONE(Set.of(RADIOGRAPHY, CT, MR, ULTRASOUND, NUCLEAR)),
    /// A bone whose plain film says nothing of what it holds.
    SHELL(Set.of(RADIOGRAPHY, CT, NUCLEAR)),
    /// Lungs and what is around them.
    CHEST(Set.of(RADIOGRAPHY, CT, ULTRASOUND, NUCLEAR), Set.of(CT, MR, ANGIOGRAPHY, NUCLEAR)),
    BREAST(Set.of(MAMMOGRAPHY, ULTRASOUND, MR)),
    /// Belly and pelvis as a whole: a plain film beside CT only.
    BELLY(Set.of(CT, MR, ULTRASOUND, NUCLEAR, ANGIOGRAPHY), Set.of(RADIOGRAPHY, CT)),
    /// Organs and vessels.
    ORGAN(Set.of(CT, MR, ULTRASOUND, NUCLEAR, ANGIOGRAPHY));

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Set<ModalityGroup>> compared;

    BodySystem(Set<ModalityGroup> compared) {
        this.compared = List.of(compared);
    }

    BodySystem(Set<ModalityGroup> compared, Set<ModalityGroup> besides) {
        this.compared = List.of(compared, besides);
    }

    /// @return whether the one is worth showing beside the other
    boolean compares(ModalityGroup one, ModalityGroup other) {
        return compared.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }
}
