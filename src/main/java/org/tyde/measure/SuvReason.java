package org.tyde.measure;

import org.tyde.refusal.Reason;

/// Why a PET image has no standardised uptake value.
public enum SuvReason implements Reason {
    /// `{0}` what the image counts in, empty when it does not say.
    UNITS,
    /// The values are not corrected for attenuation and decay.
    NOT_CORRECTED,
    /// `{0}` to what moment decay is corrected, empty when it does not say.
    DECAY_CORRECTION,
    /// The patient's weight is missing, 0 or impossible.
    WEIGHT,
    /// The radiopharmaceutical is missing, or there are several.
    RADIOPHARMACEUTICAL,
    /// The injected dose is missing or not positive.
    DOSE,
    /// The half-life is missing or not positive.
    HALF_LIFE,
    /// The time of the injection is missing.
    INJECTION_TIME,
    /// The moment to which decay is corrected cannot be told.
    SCAN_TIME,
    /// The injection lies behind the scan, or more than a day before it.
    TIMES_CONTRADICT
}
