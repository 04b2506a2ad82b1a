package org.tyde.report.out.check;

import org.tyde.refusal.Reason;

/// What is wrong with measurements or key objects.
public enum SrFlaw implements Reason {
    /// Deeper than {0} levels, or more than {1} items.
    TOO_MANY_ITEMS,
    /// No Content Template Sequence, or of another template than {0}.
    NO_TEMPLATE,
    /// The title is none of CID {0}.
    FOREIGN_TITLE,
    /// No language (121049).
    NO_LANGUAGE,
    /// No procedure reported (121058).
    NO_PROCEDURE,
    /// Verified, and no Verifying Observer.
    VERIFIED_BY_NOBODY,
    /// An observer without a name.
    OBSERVER_WITHOUT_NAME,
    /// An object that no evidence sequence names.
    NOT_IN_EVIDENCE,
    /// Nothing is measured in it.
    NO_GROUPS,
    /// A measurement group without a measurement.
    EMPTY_GROUP,
    /// A group that nobody can follow.
    NO_TRACKING_UID,
    /// {0} what tracks two groups.
    TRACKED_TWICE,
    /// {0} what is no UID.
    NO_UID,
    /// {0} a unit that is none of UCUM.
    UNIT_UNKNOWN,
    /// {0} what is no number.
    NO_NUMBER,
    /// A region whose line does not come back to its beginning.
    OPEN_REGION,
    /// A figure on no image.
    FIGURE_WITHOUT_IMAGE,
    /// A figure of {0} values, which its graphic type {1} cannot have.
    FIGURE_OF_NO_POINTS,
    /// {0} a side that is none of CID 244.
    SIDE_UNKNOWN,
    /// Nothing is selected.
    NOTHING_SELECTED,
    /// No Document Title Modifier (113011) under a title that asks for one.
    NO_MODIFIER
}
