package org.tyde.report.check;

import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningCheck.Weight;

/// What is looked for before signing. Each has a sentence `check.NAME` and its rule in words `rule.NAME`.
public enum CheckKind implements SigningCheck.Kind {
    /// {0} the section
    SECTION_MISSING(Weight.STOPS),
    /// Settings name no signer.
    NO_SIGNER(Weight.STOPS),
    /// {0} the archive
    TRIAL_SPEECH(Weight.STOPS),
    /// {0} the field
    REQUIRED_FIELD(Weight.STOPS),
    /// {0} what stands there
    OPEN_FIELD(Weight.ASKS),
    /// {0} the side in the report, {1} the side that was examined
    OTHER_SIDE(Weight.ASKS),
    /// {0} the side in the order, {1} the side that was examined
    SIDE_OF_ORDER(Weight.ASKS),
    /// {0} the finding, {1} the side in the conclusion, {2} the side in the findings
    SIDES_CONTRADICT(Weight.ASKS),
    /// {0} the number, {1} the side in the report, {2} the side it was measured on
    MEASURED_SIDE(Weight.ASKS),
    /// {0} the organ; {1} 0 a man, 1 a woman
    SEX_OF_ORGAN(Weight.ASKS),
    /// {0} the number in the text, {1} the number measured
    NUMBER_SLIP(Weight.ASKS),
    /// {0} the finding, {1} the number in the conclusion, {2} the number in the findings
    NUMBERS_DIFFER(Weight.ASKS),
    /// {0} the number in the text, {1} what the measurement says now
    MEASUREMENT_CHANGED(Weight.ASKS),
    /// {0} the number in the text
    MEASUREMENT_GONE(Weight.ASKS),
    /// {0} the word, {1} before, {2} now
    NOT_UNCHANGED(Weight.ASKS),
    /// {0} the finding
    DENIED_AND_CONCLUDED(Weight.ASKS),
    /// {0} the finding
    FOUND_AND_DENIED(Weight.ASKS),
    /// {0} the words
    TWICE_DENIED(Weight.ASKS),
    /// {0} the words
    EITHER_WITHOUT_NOT(Weight.ASKS),
    /// {0} the finding
    BARE_FINDING(Weight.ASKS),
    /// {0} the words
    UNFINISHED(Weight.ASKS),
    /// The microphone is on.
    LISTENING(Weight.ASKS),
    /// {0} received, {1} expected
    IMAGES_MISSING(Weight.ASKS),
    /// {0} the number or name
    OTHER_PATIENT(Weight.ASKS),
    /// {0} what the text says; {1} what the study says
    OTHER_PERSON(Weight.ASKS),
    /// {0} the date
    DATE_IMPOSSIBLE(Weight.ASKS),
    /// {0} the date, {1} the nearest known
    PRIOR_UNKNOWN(Weight.ASKS),
    /// {0} the category, {1} the category that follows
    CATEGORY_AND_BASIS(Weight.ASKS),
    /// {0} the category
    CATEGORY_UNKNOWN(Weight.ASKS),
    /// {0} the category in the conclusion, {1} in the findings
    CATEGORIES_DIFFER(Weight.ASKS),
    /// {0} the category
    CATEGORY_WITHOUT_BASIS(Weight.ASKS),
    /// {0} how many
    NEVER_SHOWN(Weight.TELLS),
    /// The archive does not say how many images there are.
    COUNT_UNKNOWN(Weight.TELLS),
    /// {0} the words
    UNCERTAIN_WORDS(Weight.TELLS),
    /// {0} the last words
    NO_FULL_STOP(Weight.TELLS),
    /// {0} the words
    DOUBLED(Weight.TELLS);

    private final Weight weight;

    CheckKind(Weight weight) {
        this.weight = weight;
    }

    @Override
    public Weight weight() {
        return weight;
    }
}
