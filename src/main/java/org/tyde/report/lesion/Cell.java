package org.tyde.report.lesion;

import org.tyde.evidence.InstanceReference;

import java.util.Optional;

/// What is known of one size of a lesion in one study.
public sealed interface Cell {
    /// It was measured.
    ///
    /// @param key of the measurement
    /// @param size as it was measured
    /// @param image measured on
    /// @param change from the size measured last before it; empty where there is none
    record Measured(
            String key, Size size, Optional<InstanceReference> image, Optional<Change> change)
            implements Cell {}

    /// The lesion was measured, but not this of it: the two are not compared.
    ///
    /// @param kind what was measured instead
    record Otherwise(SizeKind kind) implements Cell {}

    /// Nothing of the lesion was measured in the study; whether it is there is not known.
    record NotMeasured() implements Cell {}

    /// The reader says that it is not there any more.
    record Gone() implements Cell {}

    /// @return what was measured
    default Optional<Measured> measured() {
        return this instanceof Measured m ? Optional.of(m) : Optional.empty();
    }
}
