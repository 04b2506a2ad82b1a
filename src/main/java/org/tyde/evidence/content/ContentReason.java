package org.tyde.evidence.content;

import org.tyde.refusal.Reason;

/// What may be wrong with an item of a content tree.
public enum ContentReason implements Reason {
    /// It has no Value Type (0040,A040) and points at no other item.
    NO_VALUE_TYPE,
    /// Its Value Type is none of PS3.3 C.17.3.2.1.
    UNKNOWN_VALUE_TYPE,
    /// It stands under another item without saying how it relates to it.
    NO_RELATIONSHIP,
    /// Its Relationship Type is none of PS3.3 C.17.3.2.4.
    UNKNOWN_RELATIONSHIP,
    /// It has no concept name where one is required.
    NO_CONCEPT,
    /// Its value is absent.
    NO_VALUE,
    /// Its value cannot be read.
    UNREADABLE,
    /// It points at an item that is not in the document.
    POINTS_NOWHERE,
    /// It points at an item that leads back to it.
    POINTS_IN_A_CIRCLE,
    /// A place in an image without the image.
    PLACE_WITHOUT_IMAGE,
    /// It is longer than what is read.
    TEXT_CUT,
    /// More items than are read stand below it.
    TOO_MANY,
    /// It is nested deeper than what is read.
    TOO_DEEP,
    /// A cell of a table says no place that the table has.
    CELL_OUTSIDE
}
