package org.tyde.report.screening;

import org.tyde.refusal.Reason;

/// Why a reading of screening is not signed.
public enum ScreeningReason implements Reason {
    /// {0} the field, {1} what stands there: none of its options
    NOT_AN_OPTION,
    /// {0} the side
    SCORE_MISSING,
    /// {0} the side
    SCORE_TWICE,
    /// Nothing says what becomes of the examination.
    OUTCOME_MISSING,
    /// {0} the side, {1} the score: from 2 on it is for the consensus.
    NEGATIVE_DESPITE_SCORE,
    /// Both breasts are scored 1, and the images need not be taken again.
    RECALL_OF_NEGATIVE,
    /// {0} the side, {1} the score of the text, {2} the score of the field
    TEXT_DIFFERS,
    /// A preliminary version would break the seal.
    NO_PRELIMINARY,
    /// One reading waits for the other: the template of screening is to be used.
    READING_WANTED,
    /// A presentation state that is kept before the reading is signed would be seen by the other reader.
    KEPT_BEFORE_SIGNING
}
